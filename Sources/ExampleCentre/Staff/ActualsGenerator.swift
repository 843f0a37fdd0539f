internal import Foundation
internal import Vocabulary

/// What a past month turned out to be: the calls of the history, and attendance, scores, incidents and calls handled
/// that fit them.
struct ActualsGenerator {
  let centre: Centre
  let month: Month
  let seed: UInt64

  func actuals(rotation: RotatingRoster) -> MonthActuals {
    var random = SeededRandom(seed: seed, stream: .actuals)
    let period = month.period
    let calls = CallHistory(records: centre.calls.records.filter { period.contains($0.start.date) })
    let attendance = attendance(rotation, &random)
    var actuals = MonthActuals(
      month: month, calls: calls, attendance: attendance, scores: scores,
      incidents: [
        MonthActuals.Incident(date: day(9), category: "服务投诉升级", amount: 2000),
        MonthActuals.Incident(date: day(21), category: "未按流程受理业务", amount: 500),
      ], handled: handled(calls, attendance))
    actuals.inHouse = inHouse(calls)
    return actuals
  }

  /// Mobile's own people on the rest of the same calls.
  private func inHouse(_ calls: CallHistory) -> [MonthActuals.InHouse] {
    let answered = calls.records.reduce(0) { $0 + ($1.answered ?? 0) } * (1 - centre.settings.share)
    let count = Decimal(answered.rounded())
    let values: [(String, Decimal)] = [
      ("answered", count), ("cost", (count * ExampleCentre.exact("3.25")).rounded(decimals: 2)),
      ("serviceLevel", ExampleCentre.exact("0.8834")), ("answerRate", ExampleCentre.exact("0.9715")),
      ("aht", ExampleCentre.exact("161.2")), ("satisfaction", ExampleCentre.exact("0.9412")),
    ]
    return values.map { MonthActuals.InHouse(measure: $0.0, value: $0.1) }
  }

  private func day(_ day: Int) -> CivilDate {
    month.period.firstDay.adding(days: day - 1)
  }

  /// The rotation, less absences, with late arrivals and overtime.
  private func attendance(_ rotation: RotatingRoster, _ random: inout SeededRandom) -> [MonthActuals.Attendance] {
    let paidMinutes = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0.paidMinutes) })
    var rows: [MonthActuals.Attendance] = []
    for person in centre.agents.indices {
      for date in month.period.days {
        guard let code = rotation.shift(of: person, on: date), !random.chance(0.025) else { continue }
        let overtime = random.chance(0.12) ? random.pick([30, 60, 60, 90, 120]) : 0
        let late = random.chance(0.03) ? random.pick([5, 10, 15, 30]) : 0
        rows.append(
          MonthActuals.Attendance(
            agent: centre.agents[person].id, date: date, shift: code,
            workedMinutes: (paidMinutes[code] ?? 0) - late + overtime, overtimeMinutes: overtime))
      }
    }
    return rows
  }

  /// A month that met its targets but for the quality inspection.
  private var scores: [MonthActuals.Score] {
    let values: [(String, String)] = [
      ("serviceLevel", "0.8612"), ("answerRate", "0.9668"), ("aht", "148.6"), ("satisfaction", "0.9345"),
      ("qualityInspection", "0.9412"), ("firstCallResolution", "0.8577"), ("complaintRate", "0.00046"),
    ]
    return values.map { MonthActuals.Score(indicator: $0.0, actual: ExampleCentre.exact($0.1)) }
  }

  /// The partner's share of the answered calls, in proportion to each person's worked minutes × productivity; the
  /// remainders go to the first ones, so that the whole is exact.
  private func handled(_ calls: CallHistory, _ attendance: [MonthActuals.Attendance]) -> [MonthActuals.Handled] {
    let answered = calls.records.reduce(0) { $0 + ($1.answered ?? 0) } * centre.settings.share
    let minutes = Dictionary(attendance.map { ($0.agent, $0.workedMinutes) }, uniquingKeysWith: +)
    let weights = centre.agents.map { agent in
      agent.grade == .lead ? 0 : Double(minutes[agent.id] ?? 0) * agent.productivity.doubleValue
    }
    let total = Int(answered.rounded())
    let sum = weights.reduce(0, +)
    var counts = weights.map { sum > 0 ? Int(Double(total) * $0 / sum) : 0 }
    var rest = total - counts.reduce(0, +)
    for person in counts.indices where rest > 0 && weights[person] > 0 {
      counts[person] += 1
      rest -= 1
    }
    return zip(centre.agents, counts).filter { $0.1 > 0 }
      .map { MonthActuals.Handled(agent: $0.0.id, handled: $0.1) }
  }
}
