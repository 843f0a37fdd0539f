import Foundation
import Vocabulary

/// R13, soft: nights, weekends, 夜7, public holidays and refused wishes spread evenly. Counts the people who carry markedly
/// more than the average of any of them.
struct FairnessRule: RosterRule {
  static let id = "R13"
  static let name = Wording("公平", "fairness")

  let month: RosteredMonth
  let fairness: Fairness

  func finding() -> RuleFinding {
    let widest = fairness.spreads.max { $0.most - $0.least < $1.most - $1.least }
    return softFinding(
      limit: Wording("整月在职者之间均匀", "spread evenly over those employed all month"),
      found: widest.map {
        Wording(
          "差距最大：\($0.measure.name.chinese) \($0.least)–\($0.most)，平均 \($0.mean.text(decimals: 1))",
          "widest: \($0.measure.name.english) \($0.least) to \($0.most), mean \($0.mean.text(decimals: 1))")
      } ?? Wording("无整月在职者", "nobody employed all month"),
      count: fairness.peopleAboveAverage)
  }
}
