internal import Foundation
package import Vocabulary

/// `service.csv`: the curves by which a roster weighs service, a row for each point.
///
/// A half-hour with effective staffing S costs `price` × (`beyondTarget` of its last row − `beyondTarget` at S), read off the straight
/// lines between its rows, the first line going on below its first row, and level beyond the last.
package enum ServiceFile {
  package static let name = "service.csv"

  private static let columns = ["start", "effective", "serviceLevel", "beyondTarget", "price"]

  package static func text(_ requirement: Requirement) -> String {
    var text = columns.joined(separator: ",") + "\n"
    for row in requirement.rows {
      guard let service = row.service else { continue }
      let price = service.pricePerCall.map { $0.text(4) } ?? ""
      for point in service.points {
        text +=
          "\(row.start),\(point.effective.text(4)),\(point.serviceLevel.text(4)),\(point.beyondTarget.text(4)),\(price)\n"
      }
    }
    return text
  }

  /// Curves by half-hour.
  static func read(path: String, period: Period) throws -> [HalfHour: PricedService] {
    try InputFile.table(path) { table, problems in
      guard let rows = TableRows(table, required: columns, problems: problems) else { return [:] }
      var result: [HalfHour: PricedService] = [:]
      for row in rows.rows {
        guard let start = ResultReader.halfHour(row, period), let read = point(row) else { continue }
        var service = result[start] ?? PricedService(pricePerCall: read.price, points: [])
        service.points.append(read.point)
        result[start] = service
        if service.pricePerCall != read.price {
          row.fail(
            "price", Wording("同一半小时有两个价格", "a half-hour has two prices"),
            Wording("应与上一行相同", "expected the price of the row before")) as Void?
        }
        if !isConcave(service.points.suffix(3)) {
          row.fail(
            "beyondTarget", Wording("曲线在此不是凹的", "the curve is not concave here"),
            Wording(
              "effective 应递增，beyondTarget 的增量应递减",
              "expected rising effective, and beyondTarget that rises less and less")
          ) as Void?
        }
      }
      return result
    }
  }

  /// The price is nil where it has yet to be found.
  private static func point(_ row: TableRow) -> (point: PricedService.Point, price: Double?)? {
    guard row.requiredText("effective") != nil, row.requiredText("beyondTarget") != nil,
      let effective = row.decimal("effective", 0...10_000_000, decimals: 4),
      let beyond = row.decimal("beyondTarget", -1_000_000_000...1_000_000_000, decimals: 4)
    else { return nil }
    let point = PricedService.Point(
      effective: effective.nearestDouble, serviceLevel: row.number("serviceLevel") ?? 0,
      beyondTarget: beyond.nearestDouble)
    return (point, row.decimal("price", 0...1_000_000, decimals: 4)?.nearestDouble)
  }

  /// Whether the last of up to three points goes on from those before: higher, no lower, and no steeper.
  private static func isConcave(_ points: ArraySlice<PricedService.Point>) -> Bool {
    let last = Array(points)
    guard last.count > 1 else { return true }
    let (left, right) = (last[last.count - 2], last[last.count - 1])
    guard right.effective > left.effective, right.beyondTarget >= left.beyondTarget else { return false }
    guard last.count > 2 else { return true }
    let first = last[0]
    return (right.beyondTarget - left.beyondTarget) * (left.effective - first.effective)
      <= (left.beyondTarget - first.beyondTarget) * (right.effective - left.effective) + 1e-9
  }
}
