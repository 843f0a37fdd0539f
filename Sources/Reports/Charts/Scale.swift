/// Maps the values of a quantity to positions in a drawing.
struct Scale {
  let domain: ClosedRange<Double>
  /// Where the domain's ends lie; the second may be smaller, as for heights.
  let range: (start: Double, end: Double)

  func position(_ value: Double) -> Double {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0 else { return range.start }
    return range.start + (value - domain.lowerBound) / width * (range.end - range.start)
  }

  /// Round values from 0 to the first one not below `top`: a step of 1, 2 or 5 × a power of ten.
  ///
  /// - Parameter most: the largest number of steps.
  static func ticks(to top: Double, most: Int = 7) -> [Double] {
    guard top > 0, top.isFinite else { return [0, 1] }
    var power = 1.0
    while power * 10 <= top { power *= 10 }
    while power > top { power /= 10 }
    let step = [0.1, 0.2, 0.5, 1, 2].map { $0 * power }.first { (top / $0).rounded(.up) <= Double(most) } ?? top
    return (0...Int((top / step).rounded(.up))).map { Double($0) * step }
  }
}
