/// The corner of max(0, x) as a parabola between −width and width: a person more or less beside the corner then costs
/// little, and a search can pass it in small steps.
struct RoundedCorner {
  /// Coverage units; 0 = sharp.
  let width: Double
  private let factor: Double

  init(width: Double) {
    self.width = width
    factor = width > 0 ? 1 / (4 * width) : 0
  }

  @inline(__always)
  func hinge(_ x: Double) -> Double {
    let beside = max(0, width - abs(x))
    return max(0, x) + beside * beside * factor
  }

  /// The slope of `hinge` where the corner is rounded.
  func slope(_ x: Double) -> Double {
    min(1, max(0, (1 + x / width) * 0.5))
  }

  /// Without comparisons, which cost more than arithmetic does: max(0, x) is (x + |x|) ÷ 2.
  @inline(__always)
  func hinge(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let size = RoundedCorner.magnitude(x)
    let beside = width - size
    let twice = beside + RoundedCorner.magnitude(beside)
    return (x + size) * 0.5 + twice * twice * (factor * 0.25)
  }

  @inline(__always)
  private static func magnitude(_ x: SIMD4<Double>) -> SIMD4<Double> {
    unsafeBitCast(
      unsafeBitCast(x, to: SIMD4<UInt64>.self) & SIMD4(repeating: UInt64(Int64.max)), to: SIMD4<Double>.self)
  }
}
