internal import Solving
internal import Vocabulary

/// The hard rules of a month, or of a part of it, as an integer program whose rows belong to groups that can be left out or
/// relaxed. Leave and locked cells are rows too. Any part of the rows is a relaxation: what is impossible in it is impossible.
struct ConflictProgram {
  typealias Term = (column: Int, coefficient: Double)

  struct Row {
    var terms: [Term]
    var lower: Double
    var upper: Double
    /// Index into `groups`; nil for a definition.
    var group: Int?
    var isMeal: Bool
  }

  enum Answer {
    case feasible, infeasible
    /// The work allowed did not suffice.
    case unknown
  }

  let problem: RosterProblem
  private(set) var groups: [RuleGroup] = []
  private(set) var rows: [Row] = []
  private let columns: LinearProgram

  /// - Parameters:
  ///   - problem: as compiled.
  ///   - accepts: the groups that are meant; the others take no part.
  init(_ problem: RosterProblem, accepts: (RuleGroup) -> Bool) {
    let whole = WholeProgram(problem.withoutLeaveAndLocks(), keepsNames: true)
    self.problem = problem
    columns = whole.program
    var indices: [RuleGroup: Int] = [:]
    var terms = [[Term]](repeating: [], count: columns.rowCount)
    for entry in columns.value.indices {
      terms[Int(columns.rowIndex[entry])].append((Int(columns.columnIndex[entry]), columns.value[entry]))
    }
    for row in 0..<columns.rowCount {
      let name = columns.rowNames[row]
      let isDefinition = RuleGroup.definitions.contains(String(name.prefix { $0 != "_" }))
      let group = isDefinition ? nil : RuleGroup(row: name, in: problem)
      guard isDefinition || group.map(accepts) == true else { continue }
      add(
        terms[row], lower: columns.rowLower[row], upper: columns.rowUpper[row], group, isMeal: name.hasPrefix("meal"),
        &indices)
    }
    addLeaveAndLocks(whole, accepts, &indices)
  }

  private mutating func add(
    _ terms: [Term], lower: Double, upper: Double, _ group: RuleGroup?, isMeal: Bool = false,
    _ indices: inout [RuleGroup: Int]
  ) {
    if let group, indices[group] == nil {
      indices[group] = groups.count
      groups.append(group)
    }
    rows.append(Row(terms: terms, lower: lower, upper: upper, group: group.flatMap { indices[$0] }, isMeal: isMeal))
  }

  /// R10 and locked cells.
  private mutating func addLeaveAndLocks(
    _ whole: WholeProgram, _ accepts: (RuleGroup) -> Bool, _ indices: inout [RuleGroup: Int]
  ) {
    let people = Dictionary(
      uniqueKeysWithValues: problem.people.enumerated().map { (problem.centre.agents[$1.agentIndex].id, $0) })
    for entry in problem.centre.leave where entry.kind == .leave && problem.period.contains(entry.date) {
      let group = RuleGroup(rule: "R10", agent: entry.agent, date: entry.date)
      guard let person = people[entry.agent], accepts(group) else { continue }
      add(
        whole.columns(person, entry.date - problem.period.firstDay), lower: -.infinity, upper: 0, group, &indices)
    }
    for lock in problem.centre.locks where problem.period.contains(lock.date) {
      let group = RuleGroup(rule: "locks", agent: lock.agent, date: lock.date)
      guard let person = people[lock.agent], accepts(group) else { continue }
      let day = lock.date - problem.period.firstDay
      let (locked, others) = (
        whole.columns(person, day) { $0.code == lock.shift }, whole.columns(person, day) { $0.code != lock.shift }
      )
      add(others, lower: -.infinity, upper: 0, group, &indices)
      if lock.shift != nil { add(locked, lower: 1, upper: .infinity, group, &indices) }
    }
  }

  // MARK: Solving

  /// Whether some roster keeps the groups that are in.
  func answer(_ isIn: [Bool], _ work: inout ConflictWork) -> Answer {
    let (program, _) = program(isIn)
    return ConflictProgram.answer(program, &work)
  }

  /// Whether some roster keeps every group with its limit moved by so many steps; rules without a limit are set aside.
  func answer(relaxed steps: [Double], _ work: inout ConflictWork) -> Answer {
    var relaxed = self
    for (index, row) in rows.enumerated() {
      guard let group = row.group, steps[group] > 0 else { continue }
      let reach = groups[group].hasLimit ? steps[group] * groups[group].step : .infinity
      relaxed.rows[index].lower -= reach
      relaxed.rows[index].upper += reach
    }
    return relaxed.answer([Bool](repeating: true, count: groups.count), &work)
  }

  /// The fewest steps, by weight, with which some roster keeps every group; nil where there is none, or the work does not
  /// suffice.
  ///
  /// In a large program it is the relaxation's, which need not suffice: `answer(relaxed:)` tells.
  ///
  /// - Parameter relaxing: the rules that may be relaxed.
  func cheapestRepair(relaxing rules: Set<String>, _ work: inout ConflictWork) -> (steps: [Double], isProved: Bool)? {
    var (program, rowOf) = program([Bool](repeating: true, count: groups.count))
    // The steps of whole people are whole by themselves; fewer integer columns are what the search tree lives on.
    let slack = groups.map { group in
      rules.contains(group.rule)
        ? program.addColumn(
          cost: group.weight, upper: group.hasLimit ? 10_000 : 1, integer: !group.hasLimit || group.step > 1) : -1
    }
    var nobody = [Double](repeating: 0, count: program.columnCount)
    var isPoint = true
    for (index, row) in rows.enumerated() {
      guard let group = row.group, rowOf[index] >= 0 else { continue }
      let short = max(row.lower, -row.upper)
      guard slack[group] >= 0 else {
        if short > 0 { isPoint = false }
        continue
      }
      let step = groups[group].hasLimit ? groups[group].step : ConflictProgram.reach(row)
      program.addCoefficient(row.lower.isFinite ? step : -step, row: rowOf[index], column: slack[group])
      if short > 0 { nobody[slack[group]] = max(nobody[slack[group]], (short / step).rounded(.up)) }
    }
    let steps = { (values: [Double]) in slack.map { $0 < 0 ? 0 : (values[$0] - 1e-6).rounded(.up) } }
    let weight = { (steps: [Double]) in zip(steps, groups).reduce(0) { $0 + $1.0 * $1.1.weight } }
    // The relaxation's steps rounded up are a repair where a roster keeps them, and the cheapest where none went up.
    var rounded: [Double]?
    if let relaxed = ConflictProgram.solve(program, &work, nodes: 0, relaxed: true), let bound = relaxed.bound {
      let tried = steps(relaxed.values)
      if program.columnCount > ConflictProgram.mostSearched { return (tried, false) }
      if answer(relaxed: tried, &work) == .feasible {
        if weight(tried) <= bound + 1e-6 { return (tried, true) }
        rounded = tried
      }
    }
    // Where nobody works, what asks for people is relaxed: a repair to begin with.
    let outcome = ConflictProgram.solve(program, &work, nodes: 40, from: isPoint ? nobody : nil)
    guard let outcome, !outcome.values.isEmpty else { return rounded.map { ($0, false) } }
    let found = steps(outcome.values)
    if let rounded, weight(rounded) < weight(found) { return (rounded, false) }
    return (found, outcome.status == .optimal)
  }

  /// Columns beyond which the relaxation's repair is taken, verified or not: nodes of the search tree take too long.
  private static let mostSearched = 1_500

  /// The most by which a row of work days, shifts and minutes can be broken.
  private static func reach(_ row: Row) -> Double {
    row.terms.reduce(1) { $0 + abs($1.coefficient) } + (row.upper.isFinite ? abs(row.upper) : 0)
  }

  private static func answer(_ program: LinearProgram, _ work: inout ConflictWork) -> Answer {
    guard let outcome = solve(program, &work, nodes: 30) else { return .unknown }
    switch outcome.status {
    case .infeasible: return .infeasible
    case .optimal, .feasible: return .feasible
    default: return .unknown
    }
  }

  private static func solve(
    _ program: LinearProgram, _ work: inout ConflictWork, nodes: Int, from incumbent: [Double]? = nil,
    relaxed: Bool = false
  ) -> SolverOutcome? {
    guard work.allows(program) else { return nil }
    var options = SolverOptions()
    options.incumbent = incumbent
    options.relaxesIntegers = relaxed
    options.nodeLimit = nodes
    options.iterationLimit = 20_000
    let outcome = try? GLPKSolver.solve(program, options: options)
    work.add(program, nodes: outcome?.nodes ?? nodes)
    return outcome
  }

  /// The rows of the groups that are in, with the definitions of the columns they use.
  private func program(_ isIn: [Bool]) -> (program: LinearProgram, rowOf: [Int]) {
    var isUsed = [Bool](repeating: false, count: columns.columnCount)
    var takes = rows.map { row in row.group.map { isIn[$0] } ?? false }
    func use(_ row: Row) { for term in row.terms { isUsed[term.column] = true } }
    for (index, row) in rows.enumerated() where takes[index] { use(row) }
    // Who eats comes before who works: a meal's definition brings in the people who share it.
    for isMeal in [true, false] {
      for (index, row) in rows.enumerated() where row.group == nil && row.isMeal == isMeal {
        takes[index] = row.terms.contains { isUsed[$0.column] && (!isMeal || $0.coefficient > 0) }
        if takes[index] { use(row) }
      }
    }
    var program = LinearProgram()
    let place = isUsed.indices.map { column in
      isUsed[column]
        ? program.addColumn(
          cost: 0, lower: columns.columnLower[column], upper: columns.columnUpper[column],
          integer: columns.isInteger[column] != 0) : -1
    }
    let rowOf = rows.enumerated().map { index, row in
      takes[index]
        ? program.addRow(
          lower: row.lower, upper: row.upper, row.terms.map { (place[$0.column], $0.coefficient) }) : -1
    }
    return (program, rowOf)
  }
}

/// Work allowed for an explanation, in coefficients solved over, so that the answer does not depend on the machine.
struct ConflictWork {
  private var left: Int

  init(_ coefficients: Int) {
    left = coefficients
  }

  /// Whether everything asked for so far could be done.
  private(set) var suffices = true

  mutating func allows(_ program: LinearProgram) -> Bool {
    if left < program.nonzeroCount { suffices = false }
    return left >= program.nonzeroCount
  }

  mutating func add(_ program: LinearProgram, nodes: Int) {
    left -= (program.nonzeroCount + 200) * (1 + nodes / 4)
  }
}

extension RosterProblem {
  /// The same month with every day free to be worked that employment, classes and last month leave free.
  func withoutLeaveAndLocks() -> RosterProblem {
    var free = centre
    free.leave.removeAll { $0.kind == .leave }
    free.locks = []
    var result = self
    result.isAllowed = RosterProblem(centre: free, period: period, requirement: Requirement(rows: [])).isAllowed
    return result
  }
}
