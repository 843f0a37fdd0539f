import Foundation
import Testing
import Vocabulary

@testable import Forecasting

@Suite struct ForecastPathTests {
  private func paths(_ count: Int) throws -> (DetailedForecast, [ForecastPath]) {
    var centre = SyntheticCentre()
    centre.busyness = 0.15
    let detailed = try Forecaster().detailedForecast(centre.request())
    return (detailed, (0..<count).map { ForecastPath(of: detailed, seed: 7, replication: $0) })
  }

  @Test func totalsAverageToTheForecast() throws {
    let (detailed, paths) = try paths(600)
    for (day, expected) in detailed.days.enumerated() {
      let rows = day * HalfHour.perDay..<(day + 1) * HalfHour.perDay
      let totals = paths.map { Double($0.counts[rows].reduce(0, +)) }
      let mean = totals.reduce(0, +) / Double(totals.count)
      let deviation = (totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(totals.count - 1)).squareRoot()
      // Four standard errors of the mean.
      #expect(abs(mean - expected.mean) < 4 * deviation / Double(totals.count).squareRoot())
    }
  }

  @Test func intervalsOfDaysAndHalfHoursHoldFourFifthsOfThePaths() throws {
    let (detailed, paths) = try paths(400)
    var days = 0.0
    var halfHours = 0.0
    var open = 0.0
    for path in paths {
      for (day, expected) in detailed.days.enumerated() {
        let total = Double(path.counts[day * HalfHour.perDay..<(day + 1) * HalfHour.perDay].reduce(0, +))
        if total >= expected.quantiles[1].rounded(.down), total <= expected.quantiles[5].rounded(.up) { days += 1 }
      }
      for (row, count) in zip(detailed.forecast.rows, path.counts) where row.mean > 0 {
        open += 1
        if Double(count) >= row.quantiles[1].rounded(.down), Double(count) <= row.quantiles[5].rounded(.up) {
          halfHours += 1
        }
      }
    }
    #expect(abs(days / Double(paths.count * detailed.days.count) - 0.8) < 0.04)
    #expect(abs(halfHours / open - 0.82) < 0.04)
  }

  /// The days of a month share their part of the error; what each day strays in all stays as it was.
  @Test func daysOfAMonthShareItsBusyness() throws {
    var (detailed, _) = try paths(1)
    func spreads(_ monthDeviation: Double) -> (month: Double, day: Double) {
      detailed.monthDeviation = monthDeviation
      let drawn = (0..<600).map { ForecastPath(of: detailed, seed: 3, replication: $0).busyness }
      func deviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
      }
      return (deviation(drawn.map { $0.reduce(0, +) / Double($0.count) }), deviation(drawn.map { $0[3] }))
    }
    let day = detailed.days[3].busynessDeviation
    let alone = spreads(0)
    let shared = spreads(0.7 * day)
    #expect(alone.month < 0.3 * day && abs(shared.month / (0.7 * day) - 1) < 0.15)
    #expect(abs(alone.day / day - 1) < 0.1 && abs(shared.day / day - 1) < 0.1)
  }

  @Test func halfHoursOfADayShareItsBusyness() throws {
    let (detailed, paths) = try paths(300)
    // Of two open half-hours of one day and of two days, the logarithms of the rates.
    let noon = 24
    func correlation(_ first: Int, _ second: Int) -> Double {
      let pairs = paths.map { (log($0.rates[first]), log($0.rates[second])) }
      let means = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0 / 300, $0.1 + $1.1 / 300) }
      var (both, one, other) = (0.0, 0.0, 0.0)
      for pair in pairs {
        both += (pair.0 - means.0) * (pair.1 - means.1)
        one += (pair.0 - means.0) * (pair.0 - means.0)
        other += (pair.1 - means.1) * (pair.1 - means.1)
      }
      return both / (one * other).squareRoot()
    }
    #expect(detailed.days[0].busynessDeviation > 0.05)
    #expect(correlation(noon, noon + 1) > 0.4)
    #expect(abs(correlation(noon, noon + HalfHour.perDay)) < 0.2)
  }

  /// More calls in all: the same month, with more calls.
  @Test func aPathKeepsItsFactorsWhenTheVolumeChanges() throws {
    let (detailed, paths) = try paths(3)
    var busier = detailed
    for index in busier.forecast.rows.indices { busier.forecast.rows[index].mean *= 1.5 }
    let same = ForecastPath(of: busier, seed: 7, replication: 2)
    #expect(same.busyness == paths[2].busyness)
    #expect(zip(same.rates, paths[2].rates).allSatisfy { abs($0 - 1.5 * $1) <= 1e-9 * $0 })
  }

  @Test func aPathDependsOnItsSeedAndNumberAlone() throws {
    let (detailed, paths) = try paths(3)
    #expect(ForecastPath(of: detailed, seed: 7, replication: 2) == paths[2])
    #expect(ForecastPath(of: detailed, seed: 8, replication: 2) != paths[2])
    #expect(paths[0] != paths[1])
  }
}
