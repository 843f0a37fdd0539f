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
    <dl class="headline">\(figures)</dl>
    \(Piece.chart(
      Wording("每日服务水平（%）：模拟与计划", "Service level by day, %: simulated and planned"), chart,
      key: [
        Piece.lineKey("effective", Wording("模拟", "simulated")), Piece.lineKey("mean", Wording("计划", "planned")),
        Piece.lineKey("seats", Wording("目标", "target")),
      ]))\
    \(tierTable.markup)\
    \(worstTable.markup)\
    \(Piece.note(
      Wording(
        "按预测的联合走势逐通模拟 \(simulation.replications) 次（种子 \(simulation.seed)）：当日忙闲共同起伏、对数正态处理时长、用户放弃、通话结束后才用餐、延后下班、随机缺勤。± 为 95 % 置信区间的一半。",
        "\(simulation.replications) replications call by call along joint paths of the forecast (seed \(simulation.seed)): busyness shared by a day, lognormal handling, callers who give up, meals begun after the call, late finishes, random absence. ± is half the 95 % confidence interval."
      )))
    """
  }

  private func percent(_ value: Double, _ decimals: Int = 1) -> String { NumberText.percent(value, decimals: decimals) }

  private var figures: Markup {
    let level = simulation.serviceLevel
    let planned = simulation.month.planned.map { percent($0) } ?? "–"
    let fee = simulation.fee
    let abandonment = simulation.month.abandonment.map { percent($0.value) } ?? "–"
    let answer = simulation.month.speedOfAnswer.map { NumberText.grouped($0.value, decimals: 1) } ?? "–"
    let occupancy = simulation.month.occupancy.map { percent($0.value) } ?? "–"
    return """
      \(Piece.figure(
        percent(level.mean), Wording("模拟服务水平", "simulated service level"),
        Wording("计划 \(planned)；5–95 %：\(percent(level.p05)) – \(percent(level.p95))",
          "planned \(planned); 5–95 %: \(percent(level.p05)) – \(percent(level.p95))")))\
      \(Piece.figure(
        percent(simulation.probabilityOfTarget, 0), Wording("达标概率", "probability of the target"),
        Wording("目标 \(percent(simulation.target.target))", "target \(percent(simulation.target.target))")))\
      \(Piece.figure(
        "¥" + NumberText.grouped(fee.mean), Wording("预计费用", "expected fee"),
        Wording("5–95 %：¥\(NumberText.grouped(fee.p05)) – ¥\(NumberText.grouped(fee.p95))",
          "5–95 %: ¥\(NumberText.grouped(fee.p05)) – ¥\(NumberText.grouped(fee.p95))")))\
      \(Piece.figure(
        abandonment, Wording("放弃率", "abandonment"),
        Wording("平均 \(answer) 秒接起；利用率 \(occupancy)", "answered after \(answer) s; occupancy \(occupancy)")))
      """
  }

  private var chart: Markup {
    let frame = ChartFrame(
      width: 1120, height: 220, columns: 0...Double(max(1, simulation.days.count)), top: 100, margins: ChartMargins())
    func line(_ values: [Double?], _ className: String) -> LineChart {
      LineChart(values: values.map { ($0 ?? 0) * 100 }, start: 0, shape: .straight, className: className)
    }
    return Chart(
      title: Wording("每日服务水平", "Service level by day"), frame: frame,
      parts: [
        Axis.values([0, 25, 50, 75, 100]),
        line(simulation.days.map { _ in simulation.target.target }, "seats"),
        line(simulation.days.map(\.planned), "mean"),
        line(simulation.days.map { $0.serviceLevel?.value }, "effective"),
        Axis(side: .bottom, ticks: month.days.enumerated().map { (Double($0) + 0.5, "\($1.date.day)") }),
      ]
    ).markup
  }

  private var tierTable: Table {
    Table(
      caption: Wording("考核系数的概率", "Probability of each coefficient"),
      columns: [
        .text(Wording("最低得分", "Lowest score")), .number(Wording("系数", "Coefficient")),
        .number(Wording("概率", "Probability")),
      ],
      rows: simulation.tiers.map { tier in
        Table.Row(
          cells: ["≥ \("\(tier.from)")", "\("\(tier.value)")", "\(percent(tier.probability))"], className: "")
      })
  }

  private var worstTable: Table {
    Table(
      caption: Wording("最差的半小时与补救", "The worst half-hours, and what would fix them"),
      columns: [
        .text(Wording("半小时", "Half-hour")), .number(Wording("话务量", "Calls")),
        .number(Wording("有效坐席", "Effective agents")), .number(Wording("计划", "Planned")),
        .number(Wording("模拟", "Simulated")), .text(Wording("补救", "Remedy")),
      ],
      rows: simulation.worst.map { half in
        let level = half.span.serviceLevel
        let margin = level?.halfWidth.map { " ± \(percent($0))" } ?? ""
        return Table.Row(
          cells: [
            "\("\(half.start)")", "\(NumberText.grouped(half.span.offered))",
            "\(NumberText.grouped(half.effective, decimals: 1))", "\(half.span.planned.map { percent($0) } ?? "–")",
            "\((level.map { percent($0.value) } ?? "–") + margin)", "\(remedy(half))",
          ], className: "")
      })
  }

  private func remedy(_ half: MonthSimulation.WorstHalfHour) -> Wording {
    guard half.toAdd > 0 else {
      return Wording("人数足够：前面的半小时排队未消，应在其前补人", "enough here: the queue comes from the half-hours before; add there")
    }
    let agents = NumberText.grouped(half.toAdd)
    return Wording("增加 \(agents) 名坐席，或错开用餐", "\(agents) more agents, or move meals away")
  }
}
