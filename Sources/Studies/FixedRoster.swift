package import Foundation
package import Settlement
internal import Staffing
package import Vocabulary

/// A roster as planned, settled under other prices or another volume: where a margin or a coefficient changes sides.
package struct FixedRoster: Sendable {
  private let calculator: SettlementCalculator
  private let roster: Roster
  private let forecast: Forecast
  private let effective: [Double]

  package init(centre: Centre, month: Month, roster: Roster, forecast: Forecast, coverage: [CoverageRow]) {
    calculator = SettlementCalculator(centre: centre, month: month)
    self.roster = roster
    self.forecast = forecast
    effective = coverage.map(\.effective)
  }

  /// - Parameters:
  ///   - prices: factor on all seat prices.
  ///   - volume: factor on the calls of every half-hour.
  package func settlement(prices: Decimal = 1, volume: Double = 1) throws(SettlementError) -> SettlementStatement {
    var centre = calculator.centre
    for kind in SeatKind.allCases {
      if let price = centre.contract.seats[kind]?.price { centre.contract.seats[kind]?.price = price * prices }
    }
    return try SettlementCalculator(centre: centre, month: calculator.month)
      .projected(roster: roster, service: service(volume))
  }

  private func service(_ volume: Double) -> ProjectedService {
    let estimate = ServiceEstimate(settings: calculator.centre.settings, holidays: calculator.centre.holidays)
    var total = VolumeOutcome()
    var seconds = 0.0
    for (agents, row) in zip(effective, forecast.rows) {
      var row = row
      row.mean *= volume
      row.quantiles = row.quantiles.map { $0 * volume }
      total += estimate.outcome(effective: agents, row: row)
      seconds += row.mean * row.averageHandlingTime
    }
    return ProjectedService(
      serviceLevel: Decimal(total.serviceLevel).rounded(decimals: 6),
      answerRate: Decimal(total.answerRate).rounded(decimals: 6),
      averageHandlingTime: Decimal(total.offered > 0 ? seconds / total.offered : 0).rounded(decimals: 2),
      handled: Decimal(total.answered.rounded(.down)))
  }

  /// The partner's margin as all seat prices move, from half of them to one and a half, with the factors of interest among them.
  package func marginByPrices(_ factors: [Double]) throws(SettlementError) -> [BreakEvenCurve.Point] {
    try curve(10, factors) { factor throws(SettlementError) in try settlement(prices: Decimal(factor)) }
  }

  /// The same as the volume moves.
  package func marginByVolume(_ factors: [Double]) throws(SettlementError) -> [BreakEvenCurve.Point] {
    try curve(20, factors) { factor throws(SettlementError) in try settlement(volume: factor) }
  }

  private func curve(
    _ steps: Int, _ factors: [Double], _ settled: (Double) throws(SettlementError) -> SettlementStatement
  ) throws(SettlementError) -> [BreakEvenCurve.Point] {
    let even = (0...steps).map { 0.5 + Double($0) / Double(steps) }
    var points: [BreakEvenCurve.Point] = []
    for factor in Set(even + factors).sorted() {
      points.append(BreakEvenCurve.Point(factor: factor, margin: try settled(factor).partner.margin.doubleValue))
    }
    return points
  }

  /// The factor on all seat prices at which the partner's margin is zero, rounded up to six decimals; nil where there is none up
  /// to 10.
  package func zeroMarginPrices() throws(SettlementError) -> Decimal? {
    let service = service(1)
    func margin(_ factor: Decimal) throws(SettlementError) -> Decimal {
      var centre = calculator.centre
      for kind in SeatKind.allCases {
        if let price = centre.contract.seats[kind]?.price { centre.contract.seats[kind]?.price = price * factor }
      }
      return try SettlementCalculator(centre: centre, month: calculator.month)
        .projected(roster: roster, service: service).partner.margin
    }
    var (low, high): (Int, Int) = (0, 10_000_000)
    guard try margin(Decimal(high) / 1_000_000) >= 0 else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try margin(Decimal(middle) / 1_000_000) >= 0 { high = middle } else { low = middle }
    }
    return Decimal(high) / 1_000_000
  }

  /// The largest factor on the volume, to four decimals, at which a better coefficient than at 1 is reached, and the largest at which
  /// that of 1 still is; nil where there is none between 0.5 and 2.
  package func tierVolumes() throws(SettlementError) -> (better: Double?, kept: Double?) {
    let present = try settlement().coefficient
    func largest(_ low: Int, _ high: Int, _ holds: (Decimal) -> Bool) throws(SettlementError) -> Double? {
      func test(_ volume: Int) throws(SettlementError) -> Bool {
        holds(try settlement(volume: Double(volume) / 10_000).coefficient)
      }
      var (low, high) = (low, high)
      guard try test(low), try !test(high) else { return nil }
      while high - low > 1 {
        let middle = (low + high) / 2
        if try test(middle) { low = middle } else { high = middle }
      }
      return Double(low) / 10_000
    }
    return (try largest(5_000, 10_000) { $0 > present }, try largest(10_000, 20_000) { $0 >= present })
  }
}
