/// A lasting jump of the level from one day to the next, as when queues are merged.
struct LevelShift: Sendable, Equatable {
  /// First value at the new level.
  var index: Int
  /// New level minus old.
  var size: Double

  /// Values compared on each side, at the end of the series at least half as many.
  private static let window = 14
  /// Smaller jumps are left to the ordinary adaptation of the level.
  private static let leastSize = 0.4
  /// The jump must exceed the usual distance from the window's median this many times.
  private static let leastContrast = 4.0

  /// - Parameter values: logarithms freed of calendar effects, in order of time.
  static func find(in values: [Double]) -> [LevelShift] {
    let half = window / 2
    guard values.count >= window + half else { return [] }
    let candidates = (window...values.count - half).compactMap { index -> LevelShift? in
      let left = Array(values[index - window..<index])
      let right = Array(values[index..<min(index + window, values.count)])
      let before = median(of: left)
      let after = median(of: right)
      let size = after - before
      let spread = median(of: left.map { abs($0 - before) } + right.map { abs($0 - after) })
      let middle = (before + after) / 2
      let isSudden =
        left.suffix(2).allSatisfy { ($0 < middle) == (before < middle) }
        && right.prefix(2).allSatisfy { ($0 < middle) == (after < middle) }
      let isStep = deviation(left, before) + deviation(right, after) < 0.7 * deviationFromLine(left + right)
      guard abs(size) >= leastSize, abs(size) >= leastContrast * spread, isSudden, isStep else { return nil }
      return LevelShift(index: index, size: size)
    }
    // Neighbouring candidates see the same jump: the largest stands for them.
    var kept: [LevelShift] = []
    for candidate in candidates {
      if let last = kept.last, candidate.index - last.index < window {
        if abs(candidate.size) > abs(last.size) { kept[kept.count - 1] = candidate }
      } else {
        kept.append(candidate)
      }
    }
    return kept
  }

  private static func deviation(_ values: [Double], _ centre: Double) -> Double {
    values.reduce(0) { $0 + abs($1 - centre) }
  }

  /// Σ of absolute distances from the least squares line: a season or a steady growth is closer to it than to a step.
  private static func deviationFromLine(_ values: [Double]) -> Double {
    let middle = Double(values.count - 1) / 2
    let mean = values.reduce(0, +) / Double(values.count)
    var product = 0.0
    var square = 0.0
    for (index, value) in values.enumerated() {
      product += (Double(index) - middle) * (value - mean)
      square += (Double(index) - middle) * (Double(index) - middle)
    }
    let slope = product / square
    return values.enumerated().reduce(0) { $0 + abs($1.element - mean - slope * (Double($1.offset) - middle)) }
  }
}

/// The middle of the sorted values; 0 for none.
func median(of values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// The median of each value and up to `reach` neighbours on either side.
func runningMedian(of values: [Double], reach: Int) -> [Double] {
  values.indices.map { index in
    median(of: Array(values[max(0, index - reach)...min(values.count - 1, index + reach)]))
  }
}
