internal import Vocabulary

/// The problem as flat tables. A cell is a day and a shift, `day * shiftCount + shift`; off is −1.
struct ShiftLevelTables: Sendable {
  let problem: ShiftLevelProblem
  let dayCount: Int
  let shiftCount: Int
  let peopleCount: Int
  /// By shift, in units of the greatest common divisor of all lengths.
  let units: [Int]
  let rows: [CoverRow]
  /// By cell, the rows that count it.
  let rowsOfCell: [[Int32]]
  let kinds: ShiftKinds
  let people: [ShiftLevelPerson]
  /// What is paid if nobody ever works: the weights of all on-requests.
  let constant: Int

  init(_ problem: ShiftLevelProblem) {
    self.problem = problem
    dayCount = problem.dayCount
    shiftCount = problem.shifts.count
    peopleCount = problem.people.count
    let unit = max(1, problem.shifts.reduce(0) { greatestCommonDivisor($0, $1.minutes) })
    units = problem.shifts.map { $0.minutes / unit }
    let shifts = shiftCount
    rows = problem.cover.map {
      CoverRow(
        cell: Int32($0.day * shifts + $0.shift), required: Int32($0.required), under: Int32($0.underWeight),
        over: Int32($0.overWeight))
    }
    var rowsOfCell = [[Int32]](repeating: [], count: dayCount * shifts)
    for (row, cover) in rows.enumerated() { rowsOfCell[Int(cover.cell)].append(Int32(row)) }
    self.rowsOfCell = rowsOfCell
    kinds = ShiftKinds(problem.shifts, units: units)
    people = problem.people.indices.map { ShiftLevelPerson(problem, person: $0, unit: unit) }
    constant = problem.onRequests.reduce(0) { $0 + $1.weight }
  }
}

/// A line of cover.
struct CoverRow: Sendable {
  var cell: Int32
  var required: Int32
  var under: Int32
  var over: Int32

  /// The cost of so many people.
  func cost(_ count: Int) -> Int {
    let short = Int(required) - count
    return short > 0 ? short * Int(under) : -short * Int(over)
  }
}

/// What a person may do and what it costs.
struct ShiftLevelPerson: Sendable {
  /// By cell, what working it costs more than being off.
  let ownCost: [Int32]
  let isAllowed: [Bool]
  let minUnits: Int
  let maxUnits: Int
  let maxWorkRun: Int
  let minWorkRun: Int
  /// At least 1.
  let minOffRun: Int
  let maxWeekends: Int
  let mostOfShift: [Int]

  init(_ problem: ShiftLevelProblem, person: Int, unit: Int) {
    let rules = problem.people[person]
    let shifts = problem.shifts.count
    var cost = [Int32](repeating: 0, count: problem.dayCount * shifts)
    for request in problem.onRequests where request.person == person {
      cost[request.day * shifts + request.shift] -= Int32(request.weight)
    }
    for request in problem.offRequests where request.person == person {
      cost[request.day * shifts + request.shift] += Int32(request.weight)
    }
    var allowed = [Bool](repeating: true, count: cost.count)
    let off = Set(rules.daysOff)
    for cell in cost.indices {
      allowed[cell] = rules.mostOfShift[cell % shifts] > 0 && !off.contains(cell / shifts)
    }
    ownCost = cost
    isAllowed = allowed
    // Rounded inwards: every sum of shifts is a multiple of the unit.
    minUnits = (rules.minMinutes + unit - 1) / unit
    maxUnits = rules.maxMinutes / unit
    maxWorkRun = min(rules.maxWorkRun, problem.dayCount)
    minWorkRun = min(rules.minWorkRun, problem.dayCount)
    minOffRun = max(1, min(rules.minOffRun, problem.dayCount))
    maxWeekends = rules.maxWeekends
    mostOfShift = rules.mostOfShift
  }
}
