internal import Foundation
package import Vocabulary

/// The agents needed on the phone, half-hour by half-hour.
///
/// Every half-hour with calls first gets the fewest whole agents that keep the floor, the occupancy cap and the centre's minimum.
/// Then agents are added one step at a time wherever a step serves most calls per agent, until the target holds over its scope: the
/// marginal allocation of G. Koole and E. van der Sluis (2003), on the concave envelope of each half-hour's gain. Where gains are
/// concave, as they are above a floor of about one half, no other allocation has fewer agents; else it may have fewer by less than
/// the last step is wide.
///
/// With `service.inRoster` the first part is all: what more agents serve is given as a curve, for the roster to weigh.
package struct RequirementPlanner: Sendable {
  package let settings: CentreSettings
  /// Tells the days whose shrinkage differs.
  package let holidays: HolidayCalendar

  package init(settings: CentreSettings, holidays: HolidayCalendar = HolidayCalendar()) {
    self.settings = settings
    self.holidays = holidays
  }

  /// - Complexity: about a dozen evaluations of the queue for each half-hour and node of its distribution.
  package func requirement(forecast: Forecast) -> Requirement {
    let loads = self.loads(forecast)
    var curves = zip(forecast.rows, loads).map { row, load in
      row.mean > 0 && row.averageHandlingTime > 0 ? curve(row, load: load) : nil
    }
    allocate(&curves)
    return Requirement(
      rows: forecast.rows.indices.map { requirement(forecast.rows[$0], loads[$0], &curves[$0]) })
  }

  /// Whole agents for a period known to go one of these ways, each as likely: what a planner who knew the paths would take.
  ///
  /// - Parameter paths: calls to expect of every half-hour.
  package func agents(onPaths paths: [[Double]], handlingTimes: [Double]) -> [Int] {
    var curves = handlingTimes.indices.map { half -> ServiceCurve? in
      let volume = CallVolume(equallyLikely: paths.map { $0[half] }, handlingTime: handlingTimes[half])
      return volume.mean > 0 && volume.handlingTime > 0 ? ServiceCurve(volume, settings: settings) : nil
    }
    allocate(&curves)
    return curves.map { $0?.agents ?? 0 }
  }

  private func allocate(_ curves: inout [ServiceCurve?]) {
    switch settings.service.scope {
    // The roster weighs what more than the fewest agents serve.
    case _ where settings.service.inRoster: break
    case .halfHour:
      for index in curves.indices { curves[index]?.reachTarget() }
    case .day:
      for start in stride(from: 0, to: curves.count, by: HalfHour.perDay) {
        allocate(&curves, start..<min(curves.count, start + HalfHour.perDay))
      }
    case .month:
      allocate(&curves, curves.indices)
    }
  }

  private func loads(_ forecast: Forecast) -> [Double] {
    switch settings.service.load {
    case .offered: forecast.rows.map { $0.mean * $0.averageHandlingTime / 1800 }
    case .modified: ModifiedOfferedLoad.loads(of: forecast)
    }
  }

  private func curve(_ row: Forecast.Row, load: Double) -> ServiceCurve {
    var volume = CallVolume(row, uncertainty: settings.service.uncertainty)
    volume.loadFactor = load / (row.mean * row.averageHandlingTime / 1800)
    return ServiceCurve(volume, settings: settings)
  }

  private func requirement(_ row: Forecast.Row, _ load: Double, _ curve: inout ServiceCurve?) -> Requirement.Row {
    let shrinkage = settings.shrinkage(at: row.start, holidays: holidays)
    func needed(_ agents: Int, _ working: Requirement.Working?) -> Requirement.Row {
      let required = Double(agents) / (1 - shrinkage)
      return Requirement.Row(
        start: row.start, offered: row.mean, averageHandlingTime: row.averageHandlingTime,
        required: (required * 10_000).rounded() / 10_000, working: working)
    }
    guard let agents = curve?.agents, let outcome = curve?.outcome(agents), let binding = curve?.binding else {
      let isOpen = settings.minAgents > 0 && settings.isOpen(row.start, holidays: holidays)
      let least = isOpen ? settings.minAgents : 0
      let idle = Requirement.Working(
        load: 0, agents: least, shrinkage: shrinkage, serviceLevel: 1, occupancy: 0, binding: .minimum)
      return needed(least, isOpen ? idle : nil)
    }
    var result = needed(
      agents,
      Requirement.Working(
        load: load, agents: agents, shrinkage: shrinkage, serviceLevel: outcome.serviceLevel,
        occupancy: outcome.occupancy, binding: binding))
    if settings.service.inRoster, let points = curve?.points(shrinkage: shrinkage) {
      result.service = PricedService(pricePerCall: settings.service.pricePerCall, points: points)
    }
    return result
  }

  private struct Step {
    var half: Int
    var order: Int
    var step: ServiceCurve.Step
  }

  /// Takes steps of falling worth over a span until Σ (served in time − target × counted) is not below 0.
  ///
  /// They are found in rounds of falling worth, so that only the part of a curve that is needed is ever computed.
  private func allocate(_ curves: inout [ServiceCurve?], _ span: Range<Int>) {
    let open = span.filter { curves[$0] != nil }
    var balance = open.reduce(0.0) { $0 + (curves[$1]?.gain ?? 0) }
    var worth = open.compactMap { curves[$0]?.next()?.slope }.max() ?? 0
    while balance < -1e-9 {
      var round: [Step] = []
      for half in open {
        while let step = curves[half]?.next(), step.slope >= worth {
          round.append(Step(half: half, order: round.count, step: step))
          curves[half]?.take(step)
        }
      }
      // Ties by time, so that the same input gives the same plan.
      round.sort { ($0.step.slope, $1.order) > ($1.step.slope, $0.order) }
      for (index, step) in round.enumerated() {
        balance += step.step.gain
        guard balance >= -1e-9 else { continue }
        // What was found beyond is given back, and what the last step brings too much.
        for unused in round[(index + 1)...].reversed() { curves[unused.half]?.giveBack(unused.step) }
        curves[step.half]?.shorten(step.step, by: balance)
        return
      }
      let left = open.compactMap { curves[$0]?.next()?.slope }.max()
      guard let left else { return }
      worth = min(worth * 0.8, left)
    }
  }
}
