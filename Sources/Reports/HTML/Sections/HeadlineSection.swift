internal import Foundation
internal import Vocabulary

/// What a planner and a contract manager want to know first.
struct HeadlineSection: ReportSection {
  let month: ReportedMonth

  let id = "headlines"
  let title = Wording("要点", "Headlines")

  private var solution: Solution { month.plan.solution }
  private var statement: SettlementStatement { month.plan.settlement }

  var body: Markup {
    """
    <div class="verdict"><p class="\(brokenRules == 0 ? "good" : "bad")">\(rulesVerdict)</p>
    <p>\(OptimalityProof(solution).wording)</p></div>
    <h3>\(Wording("运营", "Operations"))</h3>
    <dl class="headline">\(operations)</dl>
    <h3>\(statement.basis == .projected ? Wording("费用（预计）", "Money (projected)") : Wording("费用（实际）", "Money (actual)"))</h3>
    <dl class="headline">\(money)</dl>

    """
  }

  private var brokenRules: Int { month.plan.compliance.filter { $0.isHard && $0.count > 0 }.count }

  private var rulesVerdict: Wording {
    let count = month.plan.compliance.filter(\.isHard).count
    guard brokenRules == 0 else {
      return Wording("✗ \(count) 条硬性规则中有 \(brokenRules) 条被违反。", "✗ \(brokenRules) of \(count) hard rules are broken.")
    }
    return Wording("✓ 经独立复核，\(count) 条硬性规则全部满足。", "✓ All \(count) hard rules are kept, rechecked independently.")
  }

  private var operations: [Markup] {
    let totals = month.totals
    let service = month.plan.centre.settings.service
    let busiest = month.days.max { $0.calls < $1.calls }
    let perDay = totals.calls / Double(max(1, month.days.count))
    let seconds = NumberText.grouped(service.within, decimals: 0)
    return [
      Piece.figure(
        month.serviceLevel.map { NumberText.percent($0) } ?? "–", Wording("预计服务水平", "Expected service level"),
        Wording(
          "目标 \(NumberText.percent(service.target))，\(seconds) 秒内",
          "target \(NumberText.percent(service.target)) within \(seconds) s")),
      Piece.figure(
        NumberText.percent(totals.coveredShare), Wording("需求满足率", "Requirement covered"),
        Wording(
          "缺口 \(NumberText.grouped(totals.under)) 人时，富余 \(NumberText.grouped(totals.over)) 人时",
          "\(NumberText.grouped(totals.under)) agent-hours short, \(NumberText.grouped(totals.over)) over")),
      Piece.figure(
        NumberText.grouped(totals.calls), Wording("预测话务量（外包）", "Forecast calls (outsourced)"),
        Wording(
          "日均 \(NumberText.grouped(perDay))，最高 \(busiest.map { "\($0.date.month)月\($0.date.day)日" } ?? "–")",
          "\(NumberText.grouped(perDay)) a day, most on \(busiest.map { "\($0.date)" } ?? "–")")),
      Piece.figure(NumberText.grouped(month.people.count), Wording("人员", "People"), grades),
      Piece.figure(
        NumberText.grouped(hours), Wording("排班工时", "Rostered hours"),
        Wording(
          "\(NumberText.grouped(shiftCount)) 个班次，人均 \(NumberText.grouped(hoursPerPerson, decimals: 1)) 小时",
          "\(NumberText.grouped(shiftCount)) shifts, \(NumberText.grouped(hoursPerPerson, decimals: 1)) h a person")),
    ]
  }

  private var hours: Double { month.people.reduce(0) { $0 + $1.totals.hours } }
  private var shiftCount: Int { month.people.reduce(0) { $0 + $1.totals.daysWorked } }
  private var hoursPerPerson: Double { hours / Double(max(1, month.people.count)) }

  private var grades: Wording {
    let counts = Grade.allCases.map { grade in (grade, month.people.filter { $0.grade == grade }.count) }
      .filter { $0.1 > 0 }
    return Wording(
      counts.map { "\($0.0.name.chinese) \($0.1)" }.joined(separator: "，"),
      counts.map { "\($0.1) \($0.0.name.english.lowercased())\($0.1 == 1 ? "" : "s")" }.joined(separator: ", "))
  }

  private var money: [Markup] {
    let (mobile, partner) = (statement.mobile, statement.partner)
    let margin = statement.fee > 0 ? (partner.margin / statement.fee).doubleValue : 0
    return [
      Piece.figure(
        NumberText.yuan(statement.fee), Wording("结算费用", "Fee"),
        Wording(
          "座席 \(NumberText.yuan(statement.seatsAmount)) × 系数 \(statement.coefficient.text(decimals: 2))",
          "seats \(NumberText.yuan(statement.seatsAmount)) × coefficient \(statement.coefficient.text(decimals: 2))")),
      Piece.figure(
        NumberText.yuan(partner.margin), Wording("外包方毛利", "Partner's margin"),
        Wording(
          "毛利率 \(NumberText.percent(margin))，成本 \(NumberText.yuan(partner.cost))",
          "\(NumberText.percent(margin)) of the fee, cost \(NumberText.yuan(partner.cost))")),
      Piece.figure(
        NumberText.yuan(mobile.total), Wording("移动方总成本", "Mobile's total cost"),
        Wording("含场地费用 \(NumberText.yuan(mobile.site))", "with the site, \(NumberText.yuan(mobile.site))")),
      Piece.figure(
        statement.scores.lowest.text(decimals: 1), Wording("最低考核得分", "Lowest score"),
        Wording(
          "质量 \(statement.scores.quality.text(decimals: 1))，业务 \(statement.scores.business.text(decimals: 1))",
          "quality \(statement.scores.quality.text(decimals: 1)), business \(statement.scores.business.text(decimals: 1))"
        )),
      Piece.figure(
        NumberText.yuan(solution.objective), Wording("排班目标成本", "Roster's objective"),
        Wording("已证明下界 \(NumberText.yuan(solution.lowerBound))", "proved bound \(NumberText.yuan(solution.lowerBound))")
      ),
    ]
  }
}
