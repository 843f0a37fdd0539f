internal import Foundation

/// What a queue of many agents tends to when they are load + β √load: a first guess of the agents a target needs, a
/// few off at most from some thirty erlangs on.
///
/// With endless patience S. Halfin, W. Whitt, “Heavy-Traffic Limits for Queues with Many Exponential Servers” (Operations
/// Research 29, 1981); else O. Garnett, A. Mandelbaum, M. Reiman, “Designing a Call Center with Impatient Customers” (M&SOM 4,
/// 2002), theorem 4. Both say with φ and Φ̄ of the normal distribution how likely a caller waits, and waits longer than t.
struct ManyServerLimit {
  private let load: Double
  private let root: Double
  /// √(μ ÷ θ); nil for endless patience.
  private let endurance: Double?
  /// t in handling times with endless patience; else e^(θt) − 1, by which a queue of n·μ ÷ θ callers would be gone in t.
  private let time: Double

  init(_ queue: CallQueue, within: Double) {
    load = queue.load
    root = max(1e-9, load).squareRoot()
    endurance = queue.patience.map { ($0 / queue.handlingTime).squareRoot() }
    time = queue.patience.map { expm1(min(200, within / $0)) } ?? within / queue.handlingTime
  }

  /// Agents at which the share served in time is about `goal`, and by how much one more raises its logit.
  func agents(serving goal: Double) -> (agents: Double, slope: Double) {
    let aim = logit(goal)
    // Endless patience has no limit at β ≤ 0: the queue grows without end.
    let range = (endurance == nil ? 1e-3 : -root)...6
    var beta = min(0.5, range.upperBound)
    var slope = 2.2
    var before: (beta: Double, logit: Double)?
    for _ in 0..<5 {
      let here = (beta: beta, logit: logit(inTime(beta)))
      if let before, before.beta != here.beta {
        slope = min(max((here.logit - before.logit) / (here.beta - before.beta), 0.3), 20)
      }
      before = here
      beta = min(max(beta + (aim - here.logit) / slope, range.lowerBound), range.upperBound)
      if abs(beta - here.beta) * root < 0.1 { break }
    }
    return (load + (beta.isFinite ? beta : 0.5) * root, slope / root)
  }

  /// Probability that a caller is answered within t.
  private func inTime(_ beta: Double) -> Double {
    guard let endurance else {
      return 1 - exp(-beta * root * time) / (1 + beta / hazard(-beta))
    }
    // The queue is normal about its balance, λ = nμ + qθ, cut off at 0: `delta` and `longest` are no queue and the one that
    // takes t, in its deviations. Of those who meet a queue, a part falling by `loss` with its length stays till answered.
    let perAgent = root / max(1, load + beta * root)
    let delta = beta * endurance
    let longest = delta + endurance * time / perAgent
    let loss = perAgent / endurance
    let waits = 1 / (1 + hazard(delta) / (endurance * hazard(-beta)))
    // Far from the limit, as with little patience and few agents, only a number is wanted.
    let answered =
      exp(min(600, loss * (delta + loss / 2)))
      * (upperTail(delta + loss) - upperTail(longest + loss)) / upperTail(delta)
    return 1 - waits + waits * answered
  }

  /// φ(x) ÷ Φ̄(x).
  private func hazard(_ x: Double) -> Double {
    guard x < 8 else { return x + 1 / x }
    return exp(-x * x / 2) / (2 * Double.pi).squareRoot() / upperTail(x)
  }

  /// Φ̄(x), kept above what divides by zero.
  private func upperTail(_ x: Double) -> Double { max(1e-300, 0.5 * erfc(x / 2.0.squareRoot())) }
}

/// log(share ÷ (1 − share)), of shares kept off 0 and 1.
func logit(_ share: Double) -> Double {
  let inside = min(max(share, 1e-12), 1 - 1e-12)
  return log(inside / (1 - inside))
}
