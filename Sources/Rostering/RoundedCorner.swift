/// The corner of max(0, x) as a branch of a hyperbola, (x + √(x² + width²)) ÷ 2: a person more or less beside the corner
/// then costs little, and a search can pass it in small steps.
struct RoundedCorner {
  /// Coverage units; 0 = sharp.
  let width: Double
  private let squaredWidth: Double

  init(width: Double) {
    self.width = width
    squaredWidth = width * width
  }

  @inline(__always)
  func hinge(_ x: Double) -> Double {
    (x + (x * x + squaredWidth).squareRoot()) * 0.5
  }

  /// The slope of `hinge` where the corner is rounded.
  func slope(_ x: Double) -> Double {
    (1 + x / (x * x + squaredWidth).squareRoot()) * 0.5
  }

  @inline(__always)
  func hinge(_ x: SIMD4<Double>) -> SIMD4<Double> {
    (x + (x * x + squaredWidth).squareRoot()) * 0.5
  }
}
