internal import Parallel

/// The bound where the horizon is too long for columns: everything but the rules of runs has a price (Lagrangian relaxation), the
/// cover by row, and by person the limits per shift, the weekends and the hours. No roster costs less at any prices; values
/// are whole millionths of a unit of cost.
///
/// Prices are one vector: the rows of cover, what one more person is worth; then by person each shift, the weekends, and a
/// unit of hours, below 0 where there are too few.
final class LongBound: @unchecked Sendable {
  private let tables: ShiftLevelTables
  private let threads: Int
  /// One for each task.
  private let programs: [RunProgram]
  private static let scale = 1e6
  /// A fixed number, so that the sums do not depend on threads.
  private static let tasks = 8
  /// No price of a person goes beyond.
  private static let dearest = 1000.0

  init(_ tables: ShiftLevelTables, threads: Int) {
    self.tables = tables
    self.threads = threads
    programs = (0..<LongBound.tasks).map { _ in RunProgram(tables) }
  }

  var rowCount: Int { tables.rows.count }
  var priceCount: Int { rowCount + tables.peopleCount * limits }
  /// Prices of a person.
  private var limits: Int { tables.shiftCount + 2 }

  struct Answer {
    /// No roster costs less.
    var bound: Double
    /// By price, how much the bound gains with each unit of it.
    var slope: [Double]
  }

  /// The prices allowed, by price.
  func range(_ index: Int) -> ClosedRange<Double> {
    if index < rowCount { return -Double(tables.rows[index].over)...Double(tables.rows[index].under) }
    let isHours = (index - rowCount) % limits == limits - 1
    return (isHours ? -LongBound.dearest : 0)...LongBound.dearest
  }

  /// - Returns: nil where a person has no line at all.
  func answer(_ prices: [Double]) -> Answer? {
    let whole = prices.map { Int64(($0 * LongBound.scale).rounded()) }
    var worth = [Int64](repeating: 0, count: tables.dayCount * tables.shiftCount)
    var total = Int64(tables.constant) * Int64(LongBound.scale)
    var slope = [Double](repeating: 0, count: priceCount)
    for (row, cover) in tables.rows.enumerated() {
      worth[Int(cover.cell)] += whole[row]
      total += whole[row] * Int64(cover.required)
      slope[row] = Double(cover.required)
    }
    let cells = worth
    let parts = ParallelTasks.map(count: LongBound.tasks, threads: threads) { self.answer(of: $0, cells, whole) }
    for part in parts {
      guard let bound = part.bound else { return nil }
      total += bound
      for (row, cover) in tables.rows.enumerated() { slope[row] -= Double(part.counts[Int(cover.cell)]) }
      for (index, value) in part.slope { slope[index] = value }
    }
    return Answer(bound: Double(total) / LongBound.scale, slope: slope)
  }

  /// What the people of one task answer.
  private struct Part: Sendable {
    /// nil where one has no line at all.
    var bound: Int64? = 0
    /// By cell, the people there.
    var counts: [Int32]
    /// Of these people's own prices.
    var slope: [(Int, Double)] = []
  }

  /// - Parameter worth: by cell, what one more person brings.
  private func answer(of task: Int, _ worth: [Int64], _ whole: [Int64]) -> Part {
    let program = programs[task]
    var part = Part(counts: [Int32](repeating: 0, count: worth.count))
    var price = worth
    for index in stride(from: task, to: tables.peopleCount, by: LongBound.tasks) {
      let first = rowCount + index * limits
      setPrices(of: tables.people[index], worth, whole, first, &price)
      guard
        let value = program.solve(tables.people[index], price: price, weekendPrice: whole[first + tables.shiftCount])
      else {
        part.bound = nil
        return part
      }
      part.bound = part.bound.map { $0 + value }
      payBack(tables.people[index], program.line, whole, first, &part)
    }
    return part
  }

  private func setPrices(
    of person: ShiftLevelPerson, _ worth: [Int64], _ whole: [Int64], _ first: Int, _ price: inout [Int64]
  ) {
    let shifts = tables.shiftCount
    let added = (0..<shifts).map { whole[first + $0] + whole[first + shifts + 1] * Int64(tables.units[$0]) }
    for day in 0..<tables.dayCount {
      for shift in 0..<shifts {
        let cell = day * shifts + shift
        price[cell] = Int64(person.ownCost[cell]) * Int64(LongBound.scale) - worth[cell] + added[shift]
      }
    }
  }

  /// What a person's limits allow is paid back at their prices.
  private func payBack(
    _ person: ShiftLevelPerson, _ line: UnsafePointer<Int16>, _ whole: [Int64], _ first: Int, _ part: inout Part
  ) {
    let shifts = tables.shiftCount
    var uses = [Int](repeating: 0, count: limits)
    for day in 0..<tables.dayCount where line[day] >= 0 {
      let shift = Int(line[day])
      part.counts[day * shifts + shift] += 1
      uses[shift] += 1
      if day % 7 == 5 || day % 7 == 6 && line[day - 1] < 0 { uses[shifts] += 1 }
      uses[shifts + 1] += tables.units[shift]
    }
    let hours = uses[shifts + 1]
    let hoursPrice = whole[first + shifts + 1]
    // Unpriced hours within both limits ask for no price.
    var hoursAllowed = min(max(hours, person.minUnits), person.maxUnits)
    if hoursPrice > 0 { hoursAllowed = person.maxUnits }
    if hoursPrice < 0 { hoursAllowed = person.minUnits }
    let allowed = person.mostOfShift + [person.maxWeekends, hoursAllowed]
    for limit in 0..<limits {
      part.bound = part.bound.map { $0 - whole[first + limit] * Int64(allowed[limit]) }
      part.slope.append((first + limit, Double(uses[limit] - allowed[limit])))
    }
  }
}
