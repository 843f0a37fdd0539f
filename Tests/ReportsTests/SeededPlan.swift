import Foundation
import Vocabulary

/// A month made up from a seed, with every kind of shift, text that has to be escaped, and figures that are easy to find
/// again. It keeps no rule of the roster: reports show what they are given.
enum SeededPlan {
  /// Text that breaks out of any markup that does not escape it.
  static let hostile = "<i onload='x'>\"&;,\\"

  static let shifts = [
    Shift(
      code: "早1", shiftClass: .early, start: time("07:30"), end: time("16:00"), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time("11:00"), mealTo: time("13:00")),
    Shift(
      code: "中2", shiftClass: .mid, start: time("10:00"), end: time("18:30"), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time("13:00"), mealTo: time("15:00")),
    Shift(
      code: "两头", shiftClass: .mid, start: time("08:30"), end: time("12:00"), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time("19:00"), mealTo: time("20:00"), secondStart: time("18:00"), secondEnd: time("22:30")),
    Shift(code: "夜1", shiftClass: .night, start: time("15:30"), end: time("23:30"), paidMinutes: 480),
    Shift(code: "夜7", shiftClass: .lateNight, start: time("16:30"), end: time("24:30"), paidMinutes: 480),
    Shift(
      code: "通宵", shiftClass: .overnight, start: time("23:30"), end: time("32:00"), paidMinutes: 480, mealMinutes: 60,
      mealFrom: time("26:00"), mealTo: time("28:00")),
  ]

  static func plan(
    seed: UInt64, people: Int = 40, teams: [String] = ["一班", "二班", hostile], month: Month = Month("2026-10")!
  ) -> MonthPlan {
    var random = SeededRandom(seed: seed)
    let agents = (0..<people).map { index in
      Agent(
        id: "GZ\(1000 + index)", name: index == 0 ? hostile : "员工\(index)", team: teams[index % teams.count],
        grade: index % 20 == 19 ? .lead : index % 7 == 3 ? .trainee : .agent)
    }
    var settings = CentreSettings(centre: "gz", name: "广州" + hostile, brand: hostile, seats: [SeatsEntry(seats: 30)])
    settings.service.target = 0.85
    let holidays = HolidayCalendar(entries: [
      CivilDate("2026-10-01")!: HolidayCalendar.Entry(name: "国庆节" + hostile, kind: .statutoryHoliday),
      CivilDate("2026-10-10")!: HolidayCalendar.Entry(name: "国庆节", kind: .workday),
    ])
    let leave = [LeaveEntry(agent: "GZ1002", date: month.period.firstDay.adding(days: 4), kind: .leave)]
    let centre = Centre(settings: settings, agents: agents, leave: leave, shifts: shifts, holidays: holidays)
    let rows = month.period.halfHours.map { start -> Forecast.Row in
      let mean = 10 + 90 * random.uniform()
      let quantiles = [0.7, 0.78, 0.9, 1, 1.1, 1.22, 1.3].map { (mean * $0).rounded() }
      return Forecast.Row(start: start, mean: mean, quantiles: quantiles, averageHandlingTime: 150)
    }
    return MonthPlan(
      centre: centre, month: month, forecast: Forecast(rows: rows),
      requirement: Requirement(
        rows: rows.map {
          Requirement.Row(start: $0.start, offered: $0.mean, averageHandlingTime: 150, required: $0.mean / 8)
        }),
      roster: roster(agents, leave, month, &random), coverage: rows.map { coverage($0, &random) }, solution: solution,
      settlement: settlement(month), compliance: compliance)
  }

  private static func roster(
    _ agents: [Agent], _ leave: [LeaveEntry], _ month: Month, _ random: inout SeededRandom
  ) -> Roster {
    var entries: [Roster.Entry] = []
    for agent in agents {
      for date in month.period.days where random.below(7) > 1 {
        if leave.contains(where: { $0.agent == agent.id && $0.date == date }) { continue }
        let shift = shifts[random.below(shifts.count)]
        let meals = shift.mealStarts
        let meal = meals.isEmpty ? nil : TimeOfDay(minutes: meals[random.below(meals.count)] * HalfHour.minutes)
        entries.append(Roster.Entry(agent: agent.id, date: date, shift: shift.code, mealStart: meal))
      }
    }
    return Roster(entries: entries)
  }

  private static func coverage(_ row: Forecast.Row, _ random: inout SeededRandom) -> CoverageRow {
    let required = row.mean / 8
    let effective = required + 2 * random.normal()
    return CoverageRow(
      start: row.start, required: required, onDuty: Int(effective) + 3, onMeal: 2, effective: effective,
      seated: Int(effective) + 3, seats: 30, leads: 1, under: max(0, required - effective),
      over: max(0, effective - required), serviceLevel: 0.6 + 0.4 * random.uniform())
  }

  private static let solution = Solution(
    objective: 1_234_567, lowerBound: 1_222_333, basePay: 1_000_000,
    terms: [("under", 34_567), ("over", 1_111), ("regularHours", 1_198_889)],
    phases: [
      Solution.Phase(name: hostile, objectiveBefore: nil, objectiveAfter: 1_234_567, lowerBound: 1_222_333, seconds: 2)
    ], seconds: 2, seed: 1, status: .feasible)

  private static func settlement(_ month: Month) -> SettlementStatement {
    SettlementStatement(
      basis: .projected, centre: "gz", month: month,
      lines: [
        SettlementStatement.Line(kind: .agent, hours: 6_000, quantity: 36, price: 7_400, amount: 266_400)
      ], seatsAmount: 266_400,
      indicators: [
        SettlementStatement.IndicatorResult(
          name: hostile, dimension: .quality, actual: Decimal(93) / 100, score: 96, weight: 20, gate: true, met: true)
      ],
      scores: SettlementStatement.Scores(quality: 96, business: 91, total: 93, lowest: 91), coefficient: 1,
      assessed: 266_400,
      bonus: SettlementStatement.BonusResult(
        handled: 0, target: 0, gate: true, cap: 0, amount: 0, partner: 0, staff: 0, split: []),
      incidents: [SettlementStatement.Incident(date: month.period.firstDay, category: hostile, amount: 500)],
      deductions: 500, fee: 265_900, carried: 0,
      mobile: SettlementStatement.MobileTotals(fee: 265_900, siteSeats: 30, site: 25_500, total: 291_400),
      partner: SettlementStatement.PartnerTotals(
        fee: 265_900, wages: 170_000, overtime: 0, shifts: 12_000, nights: 7_000, staffBonus: 0, cost: 189_000,
        margin: 76_900))
  }

  private static let compliance = [
    RuleCompliance(
      rule: "R2", name: Wording("班次间隔", "rest"), isHard: true, limit: Wording(same: hostile),
      found: Wording(same: hostile), count: 0),
    RuleCompliance(
      rule: "R12", name: Wording("意愿", "wishes"), isHard: false, limit: Wording(same: "–"),
      found: Wording("3 次", "3 times"), count: 3),
  ]

  private static func time(_ text: String) -> TimeOfDay { TimeOfDay(text)! }
}
