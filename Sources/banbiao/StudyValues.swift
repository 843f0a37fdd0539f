import Foundation
import Rostering
import Vocabulary

/// What a small change of a study's base is worth: by the dual prices of the base's relaxation, and by the relaxation of the
/// changed month solved again. No plan is made.
struct StudyValues {
  private let values: MarginalValues?
  private let period: Period
  private let requirement: Requirement
  private let interruption: Interruption

  /// Solves the relaxation of the base.
  init(_ centre: Centre, _ period: Period, _ requirement: Requirement, _ interruption: Interruption) throws {
    self.period = period
    self.requirement = requirement
    self.interruption = interruption
    values = try MarginalValues(
      base: RosterProblem(centre: centre, period: period, requirement: requirement),
      isCancelled: { interruption.isRequested })
  }

  func text(of changed: Centre) -> Wording {
    let problem = RosterProblem(centre: changed, period: period, requirement: requirement)
    let like = changed.agents.first { $0.grade == .agent && $0.from == nil && $0.to == nil }?.id
    guard let values, let estimate = values.value(of: problem, like: like) else {
      return Wording("没有对偶价格", "there are no dual prices")
    }
    let (interruption, dual) = (interruption, yuan(estimate))
    let again = try? MarginalValues(base: problem, after: values, isCancelled: { interruption.isRequested })
    guard let again else {
      return Wording("对偶价格：班表成本变动 \(dual)", "dual prices: the roster's cost changes by \(dual)")
    }
    // Prices of either bound the changed month.
    let solved = yuan(max(estimate, again.bound - values.bound))
    return Wording(
      "对偶价格：班表成本变动 \(dual)；松弛重新求解：\(solved)",
      "dual prices: the roster's cost changes by \(dual); the relaxation solved again: \(solved)")
  }

  private func yuan(_ value: Double) -> String { Decimal(value).roundedToFen.signedYuan }
}
