internal import Foundation
internal import Vocabulary

/// The switched rules on one person's sequence of days, compiled into flat memory: `minWorkRun`, `minOffRun`, `nightRuns`,
/// `maxDays`, `forbiddenNextDay`, `maxWeekends`, `sameStart`, `teamRotation`, `workingTime`.
///
/// Judges one person's row of choices as a whole; nothing is kept between two calls. Hard rules that a cell or two
/// neighbouring cells alone decide are not here: they are in the allowed choices and in `PairCosts`. Read only after `init`.
final class SequenceRules: @unchecked Sendable {
  let rules: [SequenceRule]
  let days: Int
  /// The sets of shifts that each choice belongs to, a bit for each.
  let choiceSets: [UInt64]
  /// Whether starts tell shifts apart.
  let hasSameStart: Bool
  let sets: UnsafeMutablePointer<UInt64>
  let startBits: UnsafeMutablePointer<UInt64>
  let minutes: UnsafeMutablePointer<Int>
  let tails: UnsafeMutablePointer<SequenceTail>
  /// Employed and not on approved leave, at [person × days + day].
  let isFree: UnsafeMutablePointer<Bool>
  /// 0 = Monday.
  let firstWeekday: Int
  let weeks: Int
  /// The sets of a team's step, at [person × weeks + week]; all of them where the person is in no rotation.
  let steps: UnsafeMutablePointer<UInt64>
  /// Minutes of the month up to which hours are regular or allowed, by person.
  let minuteLimits: UnsafeMutablePointer<Double>

  /// Nil where no such rule is on.
  init?(centre: Centre, period: Period, people: [PersonData]) {
    var compiler = SequenceRuleCompiler(centre: centre)
    compiler.compile()
    guard !compiler.rules.isEmpty else { return nil }
    rules = compiler.rules
    days = period.dayCount
    choiceSets = compiler.choiceSets
    hasSameStart = centre.rules.sameStart != nil
    sets = choiceSets.copiedToFlatMemory()
    startBits = ([0] + centre.shifts.map { UInt64(1) << UInt64($0.start.halfHours) }).copiedToFlatMemory()
    minutes = ([0] + centre.shifts.map(\.paidMinutes)).copiedToFlatMemory()
    let agents = people.map { centre.agents[$0.agentIndex] }
    let choiceSets = compiler.choiceSets
    let nightSet = compiler.nightSet
    tails = agents.map {
      SequenceTail($0, centre, period, choiceSets: choiceSets, nightSet: nightSet)
    }.copiedToFlatMemory()
    let leave = Set(centre.leave.filter { $0.kind == .leave }.map { [$0.agent, "\($0.date)"] })
    isFree = agents.flatMap { agent in
      period.days.map { agent.isEmployed(on: $0) && !leave.contains([agent.id, "\($0)"]) }
    }.copiedToFlatMemory()
    firstWeekday = period.firstDay.weekday.rawValue
    weeks = (firstWeekday + period.dayCount + 6) / 7
    steps = compiler.steps(agents, firstMonday: period.firstDay.adding(days: -firstWeekday), weeks: weeks)
      .copiedToFlatMemory()
    minuteLimits = agents.map { compiler.minuteLimit($0) }.copiedToFlatMemory()
  }

  deinit {
    sets.deallocate()
    startBits.deallocate()
    minutes.deallocate()
    tails.deallocate()
    isFree.deallocate()
    steps.deallocate()
    minuteLimits.deallocate()
  }

  /// Yuan of a person's row, hard rules at a price per unit, a part of a unit being a whole one.
  @inline(__always)
  func cost(_ person: Int, _ row: UnsafePointer<UInt8>, hard: Double) -> Double {
    var cost = 0.0
    for rule in rules {
      let units = units(rule.kind, person, row)
      if units > 0 { cost += rule.weight.map { $0 * units } ?? hard * max(1, units) }
    }
    return cost
  }

  /// Units by which a row breaks hard rules.
  func broken(_ person: Int, _ row: UnsafePointer<UInt8>) -> Double {
    rules.reduce(0) { sum, rule in
      guard rule.weight == nil else { return sum }
      let units = units(rule.kind, person, row)
      return units > 0 ? sum + max(1, units) : sum
    }
  }

  /// Whether every rule takes two choices for the same.
  func areAlike(_ first: Int, _ second: Int) -> Bool {
    choiceSets[first] == choiceSets[second] && (!hasSameStart || startBits[first] == startBits[second])
  }
}

/// Gathers the sets of shifts that the rules speak of and compiles the rules with them.
struct SequenceRuleCompiler {
  let centre: Centre
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
    if let run = limits.minWorkRun, run.days > 1 { add("minWorkRun", .workRun(least: run.days), run.weight) }
    if let run = limits.minOffRun, run.days > 1 { add("minOffRun", .offRun(least: run.days), run.weight) }
    if let nights = limits.nightRuns {
      nightSet = mask(nights.shifts)
      add(
        "nightRuns", .nights(set: nightSet, most: nights.max, daysOff: nights.daysOff, after: nights.after),
        nights.weight)
    }
    for limit in limits.maxDays { add("maxDays", .days(set: mask(limit.shifts), most: limit.max), limit.weight) }
    if let weekends = limits.maxWeekends { add("maxWeekends", .weekends(most: weekends.max), weekends.weight) }
    if let sameStart = limits.sameStart { add("sameStart", .sameStart, sameStart.weight) }
    if let rotation = limits.teamRotation, let weight = rotation.weight {
      stepSets = rotation.cycle.map { mask($0) }
      add("teamRotation", .rotation, weight)
    }
    if let workingTime = limits.workingTime {
      let allowed = (workingTime.overtimeHours * 60).doubleValue
      switch workingTime.system {
      case .standard(let weekly):
        add("workingTime", .weeks(minutes: (weekly * 60).doubleValue, allowed: allowed), workingTime.weight)
      case .comprehensiveMonth, .comprehensiveQuarter:
        if let weight = workingTime.weight { add("workingTime", .month, weight) }
      }
    }
  }

  private mutating func add(_ key: String, _ kind: SequenceRule.Kind, _ weight: Decimal?) {
    rules.append(SequenceRule(key: key, kind: kind, weight: weight?.doubleValue))
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

  func minuteLimit(_ agent: Agent) -> Double {
    max(0, centre.rules.monthlyMinutes(of: agent)?.doubleValue ?? .infinity)
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
