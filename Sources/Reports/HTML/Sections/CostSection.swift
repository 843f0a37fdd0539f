internal import Vocabulary

/// What the roster costs by the terms of its objective, and how the search came to it.
struct CostSection: ReportSection {
  let month: ReportedMonth

  let id = "costs"
  let title = Wording("目标成本与求解", "Objective and search")

  private var solution: Solution { month.plan.solution }

  var body: Markup {
    """
    \(Piece.note(OptimalityProof(solution).wording))\
    <dl class="headline">\(figures)</dl>
    \(terms)\(phases)
    """
  }

  private var figures: [Markup] {
    let controllable = solution.objective - solution.basePay
    return [
      Piece.figure(
        NumberText.yuan(solution.objective), Wording("目标值", "Objective"), Wording("各成本项之和", "the sum of the terms")),
      Piece.figure(
        NumberText.yuan(solution.lowerBound), Wording("已证明下界", "Proved lower bound"),
        Wording(
          "差距 \(NumberText.percent(solution.gap, decimals: 2))", "gap \(NumberText.percent(solution.gap, decimals: 2))")
      ),
      Piece.figure(
        NumberText.yuan(solution.basePay), Wording("保底薪酬", "Base pay"),
        Wording("人人的最低工时，排班无法改变", "everybody's minimum hours, whatever the roster")),
      Piece.figure(
        NumberText.yuan(controllable), Wording("可控成本", "Controllable cost"),
        Wording(
          "差距 \(NumberText.percent(solution.gapControllable, decimals: 2))",
          "gap \(NumberText.percent(solution.gapControllable, decimals: 2))")),
    ]
  }

  private var terms: Markup {
    let most = solution.terms.map { abs($0.yuan) }.max() ?? 1
    let weighted = solution.terms.filter { $0.name != "regularHours" }.map { abs($0.yuan) }.max() ?? 1
    let rows = solution.terms.sorted { ($0.yuan, $1.name) > ($1.yuan, $0.name) }.map { term in
      // Regular hours dwarf the rest: their bar has its own scale, and says so by its colour.
      let isPay = term.name == "regularHours"
      let share = abs(term.yuan) / max(isPay ? most : weighted, 0.01)
      return Table.Row(cells: [
        "\(KeyNames.costTerm(term.name)) <code>\(term.name)</code>", "\(NumberText.yuan(term.yuan))",
        "\(solution.objective > 0 ? NumberText.percent(term.yuan / solution.objective, decimals: 2) : "–")",
        "<span class=\"bar\(isPay ? " pay" : "")\" style=\"width:\(at: share * 100)%\"></span>",
      ])
    }
    let total = Table.Row(
      cells: [
        "\(Wording("合计", "Total"))", "\(NumberText.yuan(solution.terms.reduce(0) { $0 + $1.yuan }))", "", "",
      ], className: "total")
    return Table(
      caption: Wording("成本项（元）", "Cost terms (yuan)"),
      columns: [
        .text(Wording("项目", "Term")), .number(Wording("金额", "Yuan")), .number(Wording("占比", "Share")),
        .text(Wording("大小（正常工时另计比例）", "Size (regular hours on their own scale)")),
      ], rows: rows + [total], className: "figures bars"
    ).markup
  }

  /// Without the seconds they took, which differ from run to run: the same plan gives the same page.
  private var phases: Markup {
    let rows = solution.phases.map { phase in
      Table.Row(cells: [
        "\(KeyNames.phase(phase.name))", yuan(phase.objectiveBefore), yuan(phase.objectiveAfter),
        yuan(phase.lowerBound), gap(phase),
      ])
    }
    return """
      \(Table(
        caption: Wording("求解各阶段", "Phases of the search"),
        columns: [
          .text(Wording("阶段", "Phase")), .number(Wording("之前", "Before")), .number(Wording("之后", "After")),
          .number(Wording("下界", "Bound")), .number(Wording("与最终下界的差距", "Gap to the final bound")),
        ], rows: rows
      ).markup)\(Piece.note(
        Wording(
          "种子 \(solution.seed)，状态：\(status.chinese)。",
          "Seed \(solution.seed), status: \(status.english).")))
      """
  }

  private var status: Wording {
    switch solution.status {
    case .optimal: Wording("已证明最优", "proved optimal")
    case .feasible: Wording("可行，差距如上", "feasible, with the gap above")
    }
  }

  private func yuan(_ value: Double?) -> Markup { "\(value.map { NumberText.yuan($0) } ?? "–")" }

  private func gap(_ phase: Solution.Phase) -> Markup {
    guard let after = phase.objectiveAfter, after > 0, solution.lowerBound > 0 else { return "–" }
    return "\(NumberText.percent(max(0, after - solution.lowerBound) / after, decimals: 2))"
  }
}
