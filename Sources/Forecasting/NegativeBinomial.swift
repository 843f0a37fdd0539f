internal import Foundation

/// A count that is Poisson around a mean which itself varies: the variance is mean + relativeVariance · mean².
///
/// With a Gamma-distributed mean this is the negative binomial distribution; a random thinning of the calls keeps the
/// relative variance, so a share of the calls is the same distribution with the mean scaled.
struct NegativeBinomial: Sendable {
  var mean: Double
  var relativeVariance: Double

  /// Above this mean quantiles come from the Wilson–Hilferty approximation of a Gamma distribution with the same mean
  /// and variance (error below half a count for the levels used), below it from the exact probabilities.
  private static let exactBelow = 60.0

  /// - Parameter levels: rising, inside (0, 1).
  /// - Returns: the quantiles, rising, not negative.
  func quantiles(at levels: [Double]) -> [Double] {
    guard mean > 0 else { return levels.map { _ in 0 } }
    return mean < NegativeBinomial.exactBelow ? exactQuantiles(at: levels) : smoothQuantiles(at: levels)
  }

  /// The smallest counts whose cumulative probability reaches each level.
  private func exactQuantiles(at levels: [Double]) -> [Double] {
    let size = 1 / max(relativeVariance, 1e-9)
    let ratio = mean / (mean + size)
    var probability = exp(-size * log1p(mean / size))
    var cumulative = probability
    var count = 0.0
    let most = 20 * mean + 20 * mean * relativeVariance.squareRoot() + 100
    return levels.map { level in
      while cumulative < level, count < most {
        probability *= ratio * (count + size) / (count + 1)
        count += 1
        cumulative += probability
      }
      return count
    }
  }

  private func smoothQuantiles(at levels: [Double]) -> [Double] {
    let squaredVariation = relativeVariance + 1 / mean
    var least = 0.0
    return levels.map { level in
      let root = 1 - squaredVariation / 9 + standardNormalQuantile(level) * squaredVariation.squareRoot() / 3
      least = max(least, mean * root * root * root, 0)
      return least
    }
  }
}

/// The quantile of the standard normal distribution: P. J. Acklam's rational approximation (2003), relative error below
/// 1.2e-9.
func standardNormalQuantile(_ level: Double) -> Double {
  let a = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
    -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  let b = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
    -1.328068155288572e+01,
  ]
  let c = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
    4.374664141464968e+00, 2.938163982698783e+00,
  ]
  let d = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00]
  if level > 0.97575 { return -standardNormalQuantile(1 - level) }
  if level < 0.02425 {
    let q = (-2 * log(level)).squareRoot()
    return polynomial(c, q) / (polynomial(d, q) * q + 1)
  }
  let q = level - 0.5
  let r = q * q
  return polynomial(a, r) * q / (polynomial(b, r) * r + 1)
}

/// Horner's rule, highest power first.
private func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
  coefficients.reduce(0) { $0 * x + $1 }
}
