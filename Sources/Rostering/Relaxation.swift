internal import Foundation
internal import Solving
internal import Vocabulary

/// The linear relaxation of the month with alike people taken together, solved by GLPK for its prices.
///
/// People of one group (leads or not, the same shifts) are counted, not named; meals are explicit variables (Aykin 1996);
/// the monthly rules are rows over the group with right-hand sides summed from leave and tails. The program's size does
/// not depend on the headcount. Groups average productivities and prices, so its optimum is an estimate; the bound that
/// is certified comes from `LowerBound` at its prices.
struct Relaxation {
  struct Result {
    var slotPrices: SlotPrices
    /// By person.
    var personPrices: [PersonPrices]
    var iterations: Int
    var objective: Double
    /// R1 with R10: yuan that one more person who may work on a day saves, by day, in the group where it is most.
    var dayPrices: [Double]
    /// From which a relaxation much like this one goes on.
    var start: Start?
    /// Of the month's target, where its price is sought: yuan that one call less to be served in time saves.
    var pricePerCall: Double?
  }

  /// A basis, and the limits of the floor that are rows in it, in their order.
  struct Start {
    var basis: SimplexBasis
    var limits: [Int]
  }

  /// The month's target as a row of the relaxation, instead of a price of the calls.
  struct Target {
    /// Calls the month may miss of what the last points of its half-hours' curves give.
    var mostMissed: Double
    /// Yuan at which a call is given up.
    var mostPrice: Double
  }

  private let problem: RosterProblem
  private let groups: [StaffGroup]
  private(set) var program = LinearProgram()
  /// Column of a group's shift on a day, −1 where nobody may work it.
  private var work: [Int]
  private var dutyTerms: [[(column: Int, coefficient: Double)]]
  private var leadTerms: [[(column: Int, coefficient: Double)]]
  private var coverageTerms: [[(column: Int, coefficient: Double)]]
  private var coverageRows: [Int]
  private(set) var floorLimits: [FloorLimit] = []
  private var groupRows: [GroupRows] = []
  private let target: Target?
  private var targetRow: Int?

  private struct GroupRows {
    var short = -1
    var overtime = -1
    var workDays = -1
    var imbalanceUp = -1
    var imbalanceDown = -1
    /// R1 with R10, by day.
    var days: [Int] = []
  }

  /// - Parameters:
  ///   - mostGroups: fewer groups make a quicker program and weaker prices; nil = what the number of shifts allows.
  ///   - target: whose price is sought; a call must be priced at 1 yuan in the problem.
  init(_ problem: RosterProblem, mostGroups: Int? = nil, target: Target? = nil) {
    self.problem = problem
    self.target = target
    groups = StaffGroup.groups(of: problem, most: mostGroups ?? StaffGroup.mostGroups(shifts: problem.shifts.count))
    work = [Int](repeating: -1, count: groups.count * problem.dayCount * problem.choiceCount)
    dutyTerms = [[(column: Int, coefficient: Double)]](repeating: [], count: problem.slotCount)
    leadTerms = dutyTerms
    coverageTerms = dutyTerms
    coverageRows = [Int](repeating: -1, count: problem.slotCount)
    addWork()
    addMeals()
    for group in groups.indices {
      groupRows.append(GroupRows())
      addDays(group)
      addRests(group)
      addMonth(group)
    }
    addSlots()
  }

  /// - Parameters:
  ///   - start: of a relaxation much like this one; of no use where it has other rows or columns.
  ///   - tolerance: share of the optimum; limits are no longer looked for once the last ones cost less. 0 = all that are broken count.
  /// - Returns: nil where GLPK reaches no optimum: cancelled, or the rows contradict one another.
  func solve(
    from start: Start? = nil, tolerance: Double = 0, isCancelled: @escaping @Sendable () -> Bool
  ) throws(SolverError) -> Result? {
    guard let (outcome, limits) = try solveCounting(from: start, tolerance: tolerance, isCancelled: isCancelled)
    else { return nil }
    let duals = outcome.rowDuals
    var prices = SlotPrices(slots: problem.slotCount)
    for slot in 0..<problem.slotCount {
      if coverageRows[slot] >= 0 { prices.coverage[slot] = duals[coverageRows[slot]] }
    }
    for (index, limit) in limits.enumerated() {
      let price = max(0, -duals[program.rowCount + index])
      if floorLimits[limit].isOfLeads {
        prices.lead[floorLimits[limit].slot] = price
      } else {
        prices.seat[floorLimits[limit].slot] = price
      }
    }
    var personPrices = [PersonPrices](repeating: PersonPrices(), count: problem.people.count)
    for (group, rows) in zip(groups, groupRows) {
      var price = PersonPrices()
      price.minute = -duals[rows.short] - duals[rows.overtime]
      price.workDay = max(0, -duals[rows.workDays])
      if rows.imbalanceUp >= 0 { price.balance = -duals[rows.imbalanceUp] - duals[rows.imbalanceDown] }
      for person in group.people { personPrices[person] = price }
    }
    let dayPrices = (0..<problem.dayCount).map { day in
      groupRows.map { max(0, -duals[$0.days[day]]) }.max() ?? 0
    }
    return Result(
      slotPrices: prices, personPrices: personPrices, iterations: outcome.iterations, objective: outcome.objective ?? 0,
      dayPrices: dayPrices, start: outcome.basis.map { Start(basis: $0, limits: limits) },
      pricePerCall: targetRow.map { max(0, -duals[$0]) })
  }

  private func column(_ group: Int, _ day: Int, _ choice: Int) -> Int {
    work[(group * problem.dayCount + day) * problem.choiceCount + choice]
  }

  /// People of each group on each shift and day.
  private mutating func addWork() {
    for (index, group) in groups.enumerated() {
      for day in 0..<problem.dayCount {
        for choice in 1..<problem.choiceCount where group.available(problem, day, choice: choice) > 0 {
          let shift = problem.shifts[choice - 1]
          let column = program.addColumn(
            cost: group.rate * Double(shift.paidMinutes) + problem.tangentPrice(day, choice: choice))
          work[(index * problem.dayCount + day) * problem.choiceCount + choice] = column
          for slot in shift.duty.joined() {
            let at = day * HalfHour.perDay + slot
            dutyTerms[at].append((column, 1))
            leadTerms[at].append((column, group.isLead ? -Double(problem.limits.leadSpan) : 1))
            coverageTerms[at].append((column, group.units / CoverageUnits.perAgent))
          }
        }
      }
    }
  }

  /// Meals of those who serve calls, at the average productivity; meals of leads change no coverage.
  private mutating func addMeals() {
    let serving = groups.indices.filter { groups[$0].units > 0 }
    let heads = serving.reduce(0) { $0 + groups[$1].people.count }
    guard heads > 0 else { return }
    let units =
      serving.reduce(0.0) { $0 + groups[$1].units * Double(groups[$1].people.count) } / Double(heads)
      / CoverageUnits.perAgent
    for day in 0..<problem.dayCount {
      for choice in 1..<problem.choiceCount where !problem.shifts[choice - 1].mealStarts.isEmpty {
        let shift = problem.shifts[choice - 1]
        var terms = serving.map { column($0, day, choice) }.filter { $0 >= 0 }.map { (column: $0, coefficient: -1.0) }
        guard !terms.isEmpty else { continue }
        for start in shift.mealStarts {
          let meal = program.addColumn(cost: 0)
          terms.append((meal, 1))
          for slot in start..<(start + shift.mealHalfHours) {
            let at = day * HalfHour.perDay + slot
            coverageTerms[at].append((meal, -units))
            if !problem.limits.seatHeldDuringMeal { dutyTerms[at].append((meal, -1)) }
          }
        }
        program.addRow(lower: 0, upper: 0, terms)
      }
    }
  }

  /// R1 with R10, R3 with the tails, R4.
  private mutating func addDays(_ group: Int) {
    let staff = groups[group]
    let byDay = (0..<problem.dayCount).map { day in
      (1..<problem.choiceCount).map { column(group, day, $0) }.filter { $0 >= 0 }.map { (column: $0, coefficient: 1.0) }
    }
    for day in 0..<problem.dayCount {
      groupRows[group].days.append(program.addRow(upper: Double(staff.available(problem, day)), byDay[day]))
    }
    let longest = problem.limits.maxConsecutiveDays
    for first in 0..<max(0, problem.dayCount - longest) {
      program.addRow(
        upper: Double(longest * staff.people.count), byDay[first...(first + longest)].flatMap { $0 })
    }
    for days in 1...max(1, min(longest, problem.dayCount)) {
      let most = staff.people.reduce(0) { sum, person in
        // A run that would grow too long is broken by a day off among these.
        return sum + (problem.people[person].tailRun + days > longest ? days - 1 : days)
      }
      if most < days * staff.people.count {
        program.addRow(upper: Double(most), byDay[0..<days].flatMap { $0 })
      }
    }
    let most = staff.people.reduce(0) { $0 + max(0, problem.people[$1].maxWorkDays) }
    groupRows[group].workDays = program.addRow(upper: Double(most), byDay.flatMap { $0 })
  }

  /// R2 between neighbouring days: late shifts of a day and the early ones of the next that they exclude share the people.
  private mutating func addRests(_ group: Int) {
    let ends = Set(problem.shifts.map(\.restedMinute)).sorted()
    for day in 0..<max(0, problem.dayCount - 1) {
      for end in ends {
        let early = problem.shifts.indices.filter {
          problem.shifts[$0].startMinute + TimeOfDay.minutesPerDay < end && column(group, day + 1, $0 + 1) >= 0
        }
        guard !early.isEmpty else { continue }
        let late = problem.shifts.indices.filter {
          problem.shifts[$0].restedMinute >= end && column(group, day, $0 + 1) >= 0
        }
        let columns = late.map { column(group, day, $0 + 1) } + early.map { column(group, day + 1, $0 + 1) }
        program.addRow(
          upper: Double(groups[group].people.count), columns.map { (column: $0, coefficient: 1.0) })
      }
    }
  }

  /// R5, R6, R7 over the month.
  private mutating func addMonth(_ group: Int) {
    let staff = groups[group]
    var minutes: [(column: Int, coefficient: Double)] = []
    var balance: [(column: Int, coefficient: Double)] = []
    var lateNights: [(column: Int, coefficient: Double)] = []
    for day in 0..<problem.dayCount {
      for choice in 1..<problem.choiceCount where column(group, day, choice) >= 0 {
        let shift = problem.shifts[choice - 1]
        let at = column(group, day, choice)
        minutes.append((at, Double(shift.paidMinutes)))
        if shift.isClassA { balance.append((at, 1)) }
        if shift.isClassB { balance.append((at, -1)) }
        if shift.isLateNight { lateNights.append((at, 1)) }
      }
    }
    let people = staff.people.map { problem.people[$0] }
    let count = Double(people.count)
    let short = program.addColumn(cost: problem.costs.shortHour / 60)
    let overtime = program.addColumn(cost: max(0, people[0].overtimeRate - staff.rate))
    let owed = people.reduce(0) { $0 + $1.minMinutes }
    groupRows[group].short = program.addRow(lower: owed, minutes + [(short, 1)])
    groupRows[group].overtime = program.addRow(upper: count * problem.costs.standardMinutes, minutes + [(overtime, -1)])
    if people.contains(where: \.isBalanced) {
      let difference = program.addColumn(
        cost: problem.costs.imbalance, upper: count * Double(problem.limits.balanceTolerance))
      groupRows[group].imbalanceUp = program.addRow(upper: 0, balance + [(difference, -1)])
      groupRows[group].imbalanceDown = program.addRow(lower: 0, balance + [(difference, 1)])
    }
    if !lateNights.isEmpty {
      program.addRow(upper: count * Double(problem.limits.maxLateNights), lateNights)
      let owing = Double(people.filter(\.owesLateNight).count * problem.limits.minLateNights)
      let missing = program.addColumn(cost: problem.costs.lateNightMissing)
      program.addRow(lower: owing, lateNights + [(missing, 1)])
    }
  }

  /// R14 and over in every half-hour, the month's target where its price is sought, and the limits R9 and R11.
  private mutating func addSlots() {
    var missedTerms: [(column: Int, coefficient: Double)] = []
    defer {
      if let target {
        let slack = program.addColumn(cost: target.mostPrice)
        targetRow = program.addRow(upper: target.mostMissed, missedTerms + [(slack, -1)])
      }
    }
    for slot in 0..<problem.slotCount {
      let staff = Double(problem.carriedStaff[slot] + problem.carriedLeads[slot])
      if problem.isCounted[slot] {
        let cost = problem.staffingCosts[slot]
        var terms = coverageTerms[slot]
        for piece in cost.pieces {
          let service = target == nil ? 0 : piece.service
          let column = program.addColumn(cost: piece.price - service, upper: piece.width)
          terms.append((column, 1))
          if service > 0 { missedTerms.append((column, service)) }
        }
        terms.append((program.addColumn(cost: cost.over), -1))
        let rest = cost.top / CoverageUnits.perAgent - problem.carriedUnits[slot] / CoverageUnits.perAgent
        coverageRows[slot] = program.addRow(lower: rest, upper: rest, terms)
      }
      guard !dutyTerms[slot].isEmpty else { continue }
      let seats = Double(problem.seats[slot])
      if Double(problem.people.count) + staff > seats {
        floorLimits.append(FloorLimit(slot: slot, isOfLeads: false, upper: seats - staff, terms: dutyTerms[slot]))
      }
      if problem.limits.leadSpan > 0 {
        let rest = problem.carriedLeads[slot] * Int32(problem.limits.leadSpan) - problem.carriedStaff[slot]
        floorLimits.append(FloorLimit(slot: slot, isOfLeads: true, upper: Double(rest), terms: leadTerms[slot]))
      }
    }
  }
}
