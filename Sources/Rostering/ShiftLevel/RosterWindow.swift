/// A part of a roster to be planned anew: some people on some days, everything else held as it is.
struct RosterWindow: Sendable {
  let tables: ShiftLevelTables
  let people: [Int]
  let days: Range<Int>
  /// By person in the window.
  let spans: [PersonSpan]
  /// Rows of cover within the days, by their index in the tables, with the people still wanted of those in the window.
  let rows: [Int32]
  let wanted: [Int32]
  /// By cell of the window's days, places in `rows`.
  let rowsOfCell: [[Int32]]
  /// What the rows cost whoever works: more people than wanted stand there already.
  let constant: Int
  /// The person's line of the whole horizon, by person in the window.
  let lines: [[Int16]]

  init(_ tables: ShiftLevelTables, people: [Int], days: Range<Int>, of roster: [[Int16]]) {
    self.tables = tables
    self.people = people
    self.days = days
    lines = people.map { roster[$0] }
    let isWhole = days.count == tables.dayCount
    spans = people.map {
      isWhole
        ? PersonSpan(tables.people[$0], dayCount: tables.dayCount)
        : PersonSpan(tables, person: $0, days: days, in: roster[$0])
    }
    var inWindow = [Bool](repeating: false, count: tables.peopleCount)
    for person in people { inWindow[person] = true }
    var present = [Int32](repeating: 0, count: tables.dayCount * tables.shiftCount)
    for person in roster.indices where !inWindow[person] {
      for day in days where roster[person][day] >= 0 {
        present[day * tables.shiftCount + Int(roster[person][day])] += 1
      }
    }
    var rows: [Int32] = []
    var wanted: [Int32] = []
    var constant = 0
    var rowsOfCell = [[Int32]](repeating: [], count: days.count * tables.shiftCount)
    for day in days {
      for shift in 0..<tables.shiftCount {
        for row in tables.rowsOfCell[day * tables.shiftCount + shift] {
          let cover = tables.rows[Int(row)]
          let left = cover.required - present[Int(cover.cell)]
          if left < 0 { constant += Int(-left) * Int(cover.over) }
          rowsOfCell[(day - days.lowerBound) * tables.shiftCount + shift].append(Int32(rows.count))
          rows.append(row)
          wanted.append(max(0, left))
        }
      }
    }
    self.rows = rows
    self.wanted = wanted
    self.rowsOfCell = rowsOfCell
    self.constant = constant
  }

  /// What a person's shifts on the window's days cost by themselves.
  func ownCost(_ place: Int, _ line: [Int16]) -> Int {
    let person = tables.people[people[place]]
    return days.reduce(0) {
      line[$1] < 0 ? $0 : $0 + Int(person.ownCost[$1 * tables.shiftCount + Int(line[$1])])
    }
  }

  /// The cost of the window's days if its people work these lines.
  func cost(_ lines: [[Int16]]) -> Int {
    var counts = [Int](repeating: 0, count: rows.count)
    var cost = constant
    for (place, line) in lines.enumerated() {
      cost += ownCost(place, line)
      for day in days where line[day] >= 0 {
        for row in rowsOfCell[(day - days.lowerBound) * tables.shiftCount + Int(line[day])] { counts[Int(row)] += 1 }
      }
    }
    for (place, row) in rows.enumerated() {
      let cover = tables.rows[Int(row)]
      let short = Int(wanted[place]) - counts[place]
      cost += short > 0 ? short * Int(cover.under) : -short * Int(cover.over)
    }
    return cost
  }
}
