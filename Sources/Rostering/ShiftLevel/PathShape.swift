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
  /// By step, the units from which the least can still be reached, and one beyond the most that can have been: nothing else is
  /// computed.
  let lowest: [Int]
  let highest: [Int]
  /// For a day that opens no weekend, then for one that does, by kind and row: the row it comes from, −1 = none.
  let sources: [Int32]

  init(
    _ person: ShiftLevelPerson, _ span: PersonSpan, _ kinds: ShiftKinds, _ counted: [Int], countsWeekends: Bool
  ) {
    steps = span.steps
    maxWorkRun = person.maxWorkRun
    minWorkRun = person.minWorkRun
    minOffRun = person.minOffRun
    kindCount = kinds.count
    let width = PathShape.width(span, kinds)
    self.width = width
    let longest = kinds.units.max() ?? 1
    let steps = span.steps
    lowest = (0...steps).map {
      min(width, max(0, span.minUnits - longest * PathShape.mostWorked($0..<steps, person, span)))
    }
    highest = (0...steps).map { min(width, longest * PathShape.mostWorked(0..<$0, person, span) + 1) }
    // The last digit is the number of weekends.
    let weekends = countsWeekends ? PathShape.weekends(span) : 0
    let sizes = counted.map { max(0, span.mostOfShift[$0]) + 1 } + [max(1, weekends)]
    let rows = sizes.reduce(1, *)
    self.rows = rows
    var strides = [Int](repeating: 1, count: sizes.count)
    for digit in sizes.indices.dropLast().reversed() { strides[digit] = strides[digit + 1] * sizes[digit + 1] }
    var sources: [Int32] = []
    sources.reserveCapacity(2 * kinds.count * rows)
    for opensWeekend in [false, true] {
      for kind in 0..<kinds.count {
        var digits = opensWeekend && weekends > 0 ? [sizes.count - 1] : []
        if let digit = counted.firstIndex(where: { kinds.apartKind[$0] == kind }) { digits.append(digit) }
        for row in 0..<rows {
          let isPossible = digits.allSatisfy { row / strides[$0] % sizes[$0] > 0 }
          sources.append(isPossible ? Int32(digits.reduce(row) { $0 - strides[$1] }) : -1)
        }
      }
    }
    self.sources = sources
  }

  /// The most days worked on consecutive steps: full runs with the shortest rests between them.
  private static func mostWorked(_ steps: Range<Int>, _ person: ShiftLevelPerson, _ span: PersonSpan) -> Int {
    let cut = min(max(steps.lowerBound, span.second?.step ?? steps.upperBound), steps.upperBound)
    let cycle = max(1, person.maxWorkRun + person.minOffRun)
    return [cut - steps.lowerBound, steps.upperBound - cut].reduce(0) {
      $0 + $1 / cycle * person.maxWorkRun + min($1 % cycle, person.maxWorkRun)
    }
  }

  /// The size of a state's vector, before it is made.
  static func vectorSize(_ span: PersonSpan, _ kinds: ShiftKinds, _ counted: [Int]) -> Int {
    counted.reduce(max(1, weekends(span)) * width(span, kinds)) { $0 * (max(0, span.mostOfShift[$1]) + 1) }
  }

  /// The size of all layers where weekends are counted and no shift is.
  static func totalSize(_ person: ShiftLevelPerson, _ span: PersonSpan, _ kinds: ShiftKinds) -> Int {
    totalSize(person, span, kinds, vector: vectorSize(span, kinds, []))
  }

  static func totalSize(_ person: ShiftLevelPerson, _ span: PersonSpan, _ kinds: ShiftKinds, vector: Int) -> Int {
    (span.steps + 1) * (person.minOffRun + person.maxWorkRun * kinds.count) * vector
  }

  /// Numbers of weekends told apart; 0 where they cannot exceed the limit.
  private static func weekends(_ span: PersonSpan) -> Int {
    let possible = (0..<span.steps).count { step in
      let day = span.day(step)
      return day % 7 == 5 || day % 7 == 6 && (step == 0 || step == span.second?.step)
    }
    return possible > span.maxWeekends ? span.maxWeekends + 1 : 0
  }

  private static func width(_ span: PersonSpan, _ kinds: ShiftKinds) -> Int {
    min(span.maxUnits, (kinds.units.max() ?? 1) * span.steps) + 1
  }

  var states: Int { minOffRun + maxWorkRun * kindCount }
  var vectorSize: Int { rows * width }
  var layerSize: Int { states * vectorSize }

  func off(_ length: Int) -> Int { length - 1 }
  func work(_ run: Int, _ kind: Int) -> Int { minOffRun + (run - 1) * kindCount + kind }

  /// The row before a day worked; nil where there is none.
  func sourceRow(_ row: Int, _ kind: Int, opensWeekend: Bool) -> Int? {
    let before = sources[((opensWeekend ? kindCount : 0) + kind) * rows + row]
    return before < 0 ? nil : Int(before)
  }
}
