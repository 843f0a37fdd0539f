internal import Vocabulary

/// A person's first line where the horizon is too long for all shifts at once: a few shifts of every length, those the
/// person may work most often, as a problem of one person.
struct FirstLine {
  private let tables: ShiftLevelTables
  private let shifts: [Int]
  private let scale: Int32
  /// Shifts of each length.
  private static let shiftsOfLength = 2

  init(_ problem: ShiftLevelProblem, person index: Int, scale: Int32) {
    let person = problem.people[index]
    var chosen: [Int] = []
    for minutes in Set(problem.shifts.map(\.minutes)).sorted() {
      let alike = problem.shifts.indices.filter { problem.shifts[$0].minutes == minutes && person.mostOfShift[$0] > 0 }
      chosen += alike.sorted { (-person.mostOfShift[$0], $0) < (-person.mostOfShift[$1], $1) }
        .prefix(FirstLine.shiftsOfLength)
    }
    chosen.sort()
    self.scale = scale
    shifts = chosen
    var few = problem
    few.shifts = chosen.map { shift in
      var kept = problem.shifts[shift]
      kept.forbiddenNext = kept.forbiddenNext.compactMap { chosen.firstIndex(of: $0) }
      return kept
    }
    few.people = [person]
    few.people[0].mostOfShift = chosen.map { person.mostOfShift[$0] }
    few.onRequests = []
    few.offRequests = []
    few.cover = []
    tables = ShiftLevelTables(few)
  }

  /// - Parameter worth: by day, of the longest shift.
  /// - Returns: nil where none was found with these shifts.
  func line(worth: [Int32]) -> [Int16]? {
    guard !shifts.isEmpty else { return nil }
    let longest = max(1, tables.units.max() ?? 1)
    let few = worth.flatMap { worth in shifts.indices.map { -Int32(Int(worth) * tables.units[$0] / longest) } }
    var pricing = PersonPricing(shiftCount: shifts.count, scale: scale, weekendPrice: 10 * scale)
    let rules = tables.people[0]
    let result = pricing.solve(
      PathProgram(tables), rules, PersonSpan(rules, dayCount: tables.dayCount), price: few,
      fixed: [Int16](repeating: PathProgram.free, count: tables.dayCount), target: .max)
    return result.path?.shifts.map { $0 < 0 ? -1 : Int16(shifts[Int($0)]) }
  }
}
