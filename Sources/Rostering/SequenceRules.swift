internal import Foundation
internal import Vocabulary

/// The switched rules on one person's sequence of days, compiled into flat memory: `minWorkRun`, `minOffRun`, `nightRuns`,
/// `maxDays`, `forbiddenNextDay`, `maxWeekends`, `sameStart`, `teamRotation`, `workingTime`, `fairness`.
///
/// Judges one person's row of choices as a whole; nothing is kept between two calls. Hard rules that a cell or two
/// neighbouring cells alone decide are not here: they are in the allowed choices and in `PairCosts`. Read only after `init`.
final class SequenceRules: @unchecked Sendable {
  /// Rule by rule its key in rules.yaml, the name of its cost term.
  let keys: [String]
  let ruleCount: Int
  let rules: UnsafeMutablePointer<SequenceRule>
  let days: Int
  let choiceCount: Int
  /// The sets of shifts that each choice belongs to, a bit for each.
  let sets: UnsafeMutablePointer<UInt64>
  let startBits: UnsafeMutablePointer<UInt64>
  let minutes: UnsafeMutablePointer<Int>
  /// Choices a rule takes for the same have one symbol, at [rule × choices + choice]; the first of them stands at
  /// [rule × choices + symbol] of `symbolChoices`.
  let symbols: UnsafeMutablePointer<Int>
  let symbolChoices: UnsafeMutablePointer<UInt8>
  let symbolCounts: UnsafeMutablePointer<Int>
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
  let personCount: Int
  /// What a person carries of a rule's burden, at [rule × people + person]; 0 where the rule is none of `fairness`.
  let balances: UnsafeMutablePointer<Double>
  let isHoliday: UnsafeMutablePointer<Bool>
  let refusals: WishRefusals

  /// Nil where no such rule is on.
  init?(centre: Centre, period: Period, people: [PersonData]) {
    var compiler = SequenceRuleCompiler(centre: centre)
    compiler.compile()
    guard !compiler.rules.isEmpty else { return nil }
    keys = compiler.keys
    ruleCount = compiler.rules.count
    rules = compiler.rules.copiedToFlatMemory()
    days = period.dayCount
    choiceCount = compiler.choiceSets.count
    sets = compiler.choiceSets.copiedToFlatMemory()
    startBits = compiler.startBits.copiedToFlatMemory()
    minutes = compiler.minutes.copiedToFlatMemory()
    let alike = compiler.rules.map { compiler.symbols(of: $0) }
    symbols = alike.flatMap { $0 }.copiedToFlatMemory()
    symbolCounts = alike.map { ($0.max() ?? 0) + 1 }.copiedToFlatMemory()
    symbolChoices = alike.flatMap { symbols in
      symbols.indices.map { symbol in UInt8(symbols.firstIndex(of: symbol) ?? 0) }
    }.copiedToFlatMemory()
    let agents = people.map { centre.agents[$0.agentIndex] }
    let compiled = compiler
    tails = agents.map { SequenceTail($0, centre, period, compiled) }.copiedToFlatMemory()
    let leave = Set(centre.leave.filter { $0.kind == .leave }.map { [$0.agent, "\($0.date)"] })
    isFree = agents.flatMap { agent in
      period.days.map { agent.isEmployed(on: $0) && !leave.contains([agent.id, "\($0)"]) }
    }.copiedToFlatMemory()
    firstWeekday = period.firstDay.weekday.rawValue
    weeks = (firstWeekday + period.dayCount + 6) / 7
    steps = compiler.steps(agents, firstMonday: period.firstDay.adding(days: -firstWeekday), weeks: weeks)
      .copiedToFlatMemory()
    minuteLimits = agents.map {
      max(0, centre.rules.monthlyMinutes(of: $0)?.doubleValue ?? .infinity)
    }.copiedToFlatMemory()
    personCount = agents.count
    let carried = centre.ledger?.byKey ?? [:]
    balances = compiler.rules.flatMap { rule in
      agents.map { agent in
        rule.burden.flatMap { carried[FairnessLedger.Key(agent.id, $0)]?.balance.doubleValue } ?? 0
      }
    }.copiedToFlatMemory()
    isHoliday = period.days.map(centre.holidays.isHoliday).copiedToFlatMemory()
    refusals = WishRefusals(centre, period, compiler.rules.contains { $0.burden == .refusedWishes } ? agents : [])
  }

  deinit {
    rules.deallocate()
    sets.deallocate()
    startBits.deallocate()
    minutes.deallocate()
    symbols.deallocate()
    symbolChoices.deallocate()
    symbolCounts.deallocate()
    tails.deallocate()
    isFree.deallocate()
    steps.deallocate()
    minuteLimits.deallocate()
    balances.deallocate()
    isHoliday.deallocate()
  }

  /// Yuan of a person's row, hard rules at a price per unit.
  @inline(__always)
  func cost(_ person: Int, _ row: UnsafePointer<UInt8>, hard: Double) -> Double {
    var cost = 0.0
    for rule in 0..<ruleCount { cost += self.cost(rule, person, measure(rule, person, row), hard: hard) }
    return cost
  }

  /// Yuan of a rule at what it measures of a person.
  @inline(__always)
  func cost(_ rule: Int, _ person: Int, _ measured: Double, hard: Double) -> Double {
    rules[rule].cost(measured, balance: balances[rule * personCount + person], hard: hard)
  }

  func units(_ rule: Int, _ person: Int, _ measured: Double) -> Double {
    rules[rule].units(measured, balance: balances[rule * personCount + person])
  }

  /// Units by which a row breaks hard rules, a part of a unit being a whole one.
  func broken(_ person: Int, _ row: UnsafePointer<UInt8>) -> Double {
    (0..<ruleCount).reduce(0) { sum, rule in
      rules[rule].isHard ? sum + cost(rule, person, measure(rule, person, row), hard: 1) : sum
    }
  }

  /// Whether every rule takes two choices for the same.
  func areAlike(_ first: Int, _ second: Int) -> Bool {
    (0..<ruleCount).allSatisfy { symbols[$0 * choiceCount + first] == symbols[$0 * choiceCount + second] }
  }
}
