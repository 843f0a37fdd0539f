internal import Foundation

/// How many departures a queue sees within a time t, as a chain over their number k: pmf(k) and P(at least k).
///
/// While all agents stay busy, departures ahead of a caller come at rates nμ + iθ. In the scale of patience, with c = nμ ÷ θ
/// and y = 1 − e^(−θt), a caller behind j others is through within t with probability I_y(j + 1, c + 1): that of at least j + 1
/// departures where their number is negative binomial with size c + 1 and success 1 − y (DLMF 8.17.24).
struct DeparturesWithin {
  private let size: Double
  private let y: Double
  /// The first k with a probability worth counting, and that probability.
  private let start: Double
  private let startMass: Double
  private let mean: Double
  private(set) var count: Double
  private(set) var mass: Double
  /// P(at least `count`), by subtraction.
  private(set) var tail: Double

  /// Below this many nats P(0 departures) is formed directly.
  private static let direct = 600.0
  /// Nats below the mode at which the chain begins where it cannot begin at 0.
  private static let depth = 64.0

  /// Begins at k = 1.
  init(ratio: Double, thetaT: Double) {
    size = ratio + 1
    y = -expm1(-thetaT)
    mean = size * expm1(thetaT)
    count = 1
    if thetaT * size <= DeparturesWithin.direct {
      start = 0
      startMass = 0
      mass = exp(-thetaT * size) * size * y
      tail = -expm1(-thetaT * size)
    } else {
      start = max(1, DeparturesWithin.lowerEdge(size: size, thetaT: thetaT))
      startMass = NegativeBinomialMass.value(start, size: size, thetaT: thetaT, y: y)
      mass = start == 1 ? startMass : 0
      tail = 1
    }
  }

  @inline(__always)
  mutating func advance() {
    tail = max(0, tail - mass)
    mass *= (count + size) * y / (count + 1)
    count += 1
    if count == start { mass = startMass }
  }

  /// Advances to a k; returns Σ P(at least i + 1) · c ÷ ((c + i)(c + i + 1)) over the 0 ≤ i < k − 1 passed.
  mutating func advance(to goal: Double, ratio: Double) -> Double {
    guard goal > count else { return 0 }
    // As long as P(at least k) = 1 the sum telescopes.
    let certain = min(goal, start) - count
    var sum = 0.0
    if certain > 0 {
      sum = certain / (ratio + certain)
      count += certain
      mass = count == start ? startMass : 0
    }
    while count < goal {
      sum += tail * ratio / ((ratio + count - 1) * (ratio + count))
      advance()
      // Past the mode with nothing left but rounding.
      if mass < 1e-40 && count > mean {
        count = goal
        mass = 0
        tail = 0
      }
    }
    return sum
  }

  /// P(at least `count`) as a sum of what lies above, exact also where it is small.
  ///
  /// - Parameter precision: terms below this part of the sum are left out.
  consuming func summedTail(precision: Double) -> Double {
    guard count > mean else { return count < start ? 1 : tail }
    let least = max(1e-20, precision)
    var sum = 0.0
    while mass > least * sum && mass > 0 {
      sum += mass
      advance()
    }
    return sum
  }

  /// Where the mass lies `depth` nats below the mode, by bisection on the exponent of the large-deviation bound.
  private static func lowerEdge(size: Double, thetaT: Double) -> Double {
    let mean = size * expm1(thetaT)
    func nats(_ k: Double) -> Double {
      (k > 0 ? k * log(k / mean) : 0) + (k + size) * log((mean + size) / (k + size))
    }
    var low = 0.0
    var high = mean
    while high - low > max(1, 1e-3 * mean) {
      let middle = (low + high) / 2
      if nats(middle) > depth { low = middle } else { high = middle }
    }
    return low.rounded(.down)
  }
}

/// The probability of k under a negative binomial distribution of real size, to nearly full double precision: the saddle-point form of C. Loader,
/// “Fast and Accurate Computation of Binomial Probabilities” (2000).
private enum NegativeBinomialMass {
  /// k ≥ 1; success e^(−thetaT), failure y.
  static func value(_ k: Double, size: Double, thetaT: Double, y: Double) -> Double {
    let trials = k + size
    let exponent =
      stirlingError(trials) - stirlingError(size) - stirlingError(k) - deviance(size, trials * exp(-thetaT))
      - deviance(k, trials * y)
    return exp(exponent) * (size / (2 * Double.pi * k * trials)).squareRoot()
  }

  /// log Γ(x + 1) less Stirling's approximation.
  private static func stirlingError(_ x: Double) -> Double {
    guard x >= 16 else { return lgamma(x + 1) - (x + 0.5) * log(x) + x - 0.5 * log(2 * Double.pi) }
    let square = x * x
    return
      (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - (1 / 1188.0) / square) / square) / square) / square) / x
  }

  /// x log(x ÷ m) + m − x without cancellation.
  private static func deviance(_ x: Double, _ m: Double) -> Double {
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let v = difference / (x + m)
    var sum = difference * v
    var power = 2 * x * v
    for j in 1..<1000 {
      power *= v * v
      let next = sum + power / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
