internal import Foundation
internal import Vocabulary

/// Levels of service: what each costs, and how probable it makes the coefficient.
struct StaffingFrontierSection: ReportSection {
  let frontier: StaffingFrontier

  let id = "staffing-frontier"
  let title = Wording("成本与档位概率", "Cost against the probability of the tier")

  var body: Markup {
    """
    \(Piece.note(basis))\
    \(Piece.chart(caption, chart, key: [
      Piece.lineKey("effective", Wording("服务水平由低到高", "levels of service, rising"))]))\
    \(levelTable.markup)\
    \(frontier.verification.map { verificationTable($0).markup } ?? "")
    """
  }

  private func percent(_ value: Double, _ decimals: Int = 1) -> String { NumberText.percent(value, decimals: decimals) }

  private var basis: Wording {
    let goal =
      switch frontier.objective {
      case .partner: Wording("外包方预期毛利最大", "the partner's expected margin is largest")
      case .mobile:
        Wording("预期能达标且移动方预期总成本最低", "the target is expected to be kept and Mobile's expected total is smallest")
      }
    let chosen = percent(frontier.chosen.target)
    return Wording(
      "围绕合同目标 \(percent(frontier.target)) 的各个服务水平，各快速排一次班，在预测的 \(frontier.paths) 条走势（种子 \(frontier.seed)）上按排队公式逐条结算。\(chosen) 为最佳：\(goal.chinese)。只计钱，不计欠员等软性权重。",
      "Levels of service around the contract's \(percent(frontier.target)), each staffed by a quick roster and settled on \(frontier.paths) paths of the forecast (seed \(frontier.seed)) by the queues' formulas. Best is \(chosen): there \(goal.english). Money alone counts, not the weights of soft rules."
    )
  }

  /// The coefficient whose probability is drawn: the best one that some level reaches.
  private var drawnTier: Int {
    let tiers = frontier.chosen.chances.tiers.indices
    return tiers.first { tier in frontier.levels.contains { $0.chances.tiers[tier].probability > 0 } } ?? 0
  }

  private var caption: Wording {
    guard !frontier.chosen.chances.tiers.isEmpty else {
      return Wording("横轴外包方预期成本，纵轴达标概率", "the partner's expected cost across, probability of the target up")
    }
    let value = frontier.chosen.chances.tiers[drawnTier].value.text(decimals: 2)
    return Wording(
      "横轴外包方预期成本，纵轴系数 \(value) 的概率；标注为服务水平，★ 为所选",
      "the partner's expected cost across, probability of coefficient \(value) up; labels are levels of service, ★ the chosen one"
    )
  }

  private var chart: Markup {
    let points = frontier.levels.enumerated().map { index, level in
      let tiers = level.chances.tiers
      let chance = tiers.isEmpty ? level.chances.probabilityOfTarget : tiers[drawnTier].probability
      let isBest = index == frontier.best
      return ScatterPlot.Point(
        across: level.partnerCost, up: chance, label: "\(isBest ? "★ " : "")\(percent(level.target))",
        name: "\(percent(level.target)): \(NumberText.yuan(level.partnerCost)), \(percent(chance))",
        className: isBest ? "people" : "rest-day")
    }
    return ScatterPlot(
      title: title, points: points, line: points, acrossText: NumberText.yuan, upText: { self.percent($0, 0) }
    ).markup
  }

  private var levelTable: Table {
    let tiers = frontier.chosen.chances.tiers
    return Table(
      caption: Wording("各服务水平的预期", "What each level is expected to bring"),
      columns: [
        .text(Wording("服务水平", "Level")), .number(Wording("需求人时", "Hours needed")),
        .number(Wording("平均服务水平", "Mean service")), .number(Wording("达标概率", "Target reached")),
      ] + tiers.map { .number(Wording(same: "P(\($0.value.text(decimals: 2)))")) } + [
        .number(Wording("费用", "Fee")), .number(Wording("超量酬金", "Bonus")), .number(Wording("移动方总成本", "Mobile's total")),
        .number(Wording("外包方成本", "Partner's cost")), .number(Wording("外包方毛利", "Partner's margin")),
      ],
      rows: frontier.levels.enumerated().map { index, level in
        let name: Markup = "\(index == frontier.best ? "★ " : "")\(percent(level.target))"
        let chances = level.chances
        return Table.Row(
          cells: [
            name, "\(NumberText.grouped(level.requiredHours))", "\(percent(chances.serviceLevel.mean))",
            "\(percent(chances.probabilityOfTarget, 0))",
          ] + chances.tiers.map { "\(percent($0.probability, 0))" }
            + [
              chances.fee.mean, chances.bonus.mean, level.mobileTotal, level.partnerCost, level.partnerMargin,
            ].map { "\(NumberText.yuan($0))" })
      })
  }

  private func verificationTable(_ verification: StaffingFrontier.Verification) -> Table {
    func row(_ name: Wording, _ chances: StaffingFrontier.Chances) -> Table.Row {
      Table.Row(
        cells: [
          "\(name)", "\(percent(chances.serviceLevel.mean))",
          "\(percent(chances.serviceLevel.p05)) – \(percent(chances.serviceLevel.p95))",
          "\(percent(chances.probabilityOfTarget, 0))",
        ] + chances.tiers.map { "\(percent($0.probability, 0))" } + ["\(NumberText.yuan(chances.fee.mean))"])
    }
    let level = percent(verification.target)
    return Table(
      caption: Wording("所排班表（服务水平 \(level)）两种算法对照", "The roster planned (level \(level)), judged in two ways"),
      columns: [
        .text(Wording("算法", "By")), .number(Wording("平均服务水平", "Mean service")), .number(Wording("5–95 %", "5–95 %")),
        .number(Wording("达标概率", "Target reached")),
      ] + verification.queues.tiers.map { .number(Wording(same: "P(\($0.value.text(decimals: 2)))")) } + [
        .number(Wording("费用", "Fee"))
      ],
      rows: [
        row(Wording("排队公式", "queues"), verification.queues), row(Wording("逐通模拟", "call by call"), verification.calls),
      ])
  }
}
