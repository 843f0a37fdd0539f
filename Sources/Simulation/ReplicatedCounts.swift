internal import Foundation
internal import Vocabulary

/// Counts of a span over replications: their sum, and how the ratios of its indicators scatter.
package struct ReplicatedCounts: Sendable {
  package private(set) var sum = CallCounts()
  package private(set) var replications = 0
  /// Σ part², Σ part × whole, Σ whole² of each indicator.
  private var moments = [SIMD3<Double>](repeating: .zero, count: ReplicatedCounts.indicators.count)

  private static let indicators: [SimulatedIndicator] =
    ServiceTarget.Formula.allCases.map { .serviceLevel($0) } + [.answerRate, .abandonment, .speedOfAnswer, .occupancy]

  package init() {}

  mutating func add(_ counts: CallCounts) {
    sum += counts
    replications += 1
    for (index, indicator) in ReplicatedCounts.indicators.enumerated() {
      let ratio = counts.ratio(indicator)
      moments[index] += SIMD3(ratio.part * ratio.part, ratio.part * ratio.whole, ratio.whole * ratio.whole)
    }
  }

  /// Nil where nothing counts.
  package func value(_ indicator: SimulatedIndicator) -> Double? { sum.value(indicator) }

  /// Standard error of the ratio of sums over replications, by the delta method; nil for less than two replications.
  package func standardError(_ indicator: SimulatedIndicator) -> Double? {
    let (part, whole) = sum.ratio(indicator)
    guard replications > 1, whole > 0, let index = ReplicatedCounts.indicators.firstIndex(of: indicator) else {
      return nil
    }
    let ratio = part / whole
    let moment = moments[index]
    let squares = max(0, moment.x - 2 * ratio * moment.y + ratio * ratio * moment.z)
    let count = Double(replications)
    return (squares * count / (count - 1)).squareRoot() / whole
  }

  /// Half the width of the 95 % confidence interval: normal, with Student's correction for few replications.
  package func halfWidth(_ indicator: SimulatedIndicator) -> Double? {
    let freedom = Double(replications - 1)
    return standardError(indicator).map { $0 * (1.959964 + 2.37 / freedom + 2.82 / (freedom * freedom)) }
  }
}
