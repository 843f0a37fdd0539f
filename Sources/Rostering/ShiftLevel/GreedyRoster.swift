internal import Vocabulary

/// First lines for a window: one person after the other takes the cheapest at what the cover still wants.
struct GreedyRoster {
  let window: RosterWindow

  /// - Returns: the lines of the window's people.
  /// - Throws: where nothing keeps a person's rules.
  func lines() throws(ShiftLevelError) -> [[Int16]] {
    let tables = window.tables
    var left = window.wanted
    var lines = window.lines
    let program = PathProgram(tables)
    let held = [Int16](repeating: PathProgram.free, count: tables.dayCount)
    let scale: Int32 = 64
    // The prices of limits go on from person to person: what bound the one mostly binds the next.
    var pricing = PersonPricing(shiftCount: tables.shiftCount, scale: scale)
    let base = window.days.lowerBound * tables.shiftCount
    for (place, index) in window.people.enumerated() {
      var price = tables.people[index].ownCost.map { $0 * scale }
      for (cell, rows) in window.rowsOfCell.enumerated() {
        for row in rows {
          let cover = tables.rows[Int(window.rows[Int(row)])]
          price[base + cell] += (left[Int(row)] > 0 ? -cover.under : cover.over) * scale
        }
      }
      var fixed = held
      for day in window.days.upperBound..<tables.dayCount { fixed[day] = lines[place][day] }
      let span = window.spans[place]
      let isLarge = PersonPricing.isLarge(tables.people[index], span, tables.kinds)
      if isLarge, window.days.count == tables.dayCount,
        let line = FirstLine(tables.problem, person: index, scale: scale).line(worth: dayWorth(left, index, scale))
      {
        take(line, place, &lines, &left)
        continue
      }
      let result = pricing.solve(
        program, tables.people[index], span, price: price, fixed: fixed, target: isLarge ? .max : .min)
      guard let path = result.path else {
        let name = tables.problem.people[index].name
        throw result.isImpossible ? .impossible(person: name) : .noneFound(person: name)
      }
      var line = lines[place]
      for (offset, shift) in path.shifts.enumerated() { line[span.first + offset] = shift }
      take(line, place, &lines, &left)
    }
    return lines
  }

  /// By day, what the longest shift is worth: in proportion to what the day still wants, so that minutes and weekends are spent when they are
  /// wanted most. Later they move along the horizon only step by step.
  private func dayWorth(_ left: [Int32], _ person: Int, _ scale: Int32) -> [Int32] {
    let tables = window.tables
    var wanted = [Double](repeating: 0, count: tables.dayCount)
    for (row, left) in left.enumerated() {
      let cell = Int(tables.rows[Int(window.rows[row])].cell)
      wanted[cell / tables.shiftCount] += Double(Int(left) * tables.units[cell % tables.shiftCount])
    }
    let most = max(1, wanted.map { abs($0) }.max() ?? 1)
    // People are not to be alike where days are.
    var random = SeededRandom(seed: UInt64(person), stream: 4)
    let steps = Double(scale) * 240
    return wanted.map { Int32(($0 / most + 0.05 * random.uniform()) * steps) }
  }

  private func take(_ line: [Int16], _ place: Int, _ lines: inout [[Int16]], _ left: inout [Int32]) {
    lines[place] = line
    let base = window.days.lowerBound * window.tables.shiftCount
    for day in window.days where line[day] >= 0 {
      for row in window.rowsOfCell[day * window.tables.shiftCount + Int(line[day]) - base] { left[Int(row)] -= 1 }
    }
  }
}
