internal import Foundation
internal import Staffing
internal import Vocabulary

/// The service a month's attendance gave the calls that came, half-hour by half-hour by the queue model.
///
/// Unlike the roster the attendance tells minutes: who came late is missing at first, overtime follows the shift.
struct WorkedService {
  let past: PastMonth
  let calls: CallHistory
  let attended: [AttendanceGenerator.Attended]

  /// The partner's people talk a little shorter than the centre as a whole.
  static let handlingTimeFactor = 0.99

  /// Calls of the partner's share by what they met.
  func outcome() -> VolumeOutcome {
    let settings = past.centre.settings
    let estimate = ServiceEstimate(settings: settings, holidays: past.centre.holidays)
    var total = VolumeOutcome()
    for (record, agents) in zip(calls.records, effective()) {
      guard let offered = record.offered else { continue }
      let mean = offered * settings.share
      let time = record.averageHandlingTime ?? settings.averageHandlingTime
      total += estimate.outcome(
        effective: agents,
        row: Forecast.Row(
          start: record.start, mean: mean, quantiles: [Double](repeating: mean, count: Forecast.levels.count),
          averageHandlingTime: time * WorkedService.handlingTimeFactor))
    }
    return total
  }

  /// Productivity on the phone in every half-hour of the month, the night carried in included.
  private func effective() -> [Double] {
    let centre = past.centre
    let period = past.month.period
    let agents = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0) })
    let shifts = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
    let carried = centre.previous.map { row in
      AttendanceGenerator.Attended(
        entry: Roster.Entry(agent: row.agent, date: row.date, shift: row.shift), lateMinutes: 0, overtimeMinutes: 0)
    }
    var effective = [Double](repeating: 0, count: period.halfHourCount)
    for row in carried + attended {
      guard let agent = agents[row.entry.agent], let shift = shifts[row.entry.shift] else { continue }
      let midnight = (row.entry.date - period.firstDay) * HalfHour.perDay
      let productivity = agent.productivity(on: row.entry.date).doubleValue
      for (halfHour, part) in WorkedService.onPhone(row, shift) where effective.indices.contains(midnight + halfHour) {
        effective[midnight + halfHour] += productivity * part
      }
    }
    return effective
  }

  /// Half-hours from the day's midnight, and the part of each on the phone; nobody is more than one late.
  private static func onPhone(
    _ row: AttendanceGenerator.Attended, _ shift: Shift
  ) -> [(halfHour: Int, part: Double)] {
    let meal = row.entry.mealStart.map { $0.halfHours..<$0.halfHours + shift.mealHalfHours } ?? 0..<0
    var result = shift.dutyHalfHours.joined().filter { !meal.contains($0) }.map { (halfHour: $0, part: 1.0) }
    result[0].part -= Double(row.lateMinutes) / Double(HalfHour.minutes)
    let end = shift.lastEnd.halfHours
    return result + (end..<end + row.overtimeMinutes / HalfHour.minutes).map { (halfHour: $0, part: 1.0) }
  }
}
