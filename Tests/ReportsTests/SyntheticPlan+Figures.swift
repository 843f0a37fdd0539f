import Foundation
import Vocabulary

extension SyntheticPlan {
  /// Two humps a day, in proportion to the people.
  func forecast() -> Forecast {
    Forecast(
      rows: month.period.halfHours.map { start in
        let hour = Double(start.slot) / 2
        let shape = exp(-pow(hour - 10.5, 2) / 8) + 0.8 * exp(-pow(hour - 16, 2) / 14) + 0.05
        let mean = (shape * Double(people) * 4 * 100).rounded() / 100
        let spread = [-0.2, -0.15, -0.07, 0, 0.07, 0.15, 0.2]
        return Forecast.Row(
          start: start, mean: mean, quantiles: spread.map { mean * (1 + $0) }, averageHandlingTime: 150)
      })
  }

  func coverage(_ centre: Centre, _ roster: Roster, _ forecast: Forecast) -> [CoverageRow] {
    let count = month.period.halfHourCount
    var (onDuty, onMeal, leads) = (
      [Int](repeating: 0, count: count), [Int](repeating: 0, count: count), [Int](repeating: 0, count: count)
    )
    let shifts = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
    let isLead = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0.grade == .lead) })
    for entry in roster.entries {
      let base = (entry.date - month.period.firstDay) * HalfHour.perDay
      guard let shift = shifts[entry.shift] else { continue }
      for slot in shift.dutyHalfHours.flatMap({ $0 }) where base + slot < count {
        onDuty[base + slot] += 1
        if isLead[entry.agent] == true { leads[base + slot] += 1 }
        let meal = entry.mealStart.map { $0.halfHours..<($0.halfHours + shift.mealHalfHours) }
        if meal?.contains(slot) == true { onMeal[base + slot] += 1 }
      }
    }
    return forecast.rows.indices.map { index in
      let required = (forecast.rows[index].mean / 12 * 100).rounded() / 100
      let effective = Double(max(0, onDuty[index] - onMeal[index] - leads[index]))
      return CoverageRow(
        start: forecast.rows[index].start, required: required, onDuty: onDuty[index], onMeal: onMeal[index],
        effective: effective, seated: onDuty[index], seats: people, leads: leads[index],
        under: max(0, required - effective), over: max(0, effective - required),
        serviceLevel: min(1, 0.85 * effective / max(1, required)))
    }
  }

  func solution() -> Solution {
    Solution(
      objective: 1_234_567.4, lowerBound: 1_230_000.15, basePay: 1_200_000,
      terms: [("under", 20_000.25), ("over", 2_000), ("regularHours", 1_212_567.15)],
      phases: [
        Solution.Phase(
          name: "relaxation", objectiveBefore: nil, objectiveAfter: nil, lowerBound: 1_229_000, seconds: 1.5),
        Solution.Phase(
          name: "search", objectiveBefore: nil, objectiveAfter: 1_234_567.4, lowerBound: 1_230_000.15, seconds: 2.25),
      ], seconds: 3.75, seed: 42, status: .feasible)
  }

  func settlement(_ centre: Centre) -> SettlementStatement {
    func yuan(_ text: String) -> Decimal { Decimal(exactly: text)! }
    let lines = [
      SettlementStatement.Line(
        kind: .agent, hours: yuan("32404.66"), quantity: yuan("194.4591"), price: 7400, amount: yuan("1438997.34"))
    ]
    let split = centre.agents.map { SettlementStatement.BonusResult.Part(agent: $0.id, amount: yuan("26.37")) }
    return SettlementStatement(
      basis: .projected, centre: "guangzhou", month: month, lines: lines, seatsAmount: yuan("1438997.34"),
      indicators: [
        SettlementStatement.IndicatorResult(
          name: "serviceLevel", dimension: .business, actual: yuan("0.868234"), score: 100, weight: 20, gate: true,
          met: true)
      ],
      scores: SettlementStatement.Scores(quality: 98, business: 100, total: 99, lowest: 98),
      coefficient: yuan("1.03"), assessed: yuan("1482167.26"),
      bonus: SettlementStatement.BonusResult(
        handled: 642_361, target: 620_000, gate: true, cap: yuan("118573.38"), amount: yuan("7826.35"),
        partner: yuan("1565.27"), staff: yuan("6261.08"), split: split),
      incidents: [
        SettlementStatement.Incident(
          date: month.period.firstDay, category: "<投诉>", amount: yuan("1000.5"))
      ], deductions: yuan("1000.5"), fee: yuan("1488993.11"), carried: 0,
      mobile: SettlementStatement.MobileTotals(
        fee: yuan("1488993.11"), siteSeats: 112, site: yuan("95200"), total: yuan("1584193.11")),
      partner: SettlementStatement.PartnerTotals(
        fee: yuan("1488993.11"), wages: yuan("1099455.04"), overtime: 0, shifts: yuan("75885"), nights: yuan("34120"),
        staffBonus: yuan("6261.08"), cost: yuan("1215721.12"), margin: yuan("273271.99")))
  }

  func compliance() -> [RuleCompliance] {
    [
      RuleCompliance(
        rule: "R3", name: Wording("连续工作天数", "consecutive working days"), isHard: true,
        limit: Wording("至多 6 天", "at most 6 days"), found: Wording("最长 5 天", "longest run 5 days"), count: 0),
      RuleCompliance(
        rule: "R14", name: Wording("人力缺口", "understaffing"), isHard: false,
        limit: Wording("有效人力不低于需求", "effective staff < requirement"), found: Wording("缺口 12", "12 short"), count: 12),
    ]
  }
}
