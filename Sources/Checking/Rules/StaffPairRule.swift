import Foundation
import Vocabulary

/// `pairs.csv`: people who may not, or must, work together, on the days both are employed.
struct StaffPairRule: SwitchedRule {
  static let id = "pairs"
  static let name = Wording("不可同班与须同班的人", "people apart and people together")

  let month: RosteredMonth

  var isPriced: Bool { month.rules.pairs.weight != nil }
  var limit: Wording {
    Wording("pairs.csv 的 \(month.centre.pairs.count) 对", "the \(month.centre.pairs.count) pairs of pairs.csv")
  }

  func breaches() -> [Breach] {
    let people = Dictionary(uniqueKeysWithValues: month.people.map { ($0.agent.id, $0) })
    return month.centre.pairs.flatMap { pair -> [Breach] in
      guard let first = people[pair.agent], let second = people[pair.other] else { return [] }
      return first.employedDays.filter(second.agent.isEmployed(on:)).compactMap { day in
        let codes = [first, second].map { person in person.shifts.first { $0.date == day }?.shift.code }
        guard isBroken(pair.kind, codes[0], codes[1]) else { return nil }
        let texts = codes.map { $0.map { Wording(same: $0) } ?? Wording("休息", "off") }
        return Breach(
          1, weight: month.rules.pairs.weight,
          violation(
            of: first, on: day,
            found: Wording(
              "\(texts[0].chinese)，而 \(pair.other) 为 \(texts[1].chinese)（\(pair.kind.rawValue)）",
              "\(texts[0].english), and \(pair.other) \(texts[1].english) (\(pair.kind.rawValue))"),
            advice: Wording("改动其中一人的当天", "change the day of one of them")))
      }
    }
  }

  private func isBroken(_ kind: StaffPair.Kind, _ first: String?, _ second: String?) -> Bool {
    switch kind {
    case .apart: first != nil && second != nil
    case .apartShift: first != nil && first == second
    case .together: (first == nil) != (second == nil)
    case .togetherShift: first != second
    }
  }
}
