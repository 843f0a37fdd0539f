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
      let result = pricing.solve(program, tables.people[index], span, price: price, fixed: fixed, target: .min)
      guard let path = result.path else {
        let name = tables.problem.people[index].name
        throw result.isImpossible ? .impossible(person: name) : .noneFound(person: name)
      }
      for (offset, shift) in path.shifts.enumerated() {
        lines[place][span.first + offset] = shift
        guard shift >= 0, span.first + offset < window.days.upperBound else { continue }
        for row in window.rowsOfCell[(span.first + offset) * tables.shiftCount + Int(shift) - base] {
          left[Int(row)] -= 1
        }
      }
    }
    return lines
  }
}
