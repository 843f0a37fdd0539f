/// Where an integrand on x ≥ 0, whose logarithm curves down ever more, has all of its weight but some 1e-8.
struct IntegrandRange {
  let bounds: ClosedRange<Double>
  /// Of the normal distribution that is like the integrand where it is highest.
  private let deviation: Double

  /// Nats below the mode at which it is cut off.
  private static let depth = 20.0
  /// Deviations that a rule of sixteen nodes resolves to 1e-8.
  private static let resolved = 7.0

  /// - Parameters:
  ///   - slope, curvature: of the logarithm at 0.
  ///   - modes: where the logarithms of integrands that share the range are highest, 0 for one that falls from 0 on; the
  ///     rest is told of the last.
  ///   - curvatureAtMode: of the logarithm.
  init(
    slope: Double, curvature: Double, modes: ClosedRange<Double>, curvatureAtMode: Double, limit: Double = .infinity
  ) {
    let reach = (2 * IntegrandRange.depth / curvature).squareRoot()
    let fall = min(0, slope)
    let end =
      2 * IntegrandRange.depth / ((fall * fall + 2 * IntegrandRange.depth * curvatureAtMode).squareRoot() - fall)
    let start = max(0, modes.lowerBound - reach)
    bounds = start...max(start, min(limit, modes.upperBound + end))
    deviation = 1 / curvatureAtMode.squareRoot()
  }

  /// Panels that resolve a part of it.
  func panels(_ part: ClosedRange<Double>) -> Int {
    Int(((part.upperBound - part.lowerBound) / (deviation * IntegrandRange.resolved)).rounded(.up))
  }
}
