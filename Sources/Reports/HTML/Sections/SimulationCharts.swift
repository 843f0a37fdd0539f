internal import Vocabulary

/// The simulated service level beside the planned one: by time of day over the month, and day by day.
struct SimulationCharts {
  let month: ReportedMonth
  let simulation: MonthSimulation

  var markup: Markup {
    let key = [
      Piece.lineKey("effective", Wording("模拟", "simulated")), Piece.lineKey("required", Wording("计划", "planned")),
      Piece.lineKey("seats", Wording("目标", "target")),
    ]
    return """
      \(Piece.chart(Wording("各时段服务水平（%，全月平均）", "Service level by time of day, %, over the month"), byTime, key: key))\
      \(Piece.chart(Wording("每日服务水平（%）", "Service level by day, %"), byDay, key: key))
      """
  }

  private typealias Levels = (simulated: Double?, planned: Double?)

  private var byTime: Markup {
    let slots = month.shownSlots
    let levels: [Levels] = slots.map { slot in
      let halves = stride(from: slot, to: simulation.halfHours.count, by: HalfHour.perDay)
        .map { simulation.halfHours[$0] }
      func mean(_ value: (MonthSimulation.Span) -> Double?) -> Double? {
        let counted = halves.compactMap { half in value(half).map { (calls: half.offered, level: $0) } }
        let calls = counted.reduce(0) { $0 + $1.calls }
        return calls > 0 ? counted.reduce(0) { $0 + $1.calls * $1.level } / calls : nil
      }
      return (mean { $0.serviceLevel?.value }, mean(\.planned))
    }
    return chart(
      Wording("各时段服务水平", "Service level by time of day"), levels, from: Double(slots.lowerBound), shape: .steps,
      axis: .hours(slots))
  }

  private var byDay: Markup {
    let ticks = month.days.enumerated().map { (Double($0) + 0.5, "\($1.date.day)" as Markup) }
    return chart(
      Wording("每日服务水平", "Service level by day"), simulation.days.map { ($0.serviceLevel?.value, $0.planned) },
      from: 0, shape: .straight, axis: Axis(side: .bottom, ticks: ticks))
  }

  private func chart(
    _ title: Wording, _ levels: [Levels], from start: Double, shape: LineChart.Shape, axis: Axis
  ) -> Markup {
    let target = simulation.target.target * 100
    let lowest = levels.flatMap { [$0.simulated, $0.planned] }.compactMap { $0.map { $0 * 100 } }.min() ?? 0
    let bottom = max(0, ((min(lowest, target) - 1) / 10).rounded(.down) * 10)
    let frame = ChartFrame(
      width: 1120, height: 220, columns: start...start + Double(max(1, levels.count)), bottom: bottom, top: 100)
    func line(_ values: [Double?], _ className: String) -> LineChart {
      LineChart(
        values: values.map { min(100, max(bottom, ($0 ?? 1) * 100)) }, start: start, shape: shape, className: className)
    }
    let step = bottom >= 60 ? 5.0 : bottom >= 30 ? 10 : 20
    return Chart(
      title: title, frame: frame,
      parts: [
        Axis.values(Array(stride(from: bottom, through: 100, by: step))),
        line(levels.map { _ in simulation.target.target }, "seats"), line(levels.map(\.planned), "required"),
        line(levels.map(\.simulated), "effective"), axis,
      ]
    ).markup
  }
}
