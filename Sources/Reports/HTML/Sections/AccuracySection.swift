internal import Vocabulary

/// The month's errors, what forecast and adjustments were worth, and what the error cost.
struct AccuracySection: ReportSection {
  let review: ForecastReview

  let id = "accuracy"
  let title = Wording("要点", "Headlines")

  var body: Markup {
    """
    \(Piece.note(sourceNote))<dl class="headline">\(figures)</dl>
    \(values)\(Piece.note(
      Wording(
        "误差 = Σ|实际 − 预测| ÷ Σ实际（WAPE）。季节性朴素预测：每个半小时取预测时已知的最近一个同星期日的值。",
        "Error = Σ|actual − forecast| ÷ Σ actual (WAPE). Seasonal naive: each half-hour as on the last like weekday known when the forecast was made."
      )))\
    \(Piece.note(
      Wording(
        "工时：按同一服务标准，预测话务需要的人数与实际话务需要的人数逐半小时比较（均不含不确定性余量）。",
        "Hours: the agents needed for the calls forecast against those needed for the calls that came, half-hour by half-hour, by the same service target (neither with a reserve for uncertainty)."
      )))
    """
  }

  private var sourceNote: Wording {
    switch review.source {
    case .file(let path): Wording("对照的预测：\(path)", "The forecast compared: \(path)")
    case .madeAgain:
      Wording(
        "本月没有冻结的预测：按月初前一周已知的数据重新预测后对照。",
        "No forecast of this month was frozen: it was made again from what was known a week before the month.")
    }
  }

  private var figures: [Markup] {
    let forecast = review.forecast
    let errors = forecast.halfHours
    let naive = review.seasonalNaive.halfHours.wape
    let points = errors.wape.flatMap { wape in naive.map { ($0 - wape) * 100 } }
    return [
      Piece.figure(
        percent(errors.wape), Wording("半小时误差", "Error by half-hour"),
        Wording("\(NumberText.grouped(errors.halfHours)) 个半小时", "\(NumberText.grouped(errors.halfHours)) half-hours")),
      Piece.figure(
        percent(forecast.days.wape), Wording("日误差", "Error by day"),
        Wording("\(forecast.days.halfHours) 个完整记录的日子", "\(forecast.days.halfHours) days recorded in full")),
      Piece.figure(
        percent(errors.bias), Wording("偏差", "Bias"),
        Wording(
          "预测 \(NumberText.grouped(errors.forecast))，实际 \(NumberText.grouped(errors.actual))",
          "forecast \(NumberText.grouped(errors.forecast)), came \(NumberText.grouped(errors.actual))")),
      Piece.figure(
        percent(errors.coverage(1)), Wording("落在 80% 区间内", "Inside the 80% interval"),
        Wording(
          "50% 区间 \(percent(errors.coverage(0)))，90% 区间 \(percent(errors.coverage(2)))",
          "50% interval \(percent(errors.coverage(0))), 90% interval \(percent(errors.coverage(2)))")),
      Piece.figure(
        points.map { NumberText.grouped($0, decimals: 1) } ?? "–",
        Wording("比朴素预测少的误差（百分点）", "Points below seasonal naive"),
        Wording("朴素预测 \(percent(naive))", "seasonal naive \(percent(naive))")),
      Piece.figure(
        NumberText.grouped(review.hoursUnder), Wording("误差造成的缺口（人时）", "Agent-hours short by error"),
        Wording(
          "富余 \(NumberText.grouped(review.hoursOver))，实际共需 \(NumberText.grouped(review.hoursNeeded))",
          "\(NumberText.grouped(review.hoursOver)) over, of \(NumberText.grouped(review.hoursNeeded)) needed")),
    ]
  }

  private var values: Markup {
    var rows: [(Wording, ForecastReview.Comparison)] = [(Wording("采用的预测", "Forecast used"), review.forecast)]
    if let model = review.model { rows.append((Wording("模型（不含人工调整）", "Model, without adjustments"), model)) }
    rows.append((Wording("季节性朴素预测", "Seasonal naive"), review.seasonalNaive))
    let table = Table(
      caption: Wording("预测的增值", "Forecast value added"),
      columns: [
        .text(Wording("预测", "Forecast")), .number(Wording("半小时误差", "Error by half-hour")),
        .number(Wording("日误差", "Error by day")), .number(Wording("偏差", "Bias")),
      ],
      rows: rows.map { name, comparison in
        Table.Row(cells: [
          "\(name)", "\(percent(comparison.halfHours.wape))", "\(percent(comparison.days.wape))",
          "\(percent(comparison.halfHours.bias))",
        ])
      })
    guard let adjusted = review.adjusted else { return table.markup }
    let note = Wording(
      "人工调整涉及 \(adjusted.planner.halfHours) 个半小时：调整后误差 \(percent(adjusted.planner.wape))，不调整则为 \(percent(adjusted.model.wape))。",
      "Adjustments changed \(adjusted.planner.halfHours) half-hours: their error is \(percent(adjusted.planner.wape)), and would have been \(percent(adjusted.model.wape)) without."
    )
    return "\(table.markup)<p>\(note)</p>\n"
  }

  private func percent(_ share: Double?) -> String { share.map { NumberText.percent($0) } ?? "–" }
}
