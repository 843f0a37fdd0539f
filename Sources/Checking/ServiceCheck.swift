internal import Foundation
internal import Staffing
package import Vocabulary

/// Holds the curves of `service.csv` against the queues of the forecast.
package struct ServiceCheck: Sendable {
  package let centre: Centre
  package let forecast: Forecast

  /// Calls by which a point may differ: its staffing is written to four decimals.
  private static let callsTolerance = 0.02
  /// Part of the calls by which a line between two points may lie below the queue in its middle.
  package static let chordTolerance = 0.02
  /// Service that the last point has to reach.
  private static let leastAtEnd = 0.999

  package init(centre: Centre, forecast: Forecast) {
    self.centre = centre
    self.forecast = forecast
  }

  package func discrepancies(_ requirement: Requirement) -> [Discrepancy] {
    guard requirement.weighsService else { return [] }
    let calls = Dictionary(forecast.rows.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
    return requirement.rows.flatMap { row -> [Discrepancy] in
      let expectsCalls = calls[row.start].map { $0.mean > 0 && $0.averageHandlingTime > 0 } ?? false
      guard let service = row.service else {
        return expectsCalls ? [found("\(row.start)", "–", "effective, beyondTarget")] : []
      }
      guard let forecast = calls[row.start], expectsCalls else { return [found("\(row.start)", "price", "–")] }
      return priceDiscrepancy(row.start, service, requirement.pricePerCall) + pointDiscrepancies(service, forecast)
    }
  }

  private var file: String { "service.csv" }

  private func found(_ item: String, _ stated: String, _ recomputed: String) -> Discrepancy {
    Discrepancy(file: file, item: item, stated: stated, recomputed: recomputed)
  }

  /// One price for the month, and the centre's where it names one.
  private func priceDiscrepancy(_ start: HalfHour, _ service: PricedService, _ first: Double?) -> [Discrepancy] {
    let expected = centre.settings.service.pricePerCall ?? first
    guard service.pricePerCall != expected else { return [] }
    return [found("\(start) price", text(service.pricePerCall), text(expected))]
  }

  private func text(_ price: Double?) -> String { price.map { "\($0)" } ?? "–" }

  private func pointDiscrepancies(_ service: PricedService, _ row: Forecast.Row) -> [Discrepancy] {
    let estimate = ServiceEstimate(settings: centre.settings, holidays: centre.holidays)
    func queue(_ effective: Double) -> (level: Double, beyond: Double) {
      let outcome = estimate.outcome(effective: effective, row: row)
      return (outcome.serviceLevel, outcome.good - centre.settings.service.target * outcome.counted)
    }
    var result: [Discrepancy] = []
    for point in service.points {
      let (level, beyond) = queue(point.effective)
      let item = "\(row.start) \(point.effective)"
      if !(abs(beyond - point.beyondTarget) <= ServiceCheck.callsTolerance) {
        result.append(found("\(item) beyondTarget", "\(point.beyondTarget)", "\(beyond)"))
      }
      if !(abs(level - point.serviceLevel) <= 0.0005) {
        result.append(found("\(item) serviceLevel", "\(point.serviceLevel)", "\(level)"))
      }
    }
    for piece in zip(service.points, service.points.dropFirst()) {
      let middle = (piece.0.effective + piece.1.effective) / 2
      let chord = (piece.0.beyondTarget + piece.1.beyondTarget) / 2
      let beyond = queue(middle).beyond
      if beyond - chord > ServiceCheck.chordTolerance * row.mean + ServiceCheck.callsTolerance {
        result.append(found("\(row.start) \(middle) beyondTarget", "\(chord)", "\(beyond)"))
      }
    }
    if let last = service.points.last, queue(last.effective).level < ServiceCheck.leastAtEnd {
      result.append(found("\(row.start) \(last.effective) serviceLevel", "\(last.serviceLevel)", "≥ 0.999"))
    }
    return result
  }
}
