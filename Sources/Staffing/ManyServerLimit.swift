internal import Foundation

/// What a queue of many agents tends to when they are load + β √load: a first guess of the agents a target needs, a
/// few off at most from some thirty erlangs on.
///
/// O. Garnett, A. Mandelbaum, M. Reiman, “Designing a Call Center with Impatient Customers” (M&SOM 4, 2002), theorem 4, says with φ
/// and Φ̄ of the normal distribution how likely a caller waits, and waits longer than t.
struct ManyServerLimit {
  private let load: Double
  private let root: Double
  /// √(μ ÷ θ).
  private let endurance: Double
  /// e^(θt) − 1, by which a queue of n·μ ÷ θ callers would be gone in t.
  private let time: Double

  init(_ queue: CallQueue, patience: Double, within: Double) {
    load = queue.load
    root = max(1e-9, load).squareRoot()
    endurance = (patience / queue.handlingTime).squareRoot()
    time = expm1(min(200, within / patience))
  }

  /// Agents at which that share is served in time where nobody gives up.
  ///
  /// P(wait) with β spare roots of the load (S. Halfin, W. Whitt, “Heavy-Traffic Limits for Queues with Many Exponential Servers”,
  /// Operations Research 29, 1981) is about e^(−1.187 β − 0.312 β²), to 0.02 of β; of these e^(−β √load · t) wait longer than t.
  static func patientAgents(_ queue: CallQueue, within: Double, serving goal: Double) -> Double {
    let root = queue.load.squareRoot()
    let nats = -log(max(1e-12, 1 - goal))
    let linear = 1.187 + root * within / queue.handlingTime
    let beta = 2 * nats / (linear + (linear * linear + 4 * 0.312 * nats).squareRoot())
    return queue.load + beta * root
  }

  /// Agents at which the share served in time is about `goal`, and by how much one more raises its logit.
  func agents(serving goal: Double) -> (agents: Double, slope: Double) {
    let aim = logit(goal)
    let range = -root...6
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
