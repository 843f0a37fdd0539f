internal import Solving
internal import Vocabulary

/// The half-hours' part of every integer program of the engine: who is on duty, eating and serving in each slot, the rows
/// R8, R9, R11, R14 and the minimum on the phone, and the cost of under- and overstaffing.
///
/// Columns are added to a slot term by term; what is fixed stands in `base…`. docs/model.md numbers the rows.
struct FloorProgram {
  typealias Term = (column: Int, coefficient: Double)

  private let problem: RosterProblem
  private var staff: [[Term]]
  private var leads: [[Term]]
  private var eating: [[Term]]
  private var units: [[Term]]
  private var coverage: [CoverageRow] = []

  /// The slack columns of a row of R14.
  private struct CoverageRow {
    var slot: Int
    var under: [(column: Int, upper: Double)]
    var over: Int
    var rest: Double
  }

  /// What is on the floor whatever the columns say.
  var baseStaff: [Int]
  var baseLeads: [Int]
  var baseEating: [Int]
  var baseUnits: [Double]

  init(_ problem: RosterProblem) {
    self.problem = problem
    staff = [[Term]](repeating: [], count: problem.slotCount)
    leads = staff
    eating = staff
    units = staff
    baseStaff = problem.carriedStaff.map(Int.init)
    baseLeads = problem.carriedLeads.map(Int.init)
    baseEating = [Int](repeating: 0, count: problem.slotCount)
    baseUnits = problem.carriedUnits
  }

  /// Takes what an assignment puts on the floor as fixed.
  mutating func fix(_ floor: FloorCount) {
    baseStaff = floor.staff
    baseLeads = floor.leads
    baseEating = floor.eating
    baseUnits = floor.units
  }

  /// Takes one cell of an assignment off the fixed floor again.
  mutating func release(_ shift: ShiftData, day: Int, meal: Int?, isLead: Bool, productivity: Double) {
    for slot in shift.duty.joined() {
      let at = day * HalfHour.perDay + slot
      if isLead { baseLeads[at] -= 1 } else { baseStaff[at] -= 1 }
      baseUnits[at] -= productivity
    }
    if let meal { releaseMeal(shift, day: day, meal: meal, productivity: productivity) }
  }

  /// Sends somebody who eats back to the phone.
  mutating func releaseMeal(_ shift: ShiftData, day: Int, meal: Int, productivity: Double) {
    for slot in meal..<(meal + shift.mealHalfHours) {
      baseEating[day * HalfHour.perDay + slot] -= 1
      baseUnits[day * HalfHour.perDay + slot] += productivity
    }
  }

  /// A column counts people of one kind on a shift of a day.
  mutating func addWork(_ column: Int, _ shift: ShiftData, day: Int, isLead: Bool, productivity: Double) {
    for slot in shift.duty.joined() {
      let at = day * HalfHour.perDay + slot
      if isLead { leads[at].append((column, 1)) } else { staff[at].append((column, 1)) }
      if productivity != 0 { units[at].append((column, productivity / CoverageUnits.perAgent)) }
    }
  }

  /// A column counts people of one kind who start their meal at a slot of a day.
  mutating func addMeal(_ column: Int, _ shift: ShiftData, day: Int, start: Int, productivity: Double) {
    for slot in start..<(start + shift.mealHalfHours) {
      let at = day * HalfHour.perDay + slot
      eating[at].append((column, 1))
      if productivity != 0 { units[at].append((column, -productivity / CoverageUnits.perAgent)) }
    }
  }

  /// Fills in the under- and overstaffing that the other columns of a point leave.
  func completeSlack(_ point: inout [Double]) {
    for row in coverage {
      let staffing = units[row.slot].reduce(0.0) { $0 + $1.coefficient * point[$1.column] }
      var short = row.rest - staffing
      point[row.over] = max(0, -short)
      for piece in row.under {
        point[piece.column] = min(max(0, short), piece.upper)
        short -= point[piece.column]
      }
    }
  }

  /// Adds the rows of all slots that some column touches, or of all slots.
  mutating func addRows(to program: inout LinearProgram, allSlots: Bool) {
    for slot in 0..<problem.slotCount {
      let isTouched = !staff[slot].isEmpty || !leads[slot].isEmpty || !eating[slot].isEmpty
      guard isTouched || allSlots else { continue }
      if problem.isCounted[slot] { addCoverage(slot, to: &program) }
      addPresence(slot, to: &program)
    }
  }

  private mutating func addCoverage(_ slot: Int, to program: inout LinearProgram) {
    let cost = problem.staffingCosts[slot]
    let top = cost.top / CoverageUnits.perAgent
    var terms = units[slot]
    var row = CoverageRow(slot: slot, under: [], over: 0, rest: top - baseUnits[slot] / CoverageUnits.perAgent)
    for (index, piece) in cost.pieces.enumerated() {
      let column = program.addColumn(cost: piece.price, upper: piece.width, name: "under\(index + 1)_\(slot)")
      terms.append((column, 1))
      row.under.append((column, piece.width))
    }
    row.over = program.addColumn(cost: cost.over, name: "over_\(slot)")
    terms.append((row.over, -1))
    program.addRow(lower: row.rest, upper: row.rest, terms, name: "R14_\(slot)")
    coverage.append(row)
  }

  private func addPresence(_ slot: Int, to program: inout LinearProgram) {
    let limits = problem.limits
    let onDuty = staff[slot] + leads[slot]
    let base = baseStaff[slot] + baseLeads[slot]
    let away = eating[slot].map { (column: $0.column, coefficient: -1.0) }
    let seats = Int(problem.seats[slot])
    if limits.seatHeldDuringMeal {
      program.addRow(upper: Double(seats - base), onDuty, name: "R9_\(slot)")
    } else {
      program.addRow(upper: Double(seats - base + baseEating[slot]), onDuty + away, name: "R9_\(slot)")
    }
    if limits.leadSpan > 0 {
      let span = Double(limits.leadSpan)
      program.addRow(
        upper: span * Double(baseLeads[slot]) - Double(baseStaff[slot]),
        staff[slot] + leads[slot].map { (column: $0.column, coefficient: -span) }, name: "R11_\(slot)")
    }
    if !eating[slot].isEmpty { addMealShare(slot, onDuty, base, to: &program) }
    if problem.minOnPhone[slot] > 0 {
      program.addRow(
        lower: Double(Int(problem.minOnPhone[slot]) - base + baseEating[slot]), onDuty + away, name: "phone_\(slot)")
    }
  }

  /// eating ≤ max(1, ⌈share × on duty⌉): in whole numbers, denominator × eating ≤ numerator × on duty + denominator − 1.
  private func addMealShare(_ slot: Int, _ onDuty: [Term], _ base: Int, to program: inout LinearProgram) {
    let numerator = Double(problem.limits.mealShareNumerator)
    let denominator = Double(problem.limits.mealShareDenominator)
    guard numerator > 0 else {
      program.addRow(upper: Double(1 - baseEating[slot]), eating[slot], name: "R8_\(slot)")
      return
    }
    let terms =
      eating[slot].map { (column: $0.column, coefficient: 1.0) }
      + onDuty.map { (column: $0.column, coefficient: -numerator / denominator) }
    program.addRow(
      upper: (numerator * Double(base) + denominator - 1) / denominator - Double(baseEating[slot]), terms,
      name: "R8_\(slot)")
  }
}
