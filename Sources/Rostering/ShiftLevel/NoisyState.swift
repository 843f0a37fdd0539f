internal import Glibc
internal import Vocabulary

/// Days planned anew at once, in one piece or two.
struct NoisyWindow: Sendable {
  var days: Range<Int>
  var later: Range<Int>?

  var all: [Int] { Array(days) + (later.map { Array($0) } ?? []) }
}

/// The lines and the people still wanted, shared by tasks that touch different people and days.
final class NoisyState: @unchecked Sendable {
  let tables: ShiftLevelTables
  private let store: UnsafeMutablePointer<Int16>
  private let left: UnsafeMutablePointer<Int32>
  private let programs: [PathProgram]
  private let scale: Int32
  /// By person, the prices of limits per shift from call to call.
  private let pricing: UnsafeMutablePointer<PersonPricing>
  var worth: CoverWorth

  init(_ tables: ShiftLevelTables, _ lines: [[Int16]], _ prices: [Double]?) {
    self.tables = tables
    worth = CoverWorth(tables.rows, prices: prices)
    store = .allocate(capacity: max(1, lines.count * tables.dayCount))
    left = .allocate(capacity: max(1, tables.rows.count))
    programs = [PathProgram(tables), PathProgram(tables)]
    let dearest = tables.rows.map { max($0.under, $0.over) }.max() ?? 1
    scale = max(1, min(256, Int32(PathProgram.reachableEnd / 8) / (Int32(tables.dayCount) * (2 * dearest + 200))))
    pricing = .allocate(capacity: max(1, lines.count))
    pricing.initialize(
      repeating: PersonPricing(shiftCount: tables.shiftCount, scale: scale), count: lines.count)
    for (row, cover) in tables.rows.enumerated() { left[row] = cover.required }
    for (person, line) in lines.enumerated() {
      for (day, shift) in line.enumerated() {
        store[person * tables.dayCount + day] = shift
        if shift >= 0 { count(day, shift, -1) }
      }
    }
  }

  deinit {
    pricing.deinitialize(count: tables.peopleCount)
    pricing.deallocate()
    store.deallocate()
    left.deallocate()
  }

  var lines: [[Int16]] {
    (0..<tables.peopleCount).map { person in
      (0..<tables.dayCount).map { store[person * tables.dayCount + $0] }
    }
  }

  func program(_ task: Int) -> PathProgram { programs[task] }

  private func count(_ day: Int, _ shift: Int16, _ change: Int32) {
    for row in tables.rowsOfCell[day * tables.shiftCount + Int(shift)] { left[Int(row)] += change }
  }

  func followCover(share: Double) { worth.follow(left, share: share) }

  func replan(
    _ index: Int, _ window: NoisyWindow, _ noise: Double, _ program: PathProgram, _ random: inout SeededRandom
  ) {
    let person = tables.people[index]
    let shifts = tables.shiftCount
    let line = Array(UnsafeBufferPointer(start: store + index * tables.dayCount, count: tables.dayCount))
    let days = window.all
    let span =
      if let later = window.later {
        PersonSpan(tables, person: index, days: window.days, and: later, in: line)
      } else {
        PersonSpan(tables, person: index, days: window.days, in: line)
      }
    guard let span else { return }
    for day in days where line[day] >= 0 { count(day, line[day], 1) }
    var price = [Int32](repeating: 0, count: tables.dayCount * shifts)
    var fixed = line
    for day in days {
      fixed[day] = PathProgram.free
      for shift in 0..<shifts {
        let cell = day * shifts + shift
        var cost = Double(person.ownCost[cell])
        for row in tables.rowsOfCell[cell] { cost -= worth(Int(row), left: left[Int(row)]) }
        let gumbel = -log(-log(random.uniform() + 1e-12) + 1e-12)
        price[cell] = Int32((cost - noise * gumbel) * Double(scale))
      }
    }
    let path = pricing[index].near(program, person, span, price: price, fixed: fixed)
    func value(_ shift: (Int) -> Int16) -> Int32 {
      days.reduce(0) { shift($1) < 0 ? $0 : $0 + price[$1 * shifts + Int(shift($1))] }
    }
    // Near the cheapest is not always cheaper than the line as it is.
    let isTaken = path.map { path in value { path.shifts[span.step($0)] } <= value { line[$0] } } ?? false
    for day in days {
      let shift = isTaken ? path?.shifts[span.step(day)] ?? line[day] : line[day]
      store[index * tables.dayCount + day] = shift
      if shift >= 0 { count(day, shift, -1) }
    }
  }
}
