internal import Vocabulary

/// Which people to plan anew together, and on which days: mostly many people for some days, which is quickly done, else a few
/// for the whole horizon, half of the time those who could stand where people are short, and some others.
struct NeighbourhoodChoosing {
  private let tables: ShiftLevelTables
  private let isLong: Bool
  private var random: SeededRandom
  /// People in a neighbourhood: more after each that did not help.
  var size: Double

  /// Of a hundred pairs, those for some days only; on long horizons all are.
  private static let windowsOfHundred = 70
  private static let least = 6.0
  private static let growth = 0.25

  init(tables: ShiftLevelTables, isLong: Bool, seed: UInt64) {
    self.tables = tables
    self.isLong = isLong
    random = SeededRandom(seed: seed, stream: 1)
    size = NeighbourhoodChoosing.least
  }

  /// - Parameter isBetter: whether the last pair made the roster better.
  mutating func adapt(isBetter: Bool) {
    let most = max(NeighbourhoodChoosing.least, min(30, Double(tables.peopleCount) / 2))
    size = isBetter ? max(NeighbourhoodChoosing.least, size * 0.8) : min(most, size + NeighbourhoodChoosing.growth)
  }

  /// Two neighbourhoods without a person in common.
  mutating func pair(_ lines: [[Int16]]) -> [NeighbourhoodSearch.Choice] {
    var people = Array(0..<tables.peopleCount)
    people.shuffle(using: &random)
    if isLong { return windows(people, length: 14) }
    if random.below(100) < NeighbourhoodChoosing.windowsOfHundred { return windows(people, length: 10) }
    if random.below(2) == 0, let cell = shortCell(lines) {
      let day = cell / tables.shiftCount
      let could = people.filter {
        tables.people[$0].isAllowed[cell] && lines[$0][day] != Int16(cell % tables.shiftCount)
      }
      var isChosen = [Bool](repeating: false, count: people.count)
      for person in could { isChosen[person] = true }
      people = could + people.filter { !isChosen[$0] }
    }
    let each = max(1, min(people.count / 2, Int(size)))
    return [0, 1].compactMap { part in
      // In turn, so that either has its share of those who could.
      let chosen = people.prefix(2 * each).enumerated().filter { $0.offset % 2 == part }.map(\.element).sorted()
      return chosen.isEmpty ? nil : NeighbourhoodSearch.Choice(people: chosen, days: 0..<tables.dayCount)
    }
  }

  private mutating func windows(_ people: [Int], length: Int) -> [NeighbourhoodSearch.Choice] {
    let each = max(1, min(people.count / 2, 25))
    return [0, 1].map { part in
      let length = min(tables.dayCount, length)
      let first = random.below(tables.dayCount - length + 1)
      return NeighbourhoodSearch.Choice(
        people: people.dropFirst(part * each).prefix(each).sorted(), days: first..<(first + length))
    }
  }

  /// A cell with people short; nil where there is none.
  private mutating func shortCell(_ lines: [[Int16]]) -> Int? {
    var counts = [Int](repeating: 0, count: tables.dayCount * tables.shiftCount)
    for line in lines {
      for (day, shift) in line.enumerated() where shift >= 0 { counts[day * tables.shiftCount + Int(shift)] += 1 }
    }
    let short = tables.rows.filter { $0.under > 0 && counts[Int($0.cell)] < Int($0.required) }
    return short.isEmpty ? nil : Int(short[random.below(short.count)].cell)
  }
}
