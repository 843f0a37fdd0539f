/// The corner of max(0, x) as a branch of a hyperbola, (x + √(x² + width²)) ÷ 2: a person more or less beside the corner
/// then costs little, and a search can pass it in small steps.
struct RoundedCorner {
  private let squaredWidth: Double

  /// - Parameter width: coverage units; 0 = sharp.
  init(width: Double) {
    squaredWidth = width * width
  }

  @inline(__always)
  func hinge(_ x: Double) -> Double {
    (x + (x * x + squaredWidth).squareRoot()) * 0.5
  }

  @inline(__always)
  func hinge(_ x: SIMD4<Double>) -> SIMD4<Double> {
    (x + (x * x + squaredWidth).squareRoot()) * 0.5
  }
}
