internal import Foundation
internal import Vocabulary

/// What people carry from month to month: indices and balances before and after, by kind and team, and what it costs.
struct FairnessMemory {
  let month: ReportedMonth
  let review: FairnessReview

  var markup: Markup {
    guard !kinds.isEmpty else { return "" }
    return """
      <h3>\(Wording("跨月台账", "Carried from month to month"))</h3>
      \(Piece.note(
        Wording(
          "余额 = 上月结转 + 本月承担 − 按在岗天数应分担的份额（未满足的意愿按所提意愿数）；正数为多承担。指数为 Jain 指数，1 为完全均匀。每人明细见 ledger.csv，下月由此续排。",
          "Balance = carried + had this month − the even share by days available (refused wishes: by wishes made); above 0 is more than the share. The index is Jain's, 1 is perfectly even. Everybody's rows are in ledger.csv, from which the next month is planned."
        )))\(table)\(price)<div class="histograms">\(kinds.map { BalanceHistogram(kind: $0, entries: entries($0)).markup })</div>
      \(teams)
      """
  }

  /// Those that anybody had or carries.
  private var kinds: [FairnessKind] {
    FairnessKind.allCases.filter { kind in entries(kind).contains { $0.totalWorked > 0 || $0.balance != 0 } }
  }

  private func entries(_ kind: FairnessKind) -> [FairnessLedger.Entry] {
    review.ledger.entries.filter { $0.kind == kind }
  }

  private var table: Markup {
    var columns: [Table.Column] = [
      .text(Wording("项目", "Burden")), .number(Wording("人数", "People")),
      .number(Wording("指数：此前", "Index: before")), .number(Wording("本月", "this month")),
      .number(Wording("累计", "together")),
      .number(Wording("余额极差：月初", "Range of balances: before")), .number(Wording("月末", "after")),
      .number(Wording("余额标准差：月初", "Standard deviation: before")), .number(Wording("月末", "after")),
    ]
    if review.isOn { columns += [.number(Wording("权重", "Weight")), .number(Wording("成本", "Cost"))] }
    if review.price != nil {
      columns += [
        .number(Wording("不计公平时：本月指数", "Planned without: index")), .number(Wording("标准差", "deviation")),
      ]
    }
    return Table(
      caption: Wording("各项均匀程度", "How evenly each is spread"), columns: columns, rows: kinds.map(row)
    ).markup
  }

  private func row(_ kind: FairnessKind) -> Table.Row {
    let figures = review.ledger.figures(kind)
    var cells: [Markup] = [
      "\(kind.name)", "\(figures.people)", "\(index(figures.indexBefore))", "\(index(figures.indexOfMonth))",
      "\(index(figures.indexAfter))",
    ]
    cells += [figures.spreadBefore, figures.spreadAfter].map { "\(NumberText.grouped($0, decimals: 1))" }
    cells += [figures.deviationBefore, figures.deviationAfter].map { "\(NumberText.grouped($0, decimals: 2))" }
    if review.isOn {
      let charge = review.charges.first { $0.kind == kind }
      cells += ["\(NumberText.plain(charge?.weight ?? 0))", "\(NumberText.yuan(charge?.yuan ?? 0))"]
    }
    if let price = review.price {
      let without = price.months[kind]
      cells += [
        "\(index(without?.indexOfMonth))",
        "\(without.map { NumberText.grouped($0.deviationAfter, decimals: 2) } ?? "–")",
      ]
    }
    return Table.Row(cells: cells)
  }

  private func index(_ value: Double?) -> String { value.map { NumberText.grouped($0, decimals: 3) } ?? "–" }

  private var price: Markup {
    guard review.isOn else {
      return Piece.note(
        Wording(
          "rules.yaml 未给 fairness 权重：台账照记，班表不因结转而改变。",
          "rules.yaml gives fairness no weight: the ledger is kept, the roster does not depend on it."))
    }
    guard let price = review.price else {
      return Piece.note(
        Wording("公平的代价未计算（重排或提前结束）。", "The price of fairness was not computed (re-planned, or ended early)."))
    }
    let yuan = NumberText.yuan(price.yuan)
    let gap = NumberText.yuan(price.gap)
    return Piece.note(
      price.isWithinGaps
        ? Wording(
          "公平的代价：\(yuan)（与不计公平另排的班表相比，不含公平项本身）。此差在两班表的最优差距 \(gap) 之内，不能断定大于 0。",
          "Price of fairness: \(yuan), against the month planned without it and apart from the term itself. This lies within the gaps of the two rosters (\(gap)): it may be chance."
        )
        : Wording(
          "公平的代价：\(yuan)（与不计公平另排的班表相比，不含公平项本身；两班表的最优差距至多 \(gap)）。",
          "Price of fairness: \(yuan), against the month planned without it and apart from the term itself (gaps of the two rosters at most \(gap))."
        ))
  }

  private var teams: Markup {
    let columns: [Table.Column] =
      [.text(Wording("班组", "Team"))]
      + kinds.flatMap { kind -> [Table.Column] in
        [
          .number(
            Wording("\(kind.name.chinese)：累计指数 前→后", "\(kind.name.english): index before → after")),
          .number(Wording("人均余额 前→后", "mean balance before → after")),
        ]
      }
    let rows = month.teams.map { team -> Table.Row in
      let members = Set(team.people.map(\.agent.id))
      let cells = kinds.flatMap { kind -> [Markup] in
        let figures = review.ledger.figures(kind) { members.contains($0) }
        let (before, after) = (signed(figures.meanBefore), signed(figures.meanAfter))
        return ["\(index(figures.indexBefore)) → \(index(figures.indexAfter))", "\(before) → \(after)"]
      }
      return Table.Row(cells: ["\(team.title)"] + cells)
    }
    return Piece.details(
      Wording("各班组的指数与人均余额（\(rows.count) 组）", "Index and mean balance by team (\(rows.count))"),
      Table(caption: Wording("各班组内的均匀程度", "Within each team"), columns: columns, rows: rows).markup)
  }

  private func signed(_ value: Double) -> String {
    let text = NumberText.grouped(value, decimals: 1)
    return value >= 0.05 ? "+" + text : text
  }
}
