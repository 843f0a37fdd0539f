internal import Foundation
internal import Vocabulary

/// The month replayed call by call: what was planned against what came of it.
struct SimulationSection: ReportSection {
  let month: ReportedMonth
  let simulation: MonthSimulation

  let id = "simulation"
  let title = Wording("逐通模拟", "Simulation")

  var body: Markup {
    """
    \(Piece.note(basis))\
    <dl class="headline">\(figures)</dl>
    \(SimulationCharts(month: month, simulation: simulation).markup)\
    \(indicatorTable.markup)\
    \(scoreTable.markup)\
    \(WorstHalfHours(month: month, worst: simulation.worst).markup)\
    \(Piece.note(
      Wording(
        "± 为 95 % 置信区间的一半；5–95 % 为各次模拟的分位数。处理时长对数正态，用户会放弃，通话结束后才用餐或下班，缺勤与离席随机。",
        "± is half the 95 % confidence interval; 5–95 % are quantiles over the replications. Handling times are lognormal, callers give up, meals and ends of shifts wait for the call in progress, absences are random."
      )))
    """
  }

  private var basis: Wording {
    switch simulation.basis {
    case .forecast:
      Wording(
        "按预测的联合走势（同一天的半小时同忙同闲）把全月逐通模拟 \(simulation.replications) 次，种子 \(simulation.seed)。",
        "The month replayed call by call \(simulation.replications) times along joint paths of the forecast, in which the half-hours of a day are busy together; seed \(simulation.seed)."
      )
    case .actual:
      Wording(
        "按当月实录话务把全月逐通模拟 \(simulation.replications) 次，种子 \(simulation.seed)。",
        "The calls recorded in the month replayed one by one \(simulation.replications) times; seed \(simulation.seed)."
      )
    }
  }

  private func percent(_ value: Double, _ decimals: Int = 1) -> String { NumberText.percent(value, decimals: decimals) }

  private var figures: Markup {
    let level = simulation.serviceLevel
    let planned = simulation.month.planned.map { percent($0) } ?? "–"
    let fee = simulation.fee
    let abandonment = simulation.month.abandonment.map { percent($0.value) } ?? "–"
    let answer = simulation.month.speedOfAnswer.map { NumberText.grouped($0.value, decimals: 1) } ?? "–"
    let occupancy = simulation.month.occupancy.map { percent($0.value) } ?? "–"
    let (low, high) = (NumberText.yuan(fee.p05), NumberText.yuan(fee.p95))
    return """
      \(Piece.figure(
        percent(level.mean), Wording("模拟服务水平", "simulated service level"),
        Wording("计划 \(planned)；5–95 %：\(percent(level.p05)) – \(percent(level.p95))",
          "planned \(planned); 5–95 %: \(percent(level.p05)) – \(percent(level.p95))")))\
      \(Piece.figure(
        percent(simulation.probabilityOfTarget, 0), Wording("达标概率", "probability of the target"),
        Wording("全月 \(percent(simulation.target.target))", "\(percent(simulation.target.target)) over the month")))\
      \(Piece.figure(
        NumberText.yuan(fee.mean), Wording("预计费用", "expected fee"),
        Wording("5–95 %：\(low) – \(high)", "5–95 %: \(low) – \(high)")))\
      \(Piece.figure(
        abandonment, Wording("放弃率", "abandonment"),
        Wording("平均 \(answer) 秒接起；利用率 \(occupancy)", "answered after \(answer) s; occupancy \(occupancy)")))
      """
  }

  private var indicatorTable: Table {
    Table(
      caption: Wording("话务决定的考核指标", "Indicators that calls decide"),
      columns: [
        .text(Wording("指标", "Indicator")), .number(Wording("目标", "Target")), .number(Wording("平均", "Mean")),
        .number(Wording("5–95 %", "5–95 %")), .number(Wording("平均得分", "Mean score")),
        .number(Wording("达标概率", "Probability met")),
      ],
      rows: simulation.indicators.map { indicator in
        let actual = indicator.actual
        let target = month.plan.centre.contract.indicators.first { $0.name == indicator.name }?.target
        return Table.Row(cells: [
          "\(KeyNames.indicator(indicator.name))", "\(target.map { percent($0.doubleValue) } ?? "–")",
          "\(percent(actual.mean))", "\(percent(actual.p05)) – \(percent(actual.p95))",
          "\(NumberText.grouped(indicator.score.mean, decimals: 1))", "\(percent(indicator.probabilityMet, 0))",
        ])
      })
  }

  /// Each coefficient with the whole scores that lead to it.
  private var scoreTable: Table {
    Table(
      caption: Wording("考核得分与系数的概率", "Probability of each score and coefficient"),
      columns: [
        .text(Wording("最低得分", "Lowest score")), .number(Wording("系数", "Coefficient")),
        .number(Wording("概率", "Probability")), .text(Wording("其中各分", "Of these, by score")),
      ],
      rows: simulation.tiers.enumerated().map { index, tier in
        let above = index > 0 ? simulation.tiers[index - 1].from.doubleValue : .infinity
        let scores = simulation.scores.filter { Double($0.score) >= tier.from.doubleValue && Double($0.score) < above }
        let list = scores.reversed().map { "\($0.score): \(percent($0.probability, 0))" }.joined(separator: ", ")
        return Table.Row(cells: [
          "≥ \(NumberText.plain(tier.from))", "\(tier.value.text(decimals: 2))", "\(percent(tier.probability, 0))",
          "\(list.isEmpty ? "–" : list)",
        ])
      })
  }
}
