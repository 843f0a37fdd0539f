internal import Foundation
internal import Vocabulary

extension PlannedCase {
  /// The same with a random choice of the rules a planner may switch on, hard and soft.
  ///
  /// - Parameter mayBeHard: false for soft rules alone, which leave a roster wherever there was one.
  package func withSwitchedRules(seed: UInt64, mayBeHard: Bool = true) -> PlannedCase {
    var maker = SwitchedRulesMaker(random: SeededRandom(seed: seed, stream: 11), planned: self, mayBeHard: mayBeHard)
    var fairness = SwitchedRulesMaker(
      random: SeededRandom(seed: seed, stream: 12), planned: maker.make(), mayBeHard: mayBeHard)
    return fairness.addFairness()
  }
}

/// Draws switched rules for a tiny centre.
private struct SwitchedRulesMaker {
  var random: SeededRandom
  var planned: PlannedCase
  let mayBeHard: Bool

  mutating func make() -> PlannedCase {
    makeSplitMeals()
    makeSequences()
    makeFloor()
    if mayBeHard, chance(25) { makeLocks() }
    return planned
  }

  /// A meal in the first or the second part of split shifts.
  private mutating func makeSplitMeals() {
    for (index, shift) in planned.centre.shifts.enumerated() {
      guard let secondStart = shift.secondStart, chance(60) else { continue }
      let from = (chance(50) ? shift.start : secondStart).minutes + 60
      planned.centre.shifts[index].mealMinutes = 30
      planned.centre.shifts[index].mealFrom = TimeOfDay(minutes: from)
      planned.centre.shifts[index].mealTo = TimeOfDay(minutes: from + 30)
    }
  }

  private mutating func makeSequences() {
    let shifts = planned.centre.shifts
    var rules = planned.centre.rules
    if chance(20) { rules.minWorkRun = MinimumRun(days: draw(2...3), weight: weight()) }
    if chance(20) { rules.minOffRun = MinimumRun(days: draw(2...3), weight: weight()) }
    if chance(20) {
      rules.nightRuns = NightRuns(
        shifts: set(shifts), max: draw(1...3), daysOff: draw(0...2), after: draw(1...2), weight: weight())
    }
    for _ in 0..<draw(0...2) where chance(30) {
      rules.maxDays.append(DayLimit(shifts: set(shifts), max: draw(0...2), weight: weight()))
    }
    for _ in 0..<draw(0...2) where chance(40) {
      rules.forbiddenNextDay.append(ForbiddenNextDay(from: set(shifts), to: set(shifts), weight: weight()))
    }
    if chance(15) { rules.maxWeekends = WeekendLimit(max: draw(0...1), weight: weight()) }
    if chance(15) { rules.sameStart = SameStart(weight: weight()) }
    if chance(15) {
      rules.teamRotation = TeamRotation(
        start: CivilDate("2026-06-01")!, teams: ["T1"], cycle: (0..<draw(1...3)).map { _ in set(shifts) },
        weight: weight())
    }
    if chance(20) { rules.workingTime = workingTime() }
    planned.centre.rules = rules
  }

  private mutating func workingTime() -> WorkingTime {
    let system: WorkingTime.System
    switch draw(0...2) {
    case 0: system = .standard(weeklyHours: Decimal(draw(8...24)))
    case 1: system = .comprehensiveMonth
    default: system = .comprehensiveQuarter
    }
    for index in planned.centre.agents.indices where chance(70) {
      planned.centre.agents[index].hoursQuarter = Decimal(draw(40...500))
    }
    return WorkingTime(system: system, overtimeHours: Decimal(draw(0...12)), weight: weight())
  }

  /// Some kinds at a price, and what people carry: whole, broken and negative balances, and people without.
  mutating func addFairness() -> PlannedCase {
    guard chance(40) else { return planned }
    var entries: [FairnessLedger.Entry] = []
    for agent in planned.centre.agents where chance(80) {
      for kind in FairnessKind.allCases where chance(80) {
        let balance = chance(40) ? Decimal(draw(-4...4)) : Decimal(draw(-50_000...50_000)) / 10_000
        entries.append(FairnessLedger.Entry(agent: agent.id, kind: kind, balance: balance))
      }
    }
    let month = Month(containing: planned.period.firstDay).adding(months: -1)
    planned.centre.ledger = FairnessLedger(month: month, entries: entries)
    for kind in FairnessKind.allCases where chance(60) {
      planned.centre.rules.fairness[kind] = Decimal(draw(0...4_000)) / 100
    }
    return planned
  }

  private mutating func makeFloor() {
    for index in planned.centre.agents.indices where chance(50) { planned.centre.agents[index].skills = ["粤语"] }
    if chance(20) { planned.centre.rules.minStaff = [StaffMinimum(hours: hours(), least: 1, weight: weight(hard: 30))] }
    if chance(25) {
      planned.centre.rules.skillNeeds = [SkillNeed(skill: "粤语", hours: hours(), least: 1, weight: weight(hard: 30))]
    }
    let people = planned.centre.agents.count
    if chance(25) {
      let least = draw(0...max(1, people / 2))
      planned.centre.rules.peopleOff = [
        PeopleOff(least: least, most: chance(50) ? draw(least...people) : nil, weight: weight())
      ]
    }
    guard people > 1, chance(30) else { return }
    let first = draw(0...(people - 2))
    planned.centre.pairs = [
      StaffPair(
        agent: planned.centre.agents[first].id, other: planned.centre.agents[first + 1].id,
        kind: StaffPair.Kind.allCases[draw(0...3)])
    ]
    planned.centre.rules.pairs.weight = weight()
  }

  private mutating func makeLocks() {
    for _ in 0..<draw(1...2) {
      let agent = planned.centre.agents[draw(0...(planned.centre.agents.count - 1))].id
      let date = planned.period.firstDay.adding(days: draw(0...(planned.period.dayCount - 1)))
      guard !planned.centre.locks.contains(where: { $0.agent == agent && $0.date == date }) else { continue }
      let shift = planned.centre.shifts[draw(0...(planned.centre.shifts.count - 1))].code
      planned.centre.locks.append(LockedDay(agent: agent, date: date, shift: chance(60) ? shift : nil))
    }
  }

  // MARK: Drawing

  private mutating func draw(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }

  private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  /// Nil = hard, in so many of a hundred cases.
  private mutating func weight(hard: Int = 50) -> Decimal? {
    let isHard = chance(hard)
    let yuan = Decimal(draw(0...20_000)) / 100
    return isHard && mayBeHard ? nil : yuan
  }

  private mutating func set(_ shifts: [Shift]) -> ShiftSet {
    let shift = shifts[draw(0...(shifts.count - 1))]
    return chance(50) ? ShiftSet(classes: [shift.shiftClass]) : ShiftSet(codes: [shift.code])
  }

  private mutating func hours() -> WeeklyHours {
    let from = draw(8...18)
    let days: [OpeningEntry.Days] = [.all, .workdays, .restdays, .weekdays([.monday, .saturday])]
    return WeeklyHours(
      days: days[draw(0...3)], from: TimeOfDay(minutes: from * 60), to: TimeOfDay(minutes: (from + draw(1...8)) * 60))
  }
}
