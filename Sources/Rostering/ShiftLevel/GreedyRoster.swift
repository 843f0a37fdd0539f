internal import Vocabulary

/// A first roster: one person after the other takes the cheapest line at what the cover still wants.
struct GreedyRoster {
  let tables: ShiftLevelTables

  /// - Throws: where nothing keeps a person's rules.
  func lines() throws(ShiftLevelError) -> [[Int16]] {
    let cells = tables.dayCount * tables.shiftCount
    var counts = [Int](repeating: 0, count: tables.rows.count)
    var lines: [[Int16]] = []
    let program = PathProgram(tables)
    let free = [Int16](repeating: PathProgram.free, count: tables.dayCount)
    let scale: Int32 = 64
    for (index, person) in tables.people.enumerated() {
      var price = person.ownCost.map { $0 * scale }
      for cell in 0..<cells {
        for row in tables.rowsOfCell[cell] {
          let cover = tables.rows[Int(row)]
          let change = cover.cost(counts[Int(row)] + 1) - cover.cost(counts[Int(row)])
          price[cell] += Int32(change) * scale
        }
      }
      var pricing = PersonPricing(shiftCount: tables.shiftCount, scale: scale)
      let span = PersonSpan(person, dayCount: tables.dayCount)
      let result = pricing.solve(program, person, span, price: price, fixed: free, target: .min)
      guard let path = result.path else {
        let name = tables.problem.people[index].name
        throw result.isImpossible ? .impossible(person: name) : .noneFound(person: name)
      }
      for (day, shift) in path.shifts.enumerated() where shift >= 0 {
        for row in tables.rowsOfCell[day * tables.shiftCount + Int(shift)] { counts[Int(row)] += 1 }
      }
      lines.append(path.shifts)
    }
    return lines
  }
}
