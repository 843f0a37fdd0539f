internal import Foundation
internal import Vocabulary

/// From the projection to the actual statement, cause by cause.
struct VarianceSection: ReportSection {
  let variance: SettlementVariance

  let id = "variance"
  let title = Wording("与预计的差异", "Against the projection")

  var body: Markup {
    "\(Piece.note(order))\(parts)\(adherence)\(forecast)"
  }

  private var order: Wording {
    Wording(
      "按所列次序逐项以实际值代替预计值，每一步都是一次完整结算，各项之和等于总差异，分毫不差。",
      "The actual value takes the projected one's place, cause by cause in this order; each step is a whole settlement, so the parts add up to the fen."
    )
  }

  private var parts: Markup {
    func total(_ name: Wording, _ fee: Decimal, _ margin: Decimal) -> Table.Row {
      Table.Row(
        cells: ["\(name)", "", "\(NumberText.fen(fee))", "\(NumberText.fen(margin))", "", ""], className: "total")
    }
    var rows = [total(Wording("预计", "Projected"), variance.projectedFee, variance.projectedMargin)]
    rows += variance.parts.map { part in
      Table.Row(cells: [
        "\(part.cause.name)", "\(part.cause.how)", "\(NumberText.fen(part.fee))", "\(NumberText.fen(part.margin))",
        "\(part.serviceLevel.map { IndicatorText.value($0.rounded(decimals: 4)) } ?? "–")",
        "\(NumberText.atLeastTwoDecimals(part.coefficient))",
      ])
    }
    rows.append(total(Wording("实际", "Actual"), variance.actualFee, variance.actualMargin))
    return Table(
      caption: Wording("费用与毛利差异", "Variance of fee and margin"),
      columns: [
        .text(Wording("原因", "Cause")), .text(Wording("含义", "Meaning")), .number(Wording("结算费用", "Fee")),
        .number(Wording("外包方毛利", "Partner's margin")),
        .number(Wording("此步后服务水平", "Service level after it")),
        .number(Wording("此步后系数", "Coefficient after it")),
      ], rows: rows, className: "prose"
    ).markup
  }

  private var adherence: Markup {
    table(VarianceFigures.adherenceTitle, VarianceFigures.adherence(variance.adherence))
  }

  private var forecast: Markup {
    variance.forecastError.map { table(VarianceFigures.forecastTitle, VarianceFigures.forecast($0)) } ?? ""
  }

  private func table(_ caption: Wording, _ figures: [VarianceFigures.Figure]) -> Markup {
    Table(
      caption: caption, columns: [.text(Wording("项目", "Item")), .number(Wording("数值", "Value"))],
      rows: figures.map { Table.Row(cells: ["\($0.name)", "\($0.text)"]) }
    ).markup
  }
}

/// The partner beside Mobile's own people on the same calls.
struct InHouseSection: ReportSection {
  let comparison: InHouseComparison

  let id = "inhouse"
  let title = Wording("与自营对比", "Partner and in-house")

  var body: Markup {
    let rows = comparison.rows.map { row in
      func text(_ value: Decimal?) -> Markup {
        guard let value else { return "–" }
        switch row.measure {
        case "costPerAnswered": return "\(NumberText.fen(value))"
        case "answered": return "\(NumberText.grouped(value, decimals: 0))"
        default: return "\(IndicatorText.value(value))"
        }
      }
      return Table.Row(cells: ["\(KeyNames.measure(row.measure))", text(row.partner), text(row.inHouse)])
    }
    return Table(
      caption: Wording("同一话务", "The same calls"),
      columns: [
        .text(Wording("指标", "Measure")), .number(Wording("外包方", "Partner")), .number(Wording("自营", "In-house")),
      ], rows: rows
    ).markup
  }
}

extension SettlementVariance.Cause {
  var name: Wording {
    switch self {
    case .restated: Wording("预计重算", "Projection restated")
    case .volume: Wording("话务量", "Volume")
    case .handlingTime: Wording("处理时长", "Handling time")
    case .absence: Wording("缺勤", "Absence")
    case .rosterChanges: Wording("班表变动与加班", "Roster changes and overtime")
    case .service: Wording("服务（系数）", "Service (coefficient)")
    case .price: Wording("价格与条款", "Prices and terms")
    case .bonus: Wording("达标超量酬金", "Bonus")
    case .incidents: Wording("事件扣罚", "Incidents")
    }
  }

  var how: Wording {
    switch self {
    case .restated: Wording("按现有人员与条款重算计划文件", "the plan's files worked out with today's people and terms")
    case .volume: Wording("实际来话，预测处理时长，计划班表", "calls that came, handling times forecast, the planned roster")
    case .handlingTime: Wording("实际处理时长", "handling times as they were")
    case .absence: Wording("计划而未出勤的时间", "planned time not worked")
    case .rosterChanges: Wording("换班、计划外出勤、加班", "other shifts, unplanned days, overtime")
    case .service: Wording("实际得分，超出模型所能解释的部分", "scores as they were, beyond what the model explains")
    case .price: Wording("合同单价与其他条款", "the contract's prices and other terms")
    case .bonus: Wording("实际处理量、门槛与上限", "calls handled, gates and cap")
    case .incidents: Wording("扣罚与不低于零", "deductions, and the fee not below zero")
    }
  }
}
