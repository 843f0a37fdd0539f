/// The Gauss–Legendre rule of sixteen nodes: exact for polynomials up to degree 31.
enum GaussLegendre {
  /// The positive half of the nodes on (−1, 1), which lie symmetrically (Abramowitz & Stegun, table 25.4).
  private static let rule: [(node: Double, weight: Double)] = [
    (0.09501250983763744, 0.18945061045506864), (0.2816035507792589, 0.18260341504492364),
    (0.45801677765722737, 0.16915651939500265), (0.6178762444026438, 0.1495959888165767),
    (0.755404408355003, 0.12462897125553407), (0.8656312023878318, 0.0951585116824926),
    (0.9445750230732326, 0.062253523938647456), (0.9894009349916499, 0.027152459411754176),
  ]

  /// Hands over each node of equal panels of a range with its weight.
  ///
  /// - Parameter panels: 0 or more.
  @inline(__always)
  static func forEachNode(_ range: ClosedRange<Double>, panels: Int, _ body: (_ x: Double, _ weight: Double) -> Void) {
    let half = (range.upperBound - range.lowerBound) / Double(2 * max(1, panels))
    for panel in 0..<panels {
      let middle = range.lowerBound + half * Double(2 * panel + 1)
      for (node, weight) in rule {
        body(middle - half * node, half * weight)
        body(middle + half * node, half * weight)
      }
    }
  }
}
