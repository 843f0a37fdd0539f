import Foundation
import Vocabulary

/// A rule a planner has switched on, hard or at a price. Its id is its key in `rules.yaml`, and that of its cost term.
protocol SwitchedRule: RosterRule {
  var limit: Wording { get }
  /// Whether some entry of the rule has a weight, which makes it a cost term.
  var isPriced: Bool { get }

  /// Everything that goes against the rule, in order of people or half-hours.
  func breaches() -> [Breach]
}

/// What goes against a switched rule in one place.
struct Breach {
  /// Units of violation, as the rule counts them.
  var units: Decimal
  /// Yuan per unit; nil = hard.
  var weight: Decimal?
  var violation: RuleViolation

  init(_ units: Int, weight: Decimal?, _ violation: RuleViolation) {
    self.init(Decimal(units), weight: weight, violation)
  }

  init(_ units: Decimal, weight: Decimal?, _ violation: RuleViolation) {
    self.units = units
    self.weight = weight
    self.violation = violation
  }
}

extension SwitchedRule {
  func finding() -> RuleFinding {
    let breaches = breaches()
    let hard = breaches.filter { $0.weight == nil }
    let found = Wording("违反 \(breaches.count) 处", "\(breaches.count) broken")
    return RuleFinding(
      compliance: RuleCompliance(
        rule: Self.id, name: Self.name, isHard: !isPriced, limit: limit, found: found, count: breaches.count),
      violations: hard.map(\.violation))
  }

  /// Nil where the rule is hard: then it is no term.
  func term() -> (name: String, yuan: Decimal)? {
    guard isPriced else { return nil }
    return (Self.id, breaches().reduce(0) { $0 + $1.units * ($1.weight ?? 0) })
  }
}

extension RosteredMonth {
  /// The rules that are on, in the order of docs/rules.md.
  var switchedRules: [any SwitchedRule] {
    let rules = rules
    var result: [any SwitchedRule] = []
    if centre.locks.contains(where: { period.contains($0.date) }) { result.append(LockRule(month: self)) }
    if !rules.forbiddenNextDay.isEmpty { result.append(ForbiddenNextDayRule(month: self)) }
    if let run = rules.minWorkRun { result.append(WorkRunRule(month: self, run: run)) }
    if let run = rules.minOffRun { result.append(OffRunRule(month: self, run: run)) }
    if let nights = rules.nightRuns { result.append(NightRunRule(month: self, nights: nights)) }
    if !rules.maxDays.isEmpty { result.append(DayLimitRule(month: self)) }
    if let weekends = rules.maxWeekends { result.append(WeekendLimitRule(month: self, weekends: weekends)) }
    if let sameStart = rules.sameStart { result.append(SameStartRule(month: self, sameStart: sameStart)) }
    if let rotation = rules.teamRotation { result.append(TeamRotationRule(month: self, rotation: rotation)) }
    if let workingTime = rules.workingTime { result.append(WorkingTimeRule(month: self, workingTime: workingTime)) }
    if rules.fairness.values.contains(where: { $0 > 0 }) { result.append(FairnessMemoryRule(month: self)) }
    if !rules.minStaff.isEmpty { result.append(StaffMinimumRule(month: self)) }
    if !rules.skillNeeds.isEmpty { result.append(SkillNeedRule(month: self)) }
    if !rules.peopleOff.isEmpty { result.append(PeopleOffRule(month: self)) }
    if !centre.pairs.isEmpty { result.append(StaffPairRule(month: self)) }
    return result
  }
}
