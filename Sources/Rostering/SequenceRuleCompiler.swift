internal import Foundation
internal import Vocabulary

/// Gathers the sets of shifts that the rules speak of and compiles the rules with them.
struct SequenceRuleCompiler {
  let centre: Centre
  private(set) var keys: [String] = []
  private(set) var rules: [SequenceRule] = []
  private(set) var choiceSets: [UInt64]
  private(set) var nightSet: UInt64 = 0
  private var sets: [ShiftSet] = []
  private var stepSets: [UInt64] = []

  init(centre: Centre) {
    self.centre = centre
    choiceSets = [UInt64](repeating: 0, count: centre.shifts.count + 1)
  }

  mutating func compile() {
    let limits = centre.rules
    for pair in limits.forbiddenNextDay {
      guard let weight = pair.weight else { continue }
      add("forbiddenNextDay", .follow(from: mask(pair.from), to: mask(pair.to)), weight)
    }
    if let run = limits.minWorkRun, run.days > 1 { add("minWorkRun", .shortWorkRuns(least: run.days), run.weight) }
    if let run = limits.minOffRun, run.days > 1 { add("minOffRun", .shortOffRuns(least: run.days), run.weight) }
    if let nights = limits.nightRuns {
      nightSet = mask(nights.shifts)
      add(
        "nightRuns", .nights(set: nightSet, most: nights.max, daysOff: nights.daysOff, after: nights.after),
        nights.weight)
    }
    for limit in limits.maxDays {
      add("maxDays", .days(set: mask(limit.shifts)), limit.weight, limit: Double(limit.max))
    }
    if let weekends = limits.maxWeekends {
      add("maxWeekends", .weekends, weekends.weight, limit: Double(weekends.max))
    }
    if let sameStart = limits.sameStart { add("sameStart", .starts, sameStart.weight) }
    if let rotation = limits.teamRotation, let weight = rotation.weight {
      stepSets = rotation.cycle.map { mask($0) }
      add("teamRotation", .rotation, weight)
    }
    if let workingTime = limits.workingTime { add(workingTime) }
    for kind in FairnessKind.allCases {
      guard let weight = limits.fairness[kind], weight > 0 else { continue }
      add("fairness", measure(of: kind), weight)
      rules[rules.count - 1].burden = kind
    }
  }

  private mutating func measure(of kind: FairnessKind) -> SequenceRule.Measure {
    switch kind {
    case .nights: .days(set: mask(ShiftSet(classes: [.night, .lateNight, .overnight])))
    case .lateNights: .days(set: mask(ShiftSet(classes: [.lateNight])))
    case .weekends: .weekends
    case .publicHolidays: .holidays
    case .refusedWishes: .refusedWishes
    }
  }

  /// Averaged hours that are hard are a person's most minutes.
  private mutating func add(_ workingTime: WorkingTime) {
    switch workingTime.system {
    case .standard(let weekly):
      add(
        "workingTime", .weeks(minutes: (weekly * 60).doubleValue), workingTime.weight,
        limit: (workingTime.overtimeHours * 60).doubleValue, unit: 1.0 / 60)
    case .comprehensiveMonth, .comprehensiveQuarter:
      if let weight = workingTime.weight { add("workingTime", .month, weight, unit: 1.0 / 60) }
    }
  }

  private mutating func add(
    _ key: String, _ measure: SequenceRule.Measure, _ weight: Decimal?, limit: Double = 0, unit: Double = 1
  ) {
    keys.append(key)
    rules.append(SequenceRule(measure: measure, limit: limit, unit: unit, weight: weight?.doubleValue ?? -1))
  }

  var startBits: [UInt64] { [0] + centre.shifts.map { UInt64(1) << UInt64($0.start.halfHours) } }
  var minutes: [Int] { [0] + centre.shifts.map(\.paidMinutes) }

  /// Choices that somebody wishes to have or to be spared.
  private var wishedChoices: Set<Int> {
    let codes = Set(
      centre.leave.compactMap { row in
        switch row.kind {
        case .want(let code), .avoid(let code): code
        case .leave, .off: nil
        }
      })
    return Set(centre.shifts.indices.filter { codes.contains(centre.shifts[$0].code) }.map { $0 + 1 })
  }

  /// A number for each choice, the same where a rule takes them for the same; 0 for a day off.
  func symbols(of rule: SequenceRule) -> [Int] {
    let starts = startBits
    let minutes = minutes
    let wished = wishedChoices
    let signs = choiceSets.indices.map { choice -> [UInt64] in
      let works: UInt64 = choice > 0 ? 1 : 0
      switch rule.measure {
      case .shortWorkRuns, .shortOffRuns, .weekends, .holidays: return [works]
      case .refusedWishes: return [works, wished.contains(choice) ? UInt64(choice) : 0]
      case .nights(let set, _, _, _): return [works, choiceSets[choice] & set]
      case .days(let set): return [choiceSets[choice] & set]
      case .follow(let from, let to): return [choiceSets[choice] & from, choiceSets[choice] & to]
      case .starts: return [starts[choice]]
      case .rotation: return [works] + stepSets.map { choiceSets[choice] & $0 }
      case .weeks, .month: return [UInt64(minutes[choice])]
      }
    }
    var known: [[UInt64]] = []
    return signs.map { sign in
      if let symbol = known.firstIndex(of: sign) { return symbol }
      known.append(sign)
      return known.count - 1
    }
  }

  /// The bit of a set of shifts; the reader keeps their number below 64.
  private mutating func mask(_ set: ShiftSet) -> UInt64 {
    if let known = sets.firstIndex(of: set) { return 1 << UInt64(known) }
    let bit: UInt64 = 1 << UInt64(sets.count)
    for (index, shift) in centre.shifts.enumerated() where set.contains(shift) { choiceSets[index + 1] |= bit }
    sets.append(set)
    return bit
  }

  func steps(_ agents: [Agent], firstMonday: CivilDate, weeks: Int) -> [UInt64] {
    agents.flatMap { agent in
      (0..<weeks).map { week in
        guard !stepSets.isEmpty, let rotation = centre.rules.teamRotation,
          let step = rotation.step(team: agent.team, on: firstMonday.adding(days: 7 * week))
        else { return UInt64.max }
        return stepSets[step]
      }
    }
  }
}

extension Rules {
  /// Minutes of the month that averaged hours allow a person; nil where hours are not averaged.
  func monthlyMinutes(of agent: Agent) -> Decimal? {
    guard let workingTime else { return nil }
    switch workingTime.system {
    case .standard: return nil
    case .comprehensiveMonth: return (standardHours + workingTime.overtimeHours) * 60
    case .comprehensiveQuarter:
      return (3 * standardHours + workingTime.overtimeHours - (agent.hoursQuarter ?? 0)) * 60
    }
  }
}
