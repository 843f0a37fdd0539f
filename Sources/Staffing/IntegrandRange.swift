/// Where an integrand on x ≥ 0, whose logarithm is concave and curves down by at least `curvature` right of 0 and of its mode, has
/// all of its weight but some 1e-8.
struct IntegrandRange {
  let bounds: ClosedRange<Double>
  /// In which the integrand falls like a normal distribution of this deviation, or faster.
  private let deviation: Double

  /// Nats below the mode at which it is cut off.
  private static let depth = 20.0
  /// Deviations that a rule of sixteen nodes resolves to 1e-8.
  private static let resolved = 7.0

  /// - Parameters:
  ///   - slope: of the logarithm at 0.
  ///   - modes: where the logarithms of integrands that share the range are highest, 0 for one that falls from 0 on; slope and
  ///     curvature are those of the last.
  init(slope: Double, curvature: Double, modes: ClosedRange<Double>, limit: Double = .infinity) {
    let reach = (2 * IntegrandRange.depth / curvature).squareRoot()
    let fall = min(0, slope)
    let end = 2 * IntegrandRange.depth / ((fall * fall + 2 * IntegrandRange.depth * curvature).squareRoot() - fall)
    let start = max(0, modes.lowerBound - reach)
    bounds = start...max(start, min(limit, modes.upperBound + end))
    deviation = 1 / curvature.squareRoot()
  }

  /// Panels that resolve a part of it.
  func panels(_ part: ClosedRange<Double>) -> Int {
    Int(((part.upperBound - part.lowerBound) / (deviation * IntegrandRange.resolved)).rounded(.up))
  }
}
