internal import Vocabulary

/// `service.inRoster`: what a call is worth, and the planned service of the half-hours against their curves.
struct WeighedServiceSection: ReportSection {
  let month: ReportedMonth

  let id = "service-in-roster"
  let title = Wording("服务计入班表", "Service inside the roster")

  private var target: Double { month.plan.centre.settings.service.target }
  private var price: Double { month.plan.requirement.pricePerCall ?? 0 }

  var body: Markup {
    """
    \(Piece.note(basis))<dl class="headline">\(figures)</dl>
    \(Piece.chart(
      Wording("全月各时段平均：预计服务水平（%）", "Averages over the month: expected service by time of day (%)"), chart,
      key: [
        Piece.lineKey("effective", Wording("计划服务水平", "planned service")),
        Piece.lineKey("required", Wording("只保底线时", "with what is owed only")),
      ]))\(Piece.details(Wording("各时段数据", "The times of day in figures"), table))
    """
  }

  private var basis: Wording {
    Wording(
      "班表不按一个需求人数，而按每个半小时的服务曲线权衡：每多一通及时接听值 ¥\(NumberText.grouped(price, decimals: 2))，需求（图中与热力图中）只是该半小时的底线：最低服务水平、最高通话占比与最少人数。高于底线的富余不另计价。",
      "The roster weighs each half-hour's curve of service instead of one required number: a call more served in time is worth ¥\(NumberText.grouped(price, decimals: 2)). What charts and the heat map call required is only what the half-hour owes: its floor, the highest occupancy, the fewest agents. Staff above that has no other price."
    )
  }

  private var figures: [Markup] {
    let level = month.serviceLevel
    let missed = month.plan.solution.terms.first { $0.name == "service" }?.yuan ?? 0
    return [
      Piece.figure(
        level.map { NumberText.percent($0, decimals: 2) } ?? "–", Wording("预计全月服务水平", "Expected service of the month"),
        Wording(
          "目标 \(NumberText.percent(target, decimals: 2))", "target \(NumberText.percent(target, decimals: 2))")),
      Piece.figure(
        NumberText.yuan(missed), Wording("未及时接听的价值", "Calls not served in time"),
        Wording("成本项 service", "the term service")),
      Piece.figure(
        NumberText.grouped(month.totals.required), Wording("底线人时", "Agent-hours owed"),
        Wording(
          "有效人时 \(NumberText.grouped(month.totals.effective))",
          "\(NumberText.grouped(month.totals.effective)) effective")),
    ]
  }

  /// Averages of a time of day over the month, weighted by calls where they are shares.
  private struct Time {
    var slot: Int
    var calls = 0.0
    var owed = 0.0
    var effective = 0.0
    var inTime = 0.0
    var inTimeOwed = 0.0
    var worth = 0.0
    var days = 0.0
  }

  private var times: [Time] {
    month.shownSlots.map { slot in
      var time = Time(slot: slot)
      for index in stride(from: slot, to: month.plan.coverage.count, by: HalfHour.perDay) {
        guard let service = month.plan.requirement.rows[index].service else { continue }
        let (coverage, calls) = (month.plan.coverage[index], month.plan.forecast.rows[index].mean)
        time.calls += calls
        time.owed += coverage.required
        time.effective += coverage.effective
        time.inTime += calls * coverage.serviceLevel
        time.inTimeOwed += calls * (service.points.first?.serviceLevel ?? 0)
        time.worth += price * service.calls(perAgentFrom: coverage.effective)
        time.days += 1
      }
      return time
    }
  }

  private var chart: Markup {
    let slots = month.shownSlots
    let frame = ChartFrame(
      width: 1120, height: 220, columns: Double(slots.lowerBound)...Double(slots.upperBound), top: 100)
    func percent(_ share: (Time) -> Double) -> [Double] { times.map { $0.calls > 0 ? 100 * share($0) / $0.calls : 0 } }
    return Chart(
      title: title, frame: frame,
      parts: [
        Axis.values(Scale.ticks(to: 100)), Axis.hours(slots),
        LineChart(values: percent(\.inTimeOwed), start: Double(slots.lowerBound), className: "required"),
        LineChart(values: percent(\.inTime), start: Double(slots.lowerBound), className: "effective"),
      ]
    ).markup
  }

  private var table: Markup {
    Table(
      caption: Wording("各时段平均", "Averages by time of day"),
      columns: [
        .text(Wording("时段", "From")), .number(Wording("话务量", "Calls")), .number(Wording("底线", "Owed")),
        .number(Wording("有效", "Effective")), .number(Wording("计划服务水平", "Planned service")),
        .number(Wording("只保底线时", "With what is owed")), .number(Wording("多一人值（元）", "One agent more (yuan)")),
      ],
      rows: times.filter { $0.days > 0 }.map { time in
        Table.Row(cells: [
          "\("\(TimeOfDay(minutes: time.slot * HalfHour.minutes))")",
          "\(NumberText.grouped(time.calls / time.days, decimals: 1))",
          "\(NumberText.grouped(time.owed / time.days, decimals: 1))",
          "\(NumberText.grouped(time.effective / time.days, decimals: 1))",
          "\(NumberText.percent(time.inTime / max(time.calls, 1e-9)))",
          "\(NumberText.percent(time.inTimeOwed / max(time.calls, 1e-9)))",
          "\(NumberText.grouped(time.worth / time.days, decimals: 2))",
        ])
      }
    ).markup
  }
}
