internal import Foundation
internal import Vocabulary

/// The figures a planner and a contract manager look for first.
struct HeadlineSection {
  let plan: MonthPlan
  let facts: PlanFacts

  func html() -> String {
    let solution = plan.solution
    let broken = plan.compliance.filter { $0.isHard }.reduce(0) { $0 + $1.count }
    let hours = facts.people.reduce(0) { $0 + $1.hours }
    let offered = plan.forecast.rows.reduce(0) { $0 + $1.mean }
    let served = zip(plan.coverage, plan.forecast.rows).reduce(0.0) { $0 + $1.0.serviceLevel * $1.1.mean }
    let cards: [(String, Wording)] = [
      (Figures.grouped(offered), Wording("预测话务（外包方）", "calls expected, the partner's")),
      (
        offered > 0 ? Figures.percent(served / offered) : "–",
        Wording(
          "预计服务水平，目标 \(Figures.percent(plan.centre.settings.service.target))",
          "expected service level, target \(Figures.percent(plan.centre.settings.service.target))")
      ),
      ("\(facts.people.count)", Wording("人员", "people")),
      (Figures.grouped(hours), Wording("排班工时", "rostered hours")),
      (Figures.yuan(plan.settlement.fee), Wording("预计结算费用", "projected fee")),
      (Figures.yuan(plan.settlement.partner.margin), Wording("外包方毛利", "the partner's margin")),
      (Figures.yuan(solution.objective), Wording("班表目标成本", "objective of the roster")),
      (Figures.percent(solution.gap, decimals: 2), Wording("与可证明下界的差距", "gap to the proved bound")),
    ]
    let saving = solution.objective - solution.lowerBound
    let proof = Wording(
      "已证明：任何遵守全部硬规则的班表，最多再省 \(Figures.yuan(saving))（总成本的 \(Figures.percent(solution.gap, decimals: 2))，可控成本的 \(Figures.percent(solution.gapControllable))）。",
      "Proved: no roster that keeps all hard rules can save more than \(Figures.yuan(saving)) against this one (\(Figures.percent(solution.gap, decimals: 2)) of the total, \(Figures.percent(solution.gapControllable)) of the cost a roster can influence)."
    )
    let rules =
      broken == 0
      ? "<span class=\"ok\">✓ "
        + HTML.text("全部硬规则经独立复核，无一违反。", "All hard rules were rechecked independently: none is broken.") + "</span>"
      : "<span class=\"bad\">✗ " + HTML.text("有 \(broken) 处违反硬规则。", "\(broken) hard rules are broken.") + "</span>"
    return "<div class=\"cards\">"
      + cards.map { "<div class=\"card\"><b>\($0.0)</b><span>\(HTML.text($0.1))</span></div>" }.joined()
      + "</div>\n<p>\(rules)</p><p>\(HTML.text(proof))</p>\n"
  }
}
