internal import Checking
internal import Foundation
internal import Settlement
internal import Staffing
package import Vocabulary

/// Why a month turned out other than projected, from the plan's files and the actuals.
///
/// The service each step would bring is that of the roster model: who is on the floor, half-hour by half-hour, against the
/// calls that came.
package struct MonthVariance: Sendable {
  package let centre: Centre
  package let month: Month
  package let projection: Projection
  package let actuals: MonthActuals

  package init(centre: Centre, month: Month, projection: Projection, actuals: MonthActuals) {
    self.centre = centre
    self.month = month
    self.projection = projection
    self.actuals = actuals
  }

  package func variance(of statement: SettlementStatement) throws(PlanningError) -> SettlementVariance {
    let steps = VarianceSteps(
      calculator: SettlementCalculator(centre: centre, month: month), projection: projection, actuals: actuals,
      service: service())
    do {
      return SettlementVariance(
        projectedFee: projection.fee, actualFee: statement.fee, projectedMargin: projection.margin,
        actualMargin: statement.partner.margin, parts: try steps.parts(), adherence: adherence(),
        forecastError: forecastError())
    } catch {
      throw .settlement(error)
    }
  }

  // MARK: Service step by step

  private func service() -> VarianceSteps.Service {
    let volume = rows(handlingTime: false)
    let calls = rows(handlingTime: true)
    let planned = effective(projection.roster)
    return VarianceSteps.Service(
      volume: expected(planned, volume), handlingTime: expected(planned, calls),
      absence: expected(effective(Roster(entries: attended)), calls),
      rosterChanges: expected(effective(worked()), calls))
  }

  /// The calls that came instead of the forecast, known for certain; the forecast where nothing was recorded.
  private func rows(handlingTime: Bool) -> [Forecast.Row] {
    let records = recorded
    return projection.forecast.rows.map { row in
      guard let record = records[row.start], let offered = record.offered else { return row }
      let mean = offered * centre.settings.share
      return Forecast.Row(
        start: row.start, mean: mean, quantiles: [Double](repeating: mean, count: Forecast.levels.count),
        averageHandlingTime: (handlingTime ? record.averageHandlingTime : nil) ?? row.averageHandlingTime)
    }
  }

  private var recorded: [HalfHour: CallRecord] {
    Dictionary(actuals.calls.records.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func effective(_ roster: Roster) -> [Double] {
    RosterChecker(centre: centre, period: month.period, requirement: projection.requirement)
      .check(roster).coverage.map(\.effective)
  }

  private func expected(_ effective: [Double], _ rows: [Forecast.Row]) -> ProjectedService {
    let estimate = ServiceEstimate(settings: centre.settings, holidays: centre.holidays)
    var total = VolumeOutcome()
    for (agents, row) in zip(effective, rows) { total += estimate.outcome(effective: agents, row: row) }
    let calls = rows.reduce(0) { $0 + $1.mean }
    let seconds = rows.reduce(0) { $0 + $1.mean * $1.averageHandlingTime }
    return ProjectedService(
      serviceLevel: Decimal(total.serviceLevel).rounded(decimals: 6),
      answerRate: Decimal(total.answerRate).rounded(decimals: 6),
      averageHandlingTime: Decimal(calls > 0 ? seconds / calls : centre.settings.averageHandlingTime)
        .rounded(decimals: 2), handled: Decimal(total.answered.rounded(.down)))
  }

  // MARK: People

  private var attendance: [String: [CivilDate: [MonthActuals.Attendance]]] {
    var result: [String: [CivilDate: [MonthActuals.Attendance]]] = [:]
    for row in actuals.attendance where row.workedMinutes > 0 {
      result[row.agent, default: [:]][row.date, default: []].append(row)
    }
    return result
  }

  /// Planned days on which the person came at all.
  private var attended: [Roster.Entry] {
    let came = attendance
    return projection.roster.entries.filter { came[$0.agent]?[$0.date] != nil }
  }

  /// The shifts worked; meals as planned, or in the middle of the window where another shift was worked.
  private func worked() -> Roster {
    let planned = plannedDays
    let shifts = Dictionary(centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return Roster(
      entries: actuals.attendance.filter { $0.workedMinutes > 0 }.map { row in
        var meal = planned[row.agent]?[row.date].flatMap { $0.shift == row.shift ? $0.mealStart : nil }
        if meal == nil, let starts = shifts[row.shift]?.mealStarts, !starts.isEmpty {
          meal = TimeOfDay(minutes: starts[starts.count / 2] * HalfHour.minutes)
        }
        return Roster.Entry(agent: row.agent, date: row.date, shift: row.shift, mealStart: meal)
      })
  }

  private var plannedDays: [String: [CivilDate: Roster.Entry]] {
    var result: [String: [CivilDate: Roster.Entry]] = [:]
    for entry in projection.roster.entries { result[entry.agent, default: [:]][entry.date] = entry }
    return result
  }

  private func adherence() -> SettlementVariance.Adherence {
    var result = SettlementVariance.Adherence()
    let came = attendance
    let planned = plannedDays
    let paid = Dictionary(centre.shifts.map { ($0.code, $0.paidMinutes) }, uniquingKeysWith: { first, _ in first })
    for entry in projection.roster.entries {
      result.planned += 1
      guard let rows = came[entry.agent]?[entry.date] else {
        result.absent += 1
        continue
      }
      if let same = rows.first(where: { $0.shift == entry.shift }) {
        result.kept += 1
        result.minutesShort += max(0, (paid[entry.shift] ?? 0) - (same.workedMinutes - same.overtimeMinutes))
      } else {
        result.changed += 1
      }
    }
    for row in actuals.attendance where row.workedMinutes > 0 {
      if planned[row.agent]?[row.date] == nil { result.unplanned += 1 }
      result.overtimeMinutes += row.overtimeMinutes
    }
    return result
  }

  // MARK: Calls

  private func forecastError() -> SettlementVariance.ForecastError? {
    let records = recorded
    var forecast = 0.0
    var offered = 0.0
    var error = 0.0
    var seconds = (forecast: 0.0, actual: 0.0)
    var days: [CivilDate: (forecast: Double, offered: Double)] = [:]
    for row in projection.forecast.rows {
      guard let record = records[row.start], let calls = record.offered.map({ $0 * centre.settings.share }) else {
        continue
      }
      forecast += row.mean
      offered += calls
      error += abs(calls - row.mean)
      seconds.forecast += row.mean * row.averageHandlingTime
      seconds.actual += calls * (record.averageHandlingTime ?? row.averageHandlingTime)
      days[row.start.date, default: (0, 0)].forecast += row.mean
      days[row.start.date, default: (0, 0)].offered += calls
    }
    guard offered > 0 else { return nil }
    let daily = days.keys.sorted().reduce(0) { $0 + abs((days[$1]?.offered ?? 0) - (days[$1]?.forecast ?? 0)) }
    return SettlementVariance.ForecastError(
      forecast: forecast, offered: offered, halfHour: error / offered, day: daily / offered,
      forecastHandlingTime: forecast > 0 ? seconds.forecast / forecast : 0, handlingTime: seconds.actual / offered)
  }
}
