/// The tables of one run of the program.
struct PathMemory {
  let layers: UnsafeMutablePointer<Int32>
  let scratch: UnsafeMutablePointer<Int32>
  let isLive: UnsafeMutablePointer<Bool>
  let prices: UnsafePointer<Int32>
  /// As `ShiftKinds.flat`.
  let kinds: UnsafePointer<Int32>
  /// As `PathShape.sources`.
  let sources: UnsafePointer<Int32>
  let kindCount: Int
  let groupCount: Int
  let weekendPrice: Int32

  func price(_ step: Int, _ kind: Int) -> Int32 { prices[step * kindCount + kind] }
  func isPossible(_ step: Int, _ kind: Int) -> Bool { price(step, kind) < PathProgram.unreachable }
  func units(of kind: Int) -> Int { Int(kinds[kind]) }
  func group(of kind: Int) -> Int { Int(kinds[kindCount + kind]) }
  func contains(_ group: Int, _ kind: Int) -> Bool { kinds[(2 + group) * kindCount + kind] != 0 }

  /// Nothing reaches these units.
  @inline(__always)
  func fill(_ row: UnsafeMutablePointer<Int32>, _ first: Int, _ end: Int) {
    if first < end { (row + first).update(repeating: PathProgram.unreachable, count: end - first) }
  }

  /// The lesser of either, eight at a time: the compiler does not by itself where the target is one of the sources.
  @inline(__always)
  func takeLesser(
    _ one: UnsafePointer<Int32>, _ other: UnsafePointer<Int32>, into target: UnsafeMutablePointer<Int32>, count: Int
  ) {
    var index = 0
    while index + 8 <= count {
      let first = UnsafeRawPointer(one + index).loadUnaligned(as: SIMD8<Int32>.self)
      let second = UnsafeRawPointer(other + index).loadUnaligned(as: SIMD8<Int32>.self)
      UnsafeMutableRawPointer(target + index).storeBytes(of: pointwiseMin(first, second), as: SIMD8<Int32>.self)
      index += 8
    }
    while index < count {
      target[index] = min(one[index], other[index])
      index += 1
    }
  }
}

/// A person's roster over a span of days.
struct PersonPath: Sendable {
  /// Price of the path.
  var value: Int32
  /// By day of the span; −1 = off.
  var shifts: [Int16]
}
