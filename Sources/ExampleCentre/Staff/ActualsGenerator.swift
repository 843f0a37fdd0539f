internal import Foundation
internal import Staffing
internal import Vocabulary

/// What a past month turned out to be: the calls of the history, who came, and the scores, calls handled and in-house
/// figures that follow from the two. The figures of quality, the incidents and the in-house cost are chosen.
struct ActualsGenerator {
  let past: PastMonth
  let calls: CallHistory
  let attended: [AttendanceGenerator.Attended]

  private static let inHouseCostPerCall = ExampleCentre.exact("3.25")

  func actuals() -> MonthActuals {
    let partner = WorkedService(past: past, calls: calls, attended: attended).outcome()
    let attendance = attendance()
    var actuals = MonthActuals(
      month: past.month, calls: calls, attendance: attendance, scores: scores(partner),
      incidents: [
        MonthActuals.Incident(date: day(9), category: "服务投诉升级", amount: 2000),
        MonthActuals.Incident(date: day(21), category: "未按流程受理业务", amount: 500),
      ], handled: handled(Int(partner.answered.rounded()), attendance))
    actuals.inHouse = inHouse(partner)
    return actuals
  }

  private func day(_ day: Int) -> CivilDate {
    past.month.period.firstDay.adding(days: day - 1)
  }

  private func attendance() -> [MonthActuals.Attendance] {
    let paidMinutes = Dictionary(uniqueKeysWithValues: past.centre.shifts.map { ($0.code, $0.paidMinutes) })
    return attended.map { row in
      MonthActuals.Attendance(
        agent: row.entry.agent, date: row.entry.date, shift: row.entry.shift,
        workedMinutes: (paidMinutes[row.entry.shift] ?? 0) - row.lateMinutes + row.overtimeMinutes,
        overtimeMinutes: row.overtimeMinutes)
    }
  }

  private func scores(_ partner: VolumeOutcome) -> [MonthActuals.Score] {
    let values: [(String, Decimal)] = [
      ("serviceLevel", Decimal(partner.serviceLevel).rounded(decimals: 4)),
      ("answerRate", Decimal(partner.answerRate).rounded(decimals: 4)),
      ("aht", Decimal(handlingTime * WorkedService.handlingTimeFactor).rounded(decimals: 1)),
      ("satisfaction", ExampleCentre.exact("0.9345")), ("qualityInspection", ExampleCentre.exact("0.9412")),
      ("firstCallResolution", ExampleCentre.exact("0.8577")), ("complaintRate", ExampleCentre.exact("0.00046")),
    ]
    return values.map { MonthActuals.Score(indicator: $0.0, actual: $0.1) }
  }

  /// Calls of the whole centre in the month.
  private var offered: Double { calls.records.reduce(0) { $0 + ($1.offered ?? 0) } }
  private var answered: Double { calls.records.reduce(0) { $0 + ($1.answered ?? 0) } }
  /// Seconds, of the whole centre.
  private var handlingTime: Double {
    calls.records.reduce(0) { $0 + ($1.answered ?? 0) * ($1.averageHandlingTime ?? 0) } / answered
  }

  /// Mobile's own people on the rest of the same calls: what the partner did and this add up to `calls.csv`. Of their
  /// callers who were not answered, as many waited too long as of the partner's.
  private func inHouse(_ partner: VolumeOutcome) -> [MonthActuals.InHouse] {
    let count = (answered - partner.answered.rounded()).rounded()
    let answerRate = count / (offered * (1 - past.centre.settings.share))
    let partnerTime = handlingTime * WorkedService.handlingTimeFactor
    let time = (answered * handlingTime - partner.answered * partnerTime) / count
    let late = (1 - partner.serviceLevel) / (1 - partner.answerRate)
    let values: [(String, Decimal)] = [
      ("answered", Decimal(count)),
      ("cost", (Decimal(count) * ActualsGenerator.inHouseCostPerCall).rounded(decimals: 2)),
      ("serviceLevel", Decimal(1 - late * (1 - answerRate)).rounded(decimals: 4)),
      ("answerRate", Decimal(answerRate).rounded(decimals: 4)), ("aht", Decimal(time).rounded(decimals: 1)),
      ("satisfaction", ExampleCentre.exact("0.9412")),
    ]
    return values.map { MonthActuals.InHouse(measure: $0.0, value: $0.1) }
  }

  /// The calls the partner answered, in proportion to each person's worked minutes × productivity; the remainders go to
  /// the first ones, so that the whole is exact.
  private func handled(_ total: Int, _ attendance: [MonthActuals.Attendance]) -> [MonthActuals.Handled] {
    let agents = past.centre.agents
    let minutes = Dictionary(attendance.map { ($0.agent, $0.workedMinutes) }, uniquingKeysWith: +)
    let weights = agents.map { agent in
      agent.grade == .lead ? 0 : Double(minutes[agent.id] ?? 0) * agent.productivity.doubleValue
    }
    let sum = weights.reduce(0, +)
    var counts = weights.map { sum > 0 ? Int(Double(total) * $0 / sum) : 0 }
    var rest = total - counts.reduce(0, +)
    for person in counts.indices where rest > 0 && weights[person] > 0 {
      counts[person] += 1
      rest -= 1
    }
    return zip(agents, counts).filter { $0.1 > 0 }
      .map { MonthActuals.Handled(agent: $0.0.id, handled: $0.1) }
  }
}
