/// The states of a path program: runs, times rows (weekends and uses of counted shifts), times units.
struct PathShape {
  let steps: Int
  let maxWorkRun: Int
  let minWorkRun: Int
  let minOffRun: Int
  let kindCount: Int
  /// Weekends and uses of counted shifts told apart.
  let rows: Int
  /// Units told apart, 0 to the most.
  let width: Int
  /// By kind, for a day that opens no weekend and one that does: by row, the row it comes from, −1 = none.
  private let plainSources: [[Int]]
  private let weekendSources: [[Int]]

  init(
    _ person: ShiftLevelPerson, _ span: PersonSpan, _ kinds: ShiftKinds, _ counted: [Int], countsWeekends: Bool
  ) {
    steps = span.end - span.first
    maxWorkRun = person.maxWorkRun
    minWorkRun = person.minWorkRun
    minOffRun = person.minOffRun
    kindCount = kinds.count
    width = PathShape.width(span, kinds)
    // The last digit is the number of weekends.
    let weekends = countsWeekends ? PathShape.weekends(span) : 0
    let sizes = counted.map { max(0, span.mostOfShift[$0]) + 1 } + [max(1, weekends)]
    let rows = sizes.reduce(1, *)
    self.rows = rows
    var strides = [Int](repeating: 1, count: sizes.count)
    for digit in sizes.indices.dropLast().reversed() { strides[digit] = strides[digit + 1] * sizes[digit + 1] }
    func lowered(_ row: Int, _ digit: Int) -> Int {
      row < 0 || row / strides[digit] % sizes[digit] == 0 ? -1 : row - strides[digit]
    }
    let plain = (0..<kinds.count).map { kind in
      (0..<rows).map { row in
        counted.firstIndex { kinds.apartKind[$0] == kind }.map { lowered(row, $0) } ?? row
      }
    }
    plainSources = plain
    weekendSources = weekends == 0 ? plain : plain.map { $0.map { lowered($0, sizes.count - 1) } }
  }

  /// The size of a state's vector, before it is made.
  static func vectorSize(_ span: PersonSpan, _ kinds: ShiftKinds, _ counted: [Int]) -> Int {
    counted.reduce(max(1, weekends(span)) * width(span, kinds)) { $0 * (max(0, span.mostOfShift[$1]) + 1) }
  }

  /// The size of all layers where weekends are counted and no shift is.
  static func totalSize(_ person: ShiftLevelPerson, _ span: PersonSpan, _ kinds: ShiftKinds) -> Int {
    (span.end - span.first + 1) * (person.minOffRun + person.maxWorkRun * kinds.count) * vectorSize(span, kinds, [])
  }

  /// Numbers of weekends told apart; 0 where they cannot exceed the limit.
  private static func weekends(_ span: PersonSpan) -> Int {
    let possible = (span.first..<span.end).filter { $0 % 7 == 5 || $0 % 7 == 6 && $0 == span.first }.count
    return possible > span.maxWeekends ? span.maxWeekends + 1 : 0
  }

  private static func width(_ span: PersonSpan, _ kinds: ShiftKinds) -> Int {
    min(span.maxUnits, (kinds.units.max() ?? 1) * (span.end - span.first)) + 1
  }

  var states: Int { minOffRun + maxWorkRun * kindCount }
  var vectorSize: Int { rows * width }
  var layerSize: Int { states * vectorSize }

  func off(_ length: Int) -> Int { length - 1 }
  func work(_ run: Int, _ kind: Int) -> Int { minOffRun + (run - 1) * kindCount + kind }

  func sourceRows(_ kind: Int, opensWeekend: Bool) -> [Int] {
    opensWeekend ? weekendSources[kind] : plainSources[kind]
  }
}
