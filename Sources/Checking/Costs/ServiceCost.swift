import Foundation
import Vocabulary

/// Yuan of the calls that more staff would have served in time, where the roster weighs service: read off the lines between the points of
/// `service.csv`.
struct ServiceCost {
  let month: RosteredMonth

  var isWeighed: Bool { month.floor.rows.contains { $0.service != nil } }

  var yuan: Decimal {
    month.floor.rows.reduce(0) { sum, row in
      guard let service = row.service else { return sum }
      return sum + ServiceCost.yuan(service, effective: row.effective)
    }
  }

  /// Price × (what the last point gives − what the staffing gives).
  static func yuan(_ service: PricedService, effective: Decimal) -> Decimal {
    let points = service.points.map { (at: exactDecimal($0.effective), calls: exactDecimal($0.beyondTarget)) }
    guard let last = points.last, points.count > 1, effective < last.at else { return 0 }
    // The line between the two points around the staffing; below the first point that of the first two.
    let right = max(1, points.firstIndex { $0.at > effective } ?? 1)
    let (from, to) = (points[right - 1], points[right])
    let calls = from.calls + (to.calls - from.calls) * (effective - from.at) / (to.at - from.at)
    return exactDecimal(service.pricePerCall ?? 0) * (last.calls - calls)
  }
}
