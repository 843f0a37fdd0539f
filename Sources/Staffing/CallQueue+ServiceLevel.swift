internal import Foundation
package import Vocabulary

/// The fewest agents for a service level, in time that hardly depends on the size of the queue.
///
/// A first guess from the limit of many servers; staffings around it by integrals or roughly truncated sums, which decide unless they
/// come within `margin` of the goal; there the exact sums do. So the answer is that of the exact sums.
extension CallQueue {
  /// The fewest whole agents that serve a share of the calls in time; 0 where there are no calls.
  package func leastAgents(serviceLevel goal: Double, within: Double, formula: ServiceTarget.Formula) -> Int {
    guard arrivalRate > 0 else { return 0 }
    // Where nobody gives up all formulas are one.
    guard let patience else { return leastPatient(goal, within) }
    let start = ManyServerLimit(self, patience: patience, within: within).agents(serving: goal)
    let search = ServiceLevelSearch(queue: self, patience: patience, within: within, formula: formula, goal: goal)
    return search.byNeighbours(from: start.agents) ?? search.bySecant(from: start)
  }

  /// Erlang C: one sum, then agent by agent, as the odds of an idle agent with n agents give those with n + 1 and n − 1.
  private func leastPatient(_ goal: Double, _ within: Double) -> Int {
    let fewest = Int(load) + 1
    var agents = max(fewest, Int(ManyServerLimit.patientAgents(self, within: within, serving: goal).rounded()) - 1)
    var idle = ErlangB.roughIdleOdds(agents: agents, load: load)
    let perAgent = 1 / load
    if reaches(goal, agents, idle, within) {
      while agents > fewest {
        let before = Double(agents) * perAgent
        let idleBefore = idle / before - 1
        guard reaches(goal, agents - 1, idleBefore, within) else { break }
        agents -= 1
        idle = idleBefore
      }
      return agents
    }
    repeat {
      agents += 1
      idle = Double(agents) * perAgent * (1 + idle)
    } while !reaches(goal, agents, idle, within)
    return agents
  }

  private func reaches(_ goal: Double, _ agents: Int, _ idle: Double, _ within: Double) -> Bool {
    let spare = Double(agents) - load
    let late = exp(-spare / handlingTime * within) / (1 + idle * spare / Double(agents))
    let allowed = 1 - goal
    // The odds are right to eight digits.
    guard abs(late - allowed) < 1e-6 * allowed + 1e-12 else { return late < allowed }
    return performance(agents: agents, within: within).serviceLevel(.offered) >= goal
  }
}

/// The search for one goal where callers give up.
private struct ServiceLevelSearch {
  let queue: CallQueue
  let patience: Double
  let within: Double
  let formula: ServiceTarget.Formula
  let goal: Double

  /// Of a level that is near enough to the goal to be worked out exactly; ten times and more what integrals and rough sums are off.
  private static let margin = 1e-6

  private func reaches(_ agents: Int, _ level: Double) -> Bool {
    guard abs(level - goal) < ServiceLevelSearch.margin else { return level > goal }
    return queue.performance(agents: agents, within: within).serviceLevel(formula) >= goal
  }

  /// Four staffings at a time; nil where `NeighbouringStaffings` has none or the guess is far off.
  func byNeighbours(from guess: Double) -> Int? {
    guard guess < QueueError.mostAgents else { return nil }
    var failing = 0
    var passing = Int.max
    // The limit is high by about √(θ ÷ μ) agents: the answer is most likely the second or third of four.
    var first = max(1, Int(guess - 1 - (queue.handlingTime / patience).squareRoot()))
    for _ in 0..<4 {
      guard
        let around = NeighbouringStaffings(queue, first: first, patience: patience, within: within, formula: formula)
      else { return nil }
      for lane in 0..<NeighbouringStaffings.count {
        if reaches(first + lane, around.levels[lane]) {
          passing = min(passing, first + lane)
          break
        }
        failing = max(failing, first + lane)
      }
      if passing - failing == 1 { return passing }
      let (low, high) = (logit(around.levels[0]), logit(around.levels[3]))
      let distance = (logit(goal) - (low + high) / 2) / max(1e-9, (high - low) / 3)
      let next = Double(first) + 1.5 + min(max(distance, -1e6), 1e6)
      first = min(max(Int(next) - 1, failing + 1), passing - 1)
    }
    return nil
  }

  /// A secant on the logit of the service level, inside a bracket that always shrinks.
  func bySecant(from start: (agents: Double, slope: Double)) -> Int {
    let spread = max(1, queue.load.squareRoot())
    let aim = logit(goal)
    var failing = 0
    var passing = Int.max
    var slope = start.slope
    var previous: (agents: Double, logit: Double)?
    // To the nearest: one agent too few and the least that will do both take two evaluations.
    var next = max(1, Int(start.agents.rounded()))
    while true {
      let level = summedLevel(next)
      if reaches(next, level) { passing = next } else { failing = next }
      if passing - failing == 1 { return passing }
      let point = (agents: Double(next), logit: logit(level))
      if let previous, abs(point.logit - previous.logit) > 1e-9 {
        let secant = (point.logit - previous.logit) / (point.agents - previous.agents)
        if secant.isFinite && secant > 0 { slope = min(max(secant, 0.05 / spread), 20) }
      }
      previous = point
      let step = min(max((aim - point.logit) / slope, -3 * spread - 2), 3 * spread + 2)
      let guess = Int((point.agents + step).rounded(.up))
      next = passing == .max ? max(guess, failing + 1) : min(max(guess, failing + 1), passing - 1)
    }
  }

  private func summedLevel(_ agents: Int) -> Double {
    guard formula == .offered else {
      return queue.performance(agents: agents, within: within, precision: CallQueue.rough).serviceLevel(formula)
    }
    return ErlangA(
      queue, agents: agents, patience: patience, within: within, precision: CallQueue.rough, isInTimeOnly: true
    ).answeredInTime
  }
}
