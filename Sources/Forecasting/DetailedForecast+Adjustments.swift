package import Vocabulary

extension DetailedForecast {
  /// The forecast as the planner changed it: adjustments one after the other in the order given, each on what the ones before
  /// left; closed half-hours stay closed. The model's own numbers remain in the explanation.
  package func adjusted(by adjustments: [ForecastAdjustment]) -> DetailedForecast {
    guard adjustments.contains(where: \.isOn) else { return self }
    var result = self
    for index in forecast.rows.indices where rateVariances[index] > 0 {
      let row = forecast.rows[index]
      let mean = adjustments.filter { $0.applies(to: row.start) }.reduce(row.mean) { mean, adjustment in
        switch adjustment.change {
        case .factor(let factor): mean * factor
        case .absolute(let calls): calls
        }
      }
      guard mean != row.mean else { continue }
      result.forecast.rows[index].mean = mean
      result.forecast.rows[index].quantiles =
        NegativeBinomial(mean: mean, relativeVariance: rateVariances[index]).quantiles(at: Forecast.levels)
      if explanation.rows.indices.contains(index) {
        result.explanation.rows[index].mean = mean
        result.explanation.rows[index].adjustment = row.mean > 0 ? mean / row.mean : 1
      }
    }
    for index in days.indices {
      let rows = result.forecast.rows[index * HalfHour.perDay..<(index + 1) * HalfHour.perDay]
      let mean = rows.reduce(0) { $0 + $1.mean }
      guard mean != days[index].mean else { continue }
      let deviation = days[index].busynessDeviation
      result.days[index].mean = mean
      result.days[index].quantiles =
        NegativeBinomial(mean: mean, relativeVariance: deviation * deviation).quantiles(at: Forecast.levels)
    }
    return result
  }
}
