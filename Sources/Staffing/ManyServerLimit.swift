internal import Foundation

/// What a queue of many agents tends to: a first guess of the agents a target needs, about √(θ ÷ μ) high.
///
/// Either integral of `NeighbouringStaffings` is taken with its logarithm as a parabola, at its mode or at 0 where it falls from there:
/// O. Garnett, A. Mandelbaum, M. Reiman, “Designing a Call Center with Impatient Customers” (M&SOM 4, 2002), theorem 4, for
/// loads near the agents, and a normal wait about the fluid's where agents are so few that all calls wait.
struct ManyServerLimit {
  private let load: Double
  private let root: Double
  /// μ ÷ θ.
  private let perAgent: Double
  /// Of those who would wait for ever, the part gone within t.
  private let gone: Double

  init(_ queue: CallQueue, patience: Double, within: Double) {
    load = queue.load
    root = max(1e-9, load).squareRoot()
    perAgent = patience / queue.handlingTime
    gone = -expm1(-within / patience)
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
    // The fluid's agents, whose callers wait just t, and a normal deviate of the goal beyond; no more are served than there are agents for.
    var agents = max(load * goal, load * (1 - gone) + min(max(aim / 1.6, -2), 6) * root)
    var slope = 1.6 / root
    var before: (agents: Double, logit: Double)?
    for _ in 0..<5 {
      agents = max(agents, 0.1)
      let here = (agents: agents, logit: logit(inTime(agents)))
      if let before, before.agents != here.agents {
        let secant = (here.logit - before.logit) / (here.agents - before.agents)
        if secant.isFinite { slope = min(max(secant, 0.3 / root), 20 / root) }
      }
      before = here
      let step = min(max((aim - here.logit) / slope, -4 * root), 4 * root)
      if step.isFinite { agents += step }
      if abs(step) < 0.3 { break }
    }
    return (max(agents, 0.1), slope)
  }

  /// Probability that a caller is answered within t.
  private func inTime(_ agents: Double) -> Double {
    let arrivals = load * perAgent
    let ratio = max(0.5, agents * perAgent - 1)
    let wait =
      arrivals > ratio
      ? HalfNormal(mode: 1 - ratio / arrivals, deviation: ratio.squareRoot() / arrivals) {
        arrivals * $0 + ratio * log(1 - $0)
      } : HalfNormal(slope: arrivals - ratio, curvature: ratio)
    let idle =
      agents + 1 > load
      ? HalfNormal(mode: log((agents + 1) / load), deviation: 1 / (agents + 1).squareRoot()) {
        (agents + 1) * $0 - load * expm1($0)
      } : HalfNormal(slope: agents + 1 - load, curvature: load)
    let free = load * idle.mass(beyond: 0) - 1
    let (soon, soonGone) = wait.massAndMoment(to: gone)
    let busy = agents * perAgent
    return (free + busy * (soon - soonGone)) / (free + busy * wait.mass(beyond: 0))
  }
}

/// A parabola as the logarithm of a function on x ≥ 0.
private struct HalfNormal {
  private let mean: Double
  private let deviation: Double
  /// Of the whole parabola.
  private let mass: Double

  init(mode: Double, deviation: Double, logarithm: (Double) -> Double) {
    mean = mode
    self.deviation = deviation
    mass = exp(min(600, logarithm(mode))) * deviation * (2 * Double.pi).squareRoot()
  }

  /// Worth 1 at 0.
  init(slope: Double, curvature: Double) {
    mean = slope / curvature
    deviation = 1 / curvature.squareRoot()
    mass = exp(min(600, slope * slope / (2 * curvature))) * deviation * (2 * Double.pi).squareRoot()
  }

  func mass(beyond x: Double) -> Double { mass * upperTail((x - mean) / deviation) }

  /// ∫ f and ∫ x f from 0 to an end.
  func massAndMoment(to end: Double) -> (mass: Double, moment: Double) {
    let (low, high) = (-mean / deviation, (end - mean) / deviation)
    let between = mass * (upperTail(low) - upperTail(high))
    let density = mass * (exp(-low * low / 2) - exp(-high * high / 2)) / (2 * Double.pi).squareRoot()
    return (between, mean * between + deviation * density)
  }

  /// Φ̄(x), kept above what divides by zero.
  private func upperTail(_ x: Double) -> Double { max(1e-300, 0.5 * erfc(x / 2.0.squareRoot())) }
}

/// log(share ÷ (1 − share)), of shares kept off 0 and 1.
func logit(_ share: Double) -> Double {
  let inside = min(max(share, 1e-12), 1 - 1e-12)
  return log(inside / (1 - inside))
}
