import Staffing
import TestSupport
import Testing
import Vocabulary

/// `service.inRoster`: the curves against the queues they stand for.
@Suite struct ServicePointsTests {
  private static let cases = seeds(30).map { seed in
    var random = SeededRandom(seed: seed)
    var settings = CentreSettings(centre: "x", seats: [SeatsEntry(seats: 1_000)])
    settings.patience = random.below(3) == 0 ? nil : Double(20 + random.below(300))
    settings.shrinkage = Double(random.below(20)) / 100
    settings.maxOccupancy = random.below(2) == 0 ? 1 : 0.9
    settings.service.target = 0.7 + 0.28 * random.uniform()
    settings.service.within = Double(random.below(40))
    settings.service.floor = 0.5 + 0.2 * random.uniform()
    settings.service.formula = ServiceTarget.Formula.allCases[random.below(4)]
    settings.service.uncertainty = random.below(2) == 0 ? .mean : .expected
    settings.service.inRoster = true
    let rows = (0..<8).map { half in
      let mean = half == 7 ? 0 : Double(1 + random.below(half < 4 ? 60 : 900))
      let deviation = (mean + 0.02 * mean * mean).squareRoot()
      let quantiles = [-1.645, -1.2816, -0.674, 0, 0.674, 1.2816, 1.645].map { max(0, mean + $0 * deviation) }
      return Forecast.Row(
        start: HalfHour("2026-12-01T08:00")!.adding(half), mean: mean, quantiles: quantiles,
        averageHandlingTime: Double(60 + random.below(300)))
    }
    return (settings, Forecast(rows: rows))
  }

  /// Points are the queue's. Lines between them lie at most so far below it; and not above where gains are concave, as they are of
  /// offered calls with patience. Without, an overloaded queue serves nobody, and short abandons alone can keep a floor.
  @Test func curvesAreTheQueuesWithAStatedError() throws {
    var worst = 0.0
    for (settings, forecast) in Self.cases {
      let rows = RequirementPlanner(settings: settings).requirement(forecast: forecast).rows
      let estimate = ServiceEstimate(settings: settings)
      #expect(rows[7].service == nil)
      for (row, calls) in zip(rows, forecast.rows) where calls.mean > 0 {
        let service = try #require(row.service)
        #expect(service.pricePerCall == nil && service.points.count <= 6)
        #expect(service.points[0].effective == row.required)
        #expect(zip(service.pieces, service.pieces.dropFirst()).allSatisfy { $0.calls > $1.calls })
        func beyond(_ effective: Double) -> Double {
          let outcome = estimate.outcome(effective: effective, row: calls)
          return outcome.good - settings.service.target * outcome.counted
        }
        for point in service.points { #expect(abs(beyond(point.effective) - point.beyondTarget) < 0.01) }
        for piece in service.pieces {
          let start = try #require(service.points.first { $0.effective == piece.from })
          for part in [0.25, 0.5, 0.75] {
            let at = piece.from + part * (piece.to - piece.from)
            let miss = beyond(at) - start.beyondTarget - piece.calls * (at - piece.from)
            if settings.patience != nil, settings.service.formula == .offered { #expect(miss > -0.01) }
            worst = max(worst, miss / calls.mean)
          }
        }
        #expect(try #require(service.points.last).serviceLevel >= 0.9995)
      }
    }
    #expect(worst > 0 && worst < 0.02)
  }

  /// What is owed half-hour by half-hour is asked for as without the curve; the target is left to the roster.
  @Test func requiredIsWhatEveryHalfHourOwes() {
    for (settings, forecast) in Self.cases {
      var fixed = settings
      fixed.service.inRoster = false
      fixed.service.target = 0.011
      let weighed = RequirementPlanner(settings: settings).requirement(forecast: forecast).rows
      let least = RequirementPlanner(settings: fixed).requirement(forecast: forecast).rows
      #expect(weighed.map(\.required) == least.map(\.required))
    }
  }
}
