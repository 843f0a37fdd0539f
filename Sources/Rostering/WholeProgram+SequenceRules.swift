internal import Solving
internal import Vocabulary

/// Rows of the switched rules on one person's sequence of days. A row for each pattern a rule speaks of: where the pattern
/// is there, the row leaves room only for its units of violation.
extension WholeProgram {
  mutating func addSequence(_ person: Int) {
    guard let sequence = problem.sequence else { return }
    for (index, key) in sequence.keys.enumerated() {
      let rule = sequence.rules[index]
      let row = RuleRow(name: "\(key)\(index + 1)_p\(person + 1)", weight: rule.isHard ? nil : rule.weight)
      if rule.burden != nil {
        addBurden(person, sequence, index, row)
        continue
      }
      switch rule.measure {
      case .shortWorkRuns(let least): addWorkRuns(person, sequence, least, row)
      case .shortOffRuns(let least): addOffRuns(person, sequence, least, row)
      case .nights(let set, let most, let daysOff, let after):
        addNights(person, sequence, set, most, row)
        addDaysOff(person, sequence, set, daysOff: daysOff, after: after, row)
      case .days(let set):
        add(row, "", upper: rule.limit, (0..<problem.dayCount).flatMap { inSet(person, $0, sequence, set) })
      case .follow(let from, let to): addPairs(person, sequence, from, to, row)
      case .weekends: addWeekends(person, sequence, rule.limit, row)
      case .starts: addStarts(person, sequence, row)
      case .rotation: addRotation(person, sequence, row)
      case .weeks(let minutes): addWeeks(person, sequence, minutes, rule.limit, row)
      case .month: add(row, "", upper: sequence.minuteLimits[person], minutes(person, 0..<problem.dayCount), unit: 60)
      case .holidays, .refusedWishes: break
      }
    }
  }

  private struct RuleRow {
    var name: String
    var weight: Double?
  }

  /// terms − unit × units of violation ≤ upper.
  private mutating func add(_ row: RuleRow, _ suffix: String, upper: Double, _ terms: [Term], unit: Double = 1) {
    let name = row.name + suffix
    program.addRow(upper: upper, terms + units(row.weight, name, per: unit), name: name)
  }

  // MARK: Burdens

  /// Each day counted is a unit of one of the columns that cost max(0, balance + i) units; the cheapest are used up first.
  private mutating func addBurden(_ person: Int, _ sequence: SequenceRules, _ index: Int, _ row: RuleRow) {
    var constant = 0
    let counted: [Term]
    switch sequence.rules[index].measure {
    case .days(let set): counted = (0..<problem.dayCount).flatMap { inSet(person, $0, sequence, set) }
    case .weekends: counted = weekends(person, sequence, row)
    case .holidays: counted = worked(person, (0..<problem.dayCount).filter { sequence.isHoliday[$0] })
    default:
      (counted, constant) = refusals(person, sequence.refusals)
    }
    let most = counted.reduce(Double(constant)) { $0 + max(0, $1.coefficient) }
    guard most > 0 else { return }
    let balance = sequence.balances[index * sequence.personCount + person]
    let units = (1...Int(most)).map { day -> Term in
      let cost = sequence.rules[index].weight * max(0, balance + Double(day))
      return (program.addColumn(cost: cost, upper: 1, name: "\(row.name)_\(day)"), -1)
    }
    program.addRow(upper: Double(-constant), counted + units, name: row.name)
  }

  /// Wishes refused beyond those that a month off refuses, and these.
  private func refusals(_ person: Int, _ refusals: WishRefusals) -> (terms: [Term], constant: Int) {
    var terms: [Term] = []
    var constant = 0
    for day in 0..<problem.dayCount {
      let off = refusals.count(person, day, choice: 0)
      constant += off
      for choice in 1..<problem.choiceCount where column(person, day, choice) >= 0 {
        let more = refusals.count(person, day, choice: choice) - off
        if more != 0 { terms.append((column(person, day, choice), Double(more))) }
      }
    }
    return (terms, constant)
  }

  // MARK: Terms

  private func worked(_ person: Int, _ days: some Sequence<Int>, by coefficient: Double = 1) -> [Term] {
    days.flatMap { columns(person, $0) }.map { ($0.column, coefficient) }
  }

  private func inSet(_ person: Int, _ day: Int, _ sequence: SequenceRules, _ set: UInt64, isIn: Bool = true) -> [Term] {
    (1..<problem.choiceCount)
      .filter { column(person, day, $0) >= 0 && (sequence.sets[$0] & set != 0) == isIn }
      .map { (column(person, day, $0), 1.0) }
  }

  private func minutes(_ person: Int, _ days: Range<Int>) -> [Term] {
    days.flatMap { day in
      (1..<problem.choiceCount).filter { column(person, day, $0) >= 0 }
        .map { (column(person, day, $0), Double(problem.shifts[$0 - 1].paidMinutes)) }
    }
  }

  // MARK: Runs

  private mutating func addWorkRuns(_ person: Int, _ sequence: SequenceRules, _ least: Int, _ row: RuleRow) {
    let free = sequence.isFree + person * problem.dayCount
    let tail = sequence.tails[person]
    for end in 0..<problem.dayCount where free[end] {
      // Days worked up to `end`, which is off; those that began last month first.
      let known = tail.workRun
      if tail.beganEmployed, known + end > 0, known + end < least {
        let terms = worked(person, 0..<end) + worked(person, [end], by: -1)
        add(row, "_tail\(end)", upper: Double(end - 1), terms, unit: 1 / Double(least - known - end))
      }
      for length in 1..<least where end - length > 0 && free[end - length - 1] {
        let run = (end - length)..<end
        let terms = worked(person, run) + worked(person, [end, run.lowerBound - 1], by: -1)
        add(row, "_d\(end)_\(length)", upper: Double(length - 1), terms, unit: 1 / Double(least - length))
      }
    }
  }

  private mutating func addOffRuns(_ person: Int, _ sequence: SequenceRules, _ least: Int, _ row: RuleRow) {
    let free = sequence.isFree + person * problem.dayCount
    let known = sequence.tails[person].daysOff
    for end in 0..<problem.dayCount {
      // Days off up to `end`, which is worked.
      if known + end > 0, known + end < least, (0..<end).allSatisfy({ free[$0] }) {
        let terms = worked(person, [end]) + worked(person, 0..<end, by: -1)
        add(row, "_tail\(end)", upper: 0, terms, unit: 1 / Double(least - known - end))
      }
      for length in 1..<least where end - length > 0 {
        let run = (end - length)..<end
        guard run.allSatisfy({ free[$0] }) else { continue }
        let terms = worked(person, [end, run.lowerBound - 1]) + worked(person, run, by: -1)
        add(row, "_d\(end)_\(length)", upper: 1, terms, unit: 1 / Double(least - length))
      }
    }
  }

  // MARK: Nights

  private mutating func addNights(
    _ person: Int, _ sequence: SequenceRules, _ set: UInt64, _ most: Int, _ row: RuleRow
  ) {
    let tail = sequence.tails[person]
    let before = tail.daysOff == 0 ? tail.nightRun : 0
    for day in 0..<problem.dayCount {
      let first = max(0, day - most)
      guard day - first == most || before + day + 1 > most else { continue }
      let nights = (first...day).flatMap { inSet(person, $0, sequence, set) }
      add(row, "_d\(day + 1)", upper: Double(day - first), nights)
    }
  }

  /// Work too soon after the last `after` nights of a run.
  private mutating func addDaysOff(
    _ person: Int, _ sequence: SequenceRules, _ set: UInt64, daysOff: Int, after: Int, _ row: RuleRow
  ) {
    let tail = sequence.tails[person]
    let before = tail.daysOff == 0 ? tail.nightRun : 0
    for next in 0..<problem.dayCount {
      for gap in 0..<daysOff {
        let last = next - gap - 1
        guard last >= 0 else { break }
        let first = max(0, last - after + 1)
        guard last - first + 1 == after || before + last + 1 >= after else { continue }
        let nights = (first...last).flatMap { inSet(person, $0, sequence, set) }
        let between = worked(person, (last + 1)..<next, by: -1)
        let work = gap == 0 ? inSet(person, next, sequence, set, isIn: false) : worked(person, [next])
        add(
          row, "_off\(next + 1)_\(gap)", upper: Double(last - first + 1), nights + between + work,
          unit: 1 / Double(daysOff - gap))
      }
      let gap = tail.daysOff + next
      guard tail.nightRun >= after, gap < daysOff else { continue }
      let work = gap == 0 ? inSet(person, next, sequence, set, isIn: false) : worked(person, [next])
      add(
        row, "_tail\(next + 1)", upper: 0, work + worked(person, 0..<next, by: -1), unit: 1 / Double(daysOff - gap))
    }
  }

  // MARK: Pairs of days, weekends, weeks

  private mutating func addPairs(
    _ person: Int, _ sequence: SequenceRules, _ from: UInt64, _ to: UInt64, _ row: RuleRow
  ) {
    if sequence.tails[person].eve & from != 0 { add(row, "_d0", upper: 0, inSet(person, 0, sequence, to)) }
    for day in 0..<max(0, problem.dayCount - 1) {
      let terms = inSet(person, day, sequence, from) + inSet(person, day + 1, sequence, to)
      add(row, "_d\(day + 1)", upper: 1, terms)
    }
  }

  private mutating func addWeekends(_ person: Int, _ sequence: SequenceRules, _ most: Double, _ row: RuleRow) {
    add(row, "", upper: most, weekends(person, sequence, row))
  }

  /// A column for each weekend, at least 1 where it is worked.
  private mutating func weekends(_ person: Int, _ sequence: SequenceRules, _ row: RuleRow) -> [Term] {
    var terms: [Term] = []
    for week in 0..<sequence.weeks {
      let weekend = days(of: week, sequence).filter { (sequence.firstWeekday + $0) % 7 >= 5 }
      guard !weekend.isEmpty else { continue }
      let isWorked = program.addColumn(cost: 0, upper: 1, name: "\(row.name)_w\(week + 1)")
      for day in weekend {
        program.addRow(upper: 0, columns(person, day) + [(isWorked, -1)], name: "\(row.name)_d\(day + 1)")
      }
      terms.append((isWorked, 1))
    }
    return terms
  }

  private mutating func addStarts(_ person: Int, _ sequence: SequenceRules, _ row: RuleRow) {
    let starts = Set(problem.shifts.map(\.startMinute)).sorted()
    for week in 0..<sequence.weeks {
      var terms: [Term] = []
      for start in starts {
        let isUsed = program.addColumn(cost: 0, upper: 1, name: "\(row.name)_w\(week + 1)_t\(start)")
        for day in days(of: week, sequence) {
          program.addRow(
            upper: 0, columns(person, day) { $0.startMinute == start } + [(isUsed, -1)],
            name: "\(row.name)_d\(day + 1)_t\(start)")
        }
        terms.append((isUsed, 1))
      }
      add(row, "_w\(week + 1)", upper: 1, terms)
    }
  }

  private mutating func addRotation(_ person: Int, _ sequence: SequenceRules, _ row: RuleRow) {
    var terms: [Term] = []
    for week in 0..<sequence.weeks {
      let step = sequence.steps[person * sequence.weeks + week]
      guard step != .max else { continue }
      terms += days(of: week, sequence).flatMap { inSet(person, $0, sequence, step, isIn: false) }
    }
    add(row, "", upper: 0, terms)
  }

  private mutating func addWeeks(
    _ person: Int, _ sequence: SequenceRules, _ regular: Double, _ allowed: Double, _ row: RuleRow
  ) {
    var terms: [Term] = []
    for week in 0..<sequence.weeks {
      let days = days(of: week, sequence)
      // The hours of a week that ends next month are next month's.
      guard (sequence.firstWeekday + days.upperBound) % 7 == 0 else { continue }
      let overtime = program.addColumn(cost: 0, name: "\(row.name)_over\(week + 1)")
      let before = week == 0 ? Double(sequence.tails[person].weekMinutes) : 0
      program.addRow(
        upper: max(0, regular - before), minutes(person, days) + [(overtime, -1)], name: "\(row.name)_w\(week + 1)")
      terms.append((overtime, 1))
    }
    add(row, "", upper: allowed, terms, unit: 60)
  }

  /// The days of the period in a calendar week.
  private func days(of week: Int, _ sequence: SequenceRules) -> Range<Int> {
    max(0, 7 * week - sequence.firstWeekday)..<min(problem.dayCount, 7 * (week + 1) - sequence.firstWeekday)
  }
}
