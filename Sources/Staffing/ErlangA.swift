internal import Foundation

/// The M/M/n+M queue in steady state, by sums over the states of its birth–death chain.
///
/// State j = 0, 1, … has all agents busy and j callers waiting; its weight against state 0 is Π λ ÷ (nμ + iθ), i = 1…j. The
/// states with an idle agent weigh `ErlangB.idleOdds`. A caller who finds j waiting is answered with c ÷ (c + j + 1), c = nμ ÷ θ,
/// within t with that times P(at least j + 1 departures within t). Only positive terms are added, by parts where a difference would
/// cancel, so every result keeps nearly full relative precision. States of no weight on both sides of the mode are left out:
/// O(√(load + λ ÷ θ)) far from it.
struct ErlangA {
  /// Weights: with an idle agent; with all busy; of these with a queue; Σ j; of callers answered within t, and gone within t.
  private var idle = 0.0
  private var busy = 0.0
  private var queued = 0.0
  private var waiters = 0.0
  private var soon = 0.0
  private var goneSoon = 0.0
  /// Weighted seconds waited by those who are answered.
  private var answeredSeconds = 0.0
  private let queue: CallQueue
  private let agents: Double
  private let patience: Double

  /// - Parameters:
  ///   - agents: 1 or more.
  ///   - precision: relative truncation of the sums; 1e-26 is exact for all that is printed.
  ///   - isInTimeOnly: only `answeredInTime` is asked for, in about half the time.
  init(
    _ queue: CallQueue, agents: Int, patience: Double, within: Double, precision: Double, isInTimeOnly: Bool = false
  ) {
    self.queue = queue
    self.agents = Double(agents)
    self.patience = patience
    let ratio = self.agents * (patience / queue.handlingTime)
    let arrivals = queue.arrivalRate * patience
    let reach = (arrivals - ratio) - (-2 * log(precision) * arrivals).squareRoot()
    let first = max(0, reach.rounded(.down))
    if first == 0 { idle = ErlangB.idleOdds(agents: agents, load: queue.load, precision: precision) }
    guard idle.isFinite else { return }
    let thetaT = min(200, within / patience)
    // Two copies of the loop, so that neither asks at every state what is wanted.
    if isInTimeOnly {
      add(from: first, ratio, arrivals, thetaT: thetaT, precision: precision, isInTimeOnly: true)
    } else {
      add(from: first, ratio, arrivals, thetaT: thetaT, precision: precision, isInTimeOnly: false)
    }
  }

  @inline(__always)
  private mutating func add(
    from first: Double, _ ratio: Double, _ arrivals: Double, thetaT: Double, precision: Double, isInTimeOnly: Bool
  ) {
    var departures = DeparturesWithin(ratio: ratio, thetaT: thetaT)
    // Of the present state: Σ over departures ahead of giving up within t; mean wait of the answered in units of patience.
    var left = departures.advance(to: first + 1, ratio: ratio)
    var wait = isInTimeOnly ? 0 : harmonic(ratio, first)
    var weight = 1.0
    var answered = 0.0
    var position = first
    var perDeparture = 1 / (ratio + first)
    while true {
      let here = perDeparture
      perDeparture = 1 / (ratio + position + 1)
      let served = weight * ratio * perDeparture
      answered += served
      soon += departures.mass * answered
      busy += weight
      if !isInTimeOnly {
        left += departures.tail * ratio * here * perDeparture
        wait += perDeparture
        goneSoon += weight * left
        answeredSeconds += served * wait
        waiters += weight * position
        if position > 0 { queued += weight }
      }
      departures.advance()
      position += 1
      weight *= arrivals * perDeparture
      if weight < precision * busy && ratio + position > arrivals { break }
    }
    soon += answered * departures.summedTail(precision: precision)
    answeredSeconds *= patience
  }

  /// Σ 1 ÷ (c + i), i = 1…count.
  private func harmonic(_ ratio: Double, _ count: Double) -> Double {
    guard count > 0 else { return 0 }
    // Shifted to where two terms of the asymptotic series are exact.
    var sum = 0.0
    var from = ratio
    var left = count
    while from < 1000 && left > 0 {
      from += 1
      left -= 1
      sum += 1 / from
    }
    guard left > 0 else { return sum }
    let to = from + left
    func rest(_ x: Double) -> Double { 0.5 / x - 1 / (12 * x * x) + 1 / (120 * x * x * x * x) }
    return sum + log1p(left / from) + rest(to) - rest(from)
  }

  /// Share of the calls answered within the time asked for.
  var answeredInTime: Double { idle.isFinite ? (idle + soon) / (idle + busy) : 1 }

  var performance: QueuePerformance {
    let occupied = queue.load / agents
    guard idle.isFinite else {
      return QueuePerformance(
        waiting: 0, answeredInTime: 1, answered: 1, abandoned: 0, abandonedInTime: 0, meanWait: 0, speedOfAnswer: 0,
        occupancy: occupied)
    }
    let total = idle + busy
    let answered = (idle + queued / occupied) / total
    let givenUp = waiters / (queue.arrivalRate * patience) / total
    return QueuePerformance(
      waiting: busy / total, answeredInTime: answeredInTime, answered: min(1, answered),
      abandoned: min(1, givenUp), abandonedInTime: goneSoon / total, meanWait: waiters / queue.arrivalRate / total,
      speedOfAnswer: answeredSeconds / total / answered, occupancy: min(1, occupied * answered))
  }
}
