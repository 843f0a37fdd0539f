internal import Vocabulary

/// What stands beside a variance: how the roster was kept to, and how good the forecast was.
struct VarianceFigures {
  enum Kind {
    case count, share, seconds
  }

  struct Figure {
    let name: Wording
    let value: Double
    var kind = Kind.count
  }

  static let adherenceTitle = Wording("班表遵从", "Roster adherence")
  static let forecastTitle = Wording("预测误差", "Forecast error")

  static func adherence(_ found: SettlementVariance.Adherence) -> [Figure] {
    [
      Figure(name: Wording("计划班次", "Shifts planned"), value: Double(found.planned)),
      Figure(name: Wording("按计划出勤", "Worked as planned"), value: Double(found.kept)),
      Figure(name: Wording("遵从率", "Adherence"), value: found.share, kind: .share),
      Figure(name: Wording("换班", "Another shift"), value: Double(found.changed)),
      Figure(name: Wording("缺勤", "Absent"), value: Double(found.absent)),
      Figure(name: Wording("计划外出勤", "Worked without a plan"), value: Double(found.unplanned)),
      Figure(name: Wording("少出勤分钟", "Minutes short"), value: Double(found.minutesShort)),
      Figure(name: Wording("加班分钟", "Minutes of overtime"), value: Double(found.overtimeMinutes)),
    ]
  }

  static func forecast(_ error: SettlementVariance.ForecastError) -> [Figure] {
    [
      Figure(name: Wording("预测话务", "Calls expected"), value: error.forecast),
      Figure(name: Wording("实际话务", "Calls offered"), value: error.offered),
      Figure(name: Wording("半小时误差（WAPE）", "Half-hour WAPE"), value: error.halfHour, kind: .share),
      Figure(name: Wording("日误差（WAPE）", "Daily WAPE"), value: error.day, kind: .share),
      Figure(
        name: Wording("预测处理时长（秒）", "Handling time expected (s)"), value: error.forecastHandlingTime, kind: .seconds),
      Figure(name: Wording("实际处理时长（秒）", "Handling time (s)"), value: error.handlingTime, kind: .seconds),
    ]
  }
}

extension VarianceFigures.Figure {
  var text: String {
    switch kind {
    case .count: NumberText.grouped(value)
    case .share: NumberText.percent(value)
    case .seconds: NumberText.grouped(value, decimals: 1)
    }
  }

  var style: CellStyle {
    switch kind {
    case .count: .numbers("#,##0")
    case .share: .percent
    case .seconds: .oneDecimal
    }
  }
}
