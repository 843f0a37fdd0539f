internal import Foundation
internal import Vocabulary

/// What the roster costs in the sense of its objective, and how it was found.
struct CostSection {
  let plan: MonthPlan

  func html() -> String {
    HTML.section(
      "cost", Wording("成本与求解", "Cost and solution"),
      "<div class=\"columns\"><div>\(terms())</div><div>\(phases())</div></div>\n")
  }

  private func terms() -> String {
    let solution = plan.solution
    var rows = solution.terms.map { [HTML.text(name($0.name)), Figures.yuan($0.yuan)] }
    rows.append(["<b>" + HTML.text("目标合计", "objective") + "</b>", "<b>\(Figures.yuan(solution.objective))</b>"])
    rows.append([HTML.text("可证明的下界", "proved lower bound"), Figures.yuan(solution.lowerBound)])
    rows.append([HTML.text("其中保底工时的费用", "of it: pay of the minimum hours"), Figures.yuan(solution.basePay)])
    return HTML.table([HTML.text("成本项", "term"), HTML.text("元", "yuan")], rows, numeric: [1])
  }

  private func phases() -> String {
    func yuan(_ value: Double?) -> String { value.map { Figures.yuan($0) } ?? "–" }
    let rows = plan.solution.phases.map { phase in
      [
        HTML.text(phaseName(phase.name)), yuan(phase.objectiveBefore), yuan(phase.objectiveAfter),
        yuan(phase.lowerBound),
      ]
    }
    let header = [
      HTML.text("步骤", "phase"), HTML.text("之前", "before"), HTML.text("之后", "after"), HTML.text("下界", "bound"),
    ]
    return HTML.table(header, rows, numeric: [1, 2, 3])
      + "<p class=\"note\">"
      + HTML.text(
        "下界由线性松弛的价格与逐人动态规划得出，对任何遵守规则的班表成立；差距就是最多还能省下的部分。",
        "The bound comes from the relaxation's prices and an exact dynamic program for each person; it holds for every roster that keeps the rules, so the gap is the most that could still be saved."
      )
      + "</p>\n"
  }

  private func name(_ term: String) -> Wording {
    let names = [
      "under": "人力不足", "over": "人力富余", "shortHour": "不足保底工时", "imbalance": "夜早不均", "lateNightMissing": "夜7 未排满",
      "noWeekendOff": "没有完整周末休息", "refusedWish": "未满足意愿", "startChange": "连续上班起始时间变化", "backward": "逆向换班",
      "regularHours": "标准工时内", "overtimeHours": "超出标准工时",
    ]
    let english = [
      "under": "understaffing", "over": "overstaffing", "shortHour": "hours under the minimum",
      "imbalance": "nights against earlies",
      "lateNightMissing": "late nights missing", "noWeekendOff": "no weekend off", "refusedWish": "wishes refused",
      "startChange": "changes of start", "backward": "backward rotation", "regularHours": "regular hours",
      "overtimeHours": "overtime",
    ]
    return Wording(names[term] ?? term, english[term] ?? term)
  }

  private func phaseName(_ phase: String) -> Wording {
    switch phase {
    case "relaxation": Wording("线性松弛（GLPK）", "relaxation (GLPK)")
    case "bound": Wording("证明下界", "lower bound")
    case "search": Wording("整数搜索", "integer search")
    case "meals": Wording("用餐整数规划（GLPK）", "meal programs (GLPK)")
    case "days": Wording("逐日整数规划（GLPK）", "day programs (GLPK)")
    case "exact": Wording("整体整数规划（GLPK）", "whole program (GLPK)")
    default: Wording(same: phase)
    }
  }
}
