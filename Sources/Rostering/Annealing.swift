internal import Glibc
internal import Parallel
internal import Vocabulary

/// How much work the search does: a fixed budget, never the clock, so that results repeat.
struct AnnealingSchedule: Sendable {
  /// Yuan; the temperature falls geometrically from epoch to epoch.
  var firstTemperature: Double
  var lastTemperature: Double
  var epochs: Int
  /// Moves per workable cell over the whole schedule.
  var sweeps: Double
  /// Yuan of a hard rule broken in a half-hour at the first epoch. It rises to the full price by `hardening` of the epochs:
  /// early on the search may pass through rosters that take a seat or a lead too many.
  var firstViolation: Double
  var hardening = 0.6
  /// Yuan of a lead fewer in a half-hour than the staff that is likely to come needs, in the first `wishing` of the epochs.
  ///
  /// Where a second lead is missing no staff beyond the first one's span can come, and without them nothing draws the second
  /// lead: once it is cold such a half-hour would stay short.
  var wantedLead = 0.0
  var wishing = 0.8
  /// Agents on either side of a requirement over which the half-hours' costs are rounded at the first epoch; 0 = sharp.
  ///
  /// With sharp corners nearly every half-hour soon stands at its corner, where any one person's move costs tens of yuan:
  /// the roster is jammed far from its best. Rounded, the half-hours draw people by slopes, as prices do; the corners
  /// sharpen as the temperature falls.
  var firstWidth = 0.0
}

extension AnnealingSchedule {
  /// The schedule of a month planned for the first time.
  init(_ problem: RosterProblem, _ effort: Effort) {
    let people = Double(max(1, problem.people.count))
    // Larger centres need fewer moves for each person, smaller ones more, the more so where a handful stand in each half-hour
    // and whole people rarely fit; tiny ones get enough to find their optimum.
    let bySize = pow(400 / people, people < 400 ? 0.5 : 0.42) * max(1, pow(200 / people, 0.66))
    // More shifts for each cell want more draws of it.
    let byShifts = max(1, (Double(problem.shifts.count) / 16).squareRoot())
    let scaled = effort.sweeps * min(12, bySize) * byShifts
    let least = 400_000 / (people * Double(problem.dayCount)) * effort.sweeps / Effort.normal.sweeps
    let dearest = max(60, problem.costs.under.last?.price ?? 0)
    let required = problem.required.filter { $0 > 0 }
    self.init(
      firstTemperature: 8, lastTemperature: 1, epochs: 240, sweeps: max(scaled, min(least, 20_000)),
      firstViolation: dearest)
    wantedLead = 10
    firstWidth = 0.12 * required.reduce(0, +) / Double(max(1, required.count)) / CoverageUnits.perAgent
  }
}

/// Simulated annealing over epochs of heat-bath moves.
///
/// An epoch parts the people and the days in two, so that two tasks share neither people nor half-hours and the result does
/// not depend on whether they run at once; then the halves are exchanged.
struct Annealing {
  let tables: SearchTables
  let schedule: AnnealingSchedule
  let seed: UInt64
  let threads: Int
  /// The days that may change; nil = all.
  var days: Range<Int>?

  /// The best roster without a broken rule seen at the end of an epoch, nil where there was none, and the last state.
  ///
  /// - Parameter onEpoch: told the share of epochs done and the best objective; returns true to end early.
  func run(
    from start: RosterAssignment, onEpoch: (_ done: Double, _ best: (RosterAssignment, Double)?) -> Bool
  ) -> (best: (assignment: RosterAssignment, objective: Double)?, last: RosterAssignment) {
    let state = SearchState(tables, from: start)
    let range = range
    var random = SeededRandom(seed: seed, stream: 0)
    var best: (assignment: RosterAssignment, objective: Double)?
    let cooling = pow(
      schedule.lastTemperature / schedule.firstTemperature, 1 / Double(max(1, schedule.epochs - 1)))
    let cells = (0..<(tables.problem.people.count * tables.days))
      .filter { tables.isWorkable[$0] && range.contains($0 % tables.days) }.count
    let moves = Int(schedule.sweeps * Double(cells) / Double(max(1, schedule.epochs)) / 4) + 1
    var temperature = schedule.firstTemperature
    note(state, &best)
    for epoch in 0..<schedule.epochs {
      state.set(terms(epoch))
      runEpoch(epoch, state, &random, moves: moves, temperature: temperature)
      note(state, &best)
      temperature *= cooling
      if onEpoch(Double(epoch + 1) / Double(schedule.epochs), best.map { ($0.assignment, $0.objective) }) { break }
    }
    return (best, state.assignment)
  }

  private var range: Range<Int> { days ?? 0..<tables.days }

  private func terms(_ epoch: Int) -> SearchTerms {
    let isWishing = Double(epoch) < schedule.wishing * Double(schedule.epochs)
    return SearchTerms(
      slotViolation: violation(epoch), wantedLead: isWishing ? schedule.wantedLead : 0, corner: corner(epoch))
  }

  private func violation(_ epoch: Int) -> Double {
    let done = Double(epoch) / (Double(schedule.epochs) * schedule.hardening)
    guard done < 1, schedule.firstViolation < tables.violation else { return tables.violation }
    return geometric(from: schedule.firstViolation, to: tables.violation, part: done)
  }

  private func corner(_ epoch: Int) -> RoundedCorner {
    let left = 1 - Double(epoch) / Double(max(1, schedule.epochs - 1))
    return RoundedCorner(width: schedule.firstWidth * left * CoverageUnits.perAgent)
  }

  private func note(_ state: SearchState, _ best: inout (assignment: RosterAssignment, objective: Double)?) {
    let total = state.total()
    if total.broken == 0 && total.objective < best?.objective ?? .infinity {
      best = (state.assignment, total.objective)
    }
  }

  /// Exchanges take longer the more shifts there are: with many, only every so many epochs end with them.
  private func exchanges(_ epoch: Int) -> Bool {
    (epoch + 1) % max(1, tables.choices / 15) == 0
  }

  private func runEpoch(
    _ epoch: Int, _ state: SearchState, _ random: inout SeededRandom, moves: Int, temperature: Double
  ) {
    // Neighbours in memory go to one task: two tasks writing the same cache lines would wait for each other.
    let count = Int32(tables.problem.people.count)
    let offset = Int32(random.below(max(1, Int(count))))
    let people = (0..<count).map { ($0 + offset) % max(1, count) }
    let range = range
    guard people.count >= 8, range.count >= 8 else {
      let bath = HeatBath(state, seed: seed, stream: UInt64(epoch + 1) << 8)
      bath.run(people: people, days: range, moves: 4 * moves, temperature: temperature)
      if exchanges(epoch) { bath.exchange(people: people, days: range, stretches: true) }
      return
    }
    let half = people.count / 2
    let groups = [Array(people[..<half]), Array(people[half...])]
    // Near the middle, and with as many moves on either side of it, so that neither task waits long for the other; the days
    // of the shorter side have their turn on the longer one in other epochs.
    let span = max(1, range.count * 3 / 10)
    let cut = range.lowerBound + (range.count - span) / 2 + 1 + random.below(span)
    let parts = [range.lowerBound..<(cut - 1), cut..<range.upperBound]
    for round in 0..<2 {
      let seed = seed
      ParallelTasks.run(count: 2, threads: threads) { task in
        let days = parts[task ^ round]
        let bath = HeatBath(state, seed: seed, stream: UInt64(epoch + 1) << 8 | UInt64(round) << 1 | UInt64(task))
        bath.run(people: groups[task], days: days, moves: 2 * moves, temperature: temperature)
        if exchanges(epoch) {
          bath.exchange(people: groups[task], days: days, stretches: round == 0 || count < 400)
        }
      }
    }
  }
}
