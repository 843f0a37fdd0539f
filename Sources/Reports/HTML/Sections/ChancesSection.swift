internal import Foundation
internal import Vocabulary

/// What each plan may bring: the chance of every coefficient, and the spread of both parties' money, over the same drawn months.
struct ChancesSection: ReportSection {
  let study: StudyResults

  let id = "chances"
  let title = Wording("系数概率与费用区间", "Chances of coefficients and ranges of the fee")

  private static let width = 1000.0
  private static let line = 22.0
  private static let names = 330.0
  private static let room = 20.0

  var body: Markup {
    let drawn = study.results.enumerated().filter { $0.element.figures?.numbers["feeMean"] != nil }
    guard !drawn.isEmpty else {
      return Piece.note(Wording("本研究没有抽样（paths、simulate）。", "This study draws no months (paths, simulate)."))
    }
    return "\(Piece.note(note))\(table(drawn))\(chart(drawn))"
  }

  private var note: Wording {
    Wording(
      "\(basis.chinese)；所有方案遇到的是同样的月份。费用与毛利为平均值与 5%–95% 区间。",
      "\(basis.english); every scenario meets the same ones. Fee and margin are means, with 5 to 95 % ranges.")
  }

  private var basis: Wording {
    let (paths, simulated) = (study.draws.paths, study.draws.simulatedMonths)
    return simulated > 0
      ? Wording("从预测抽取 \(simulated) 个月，逐通模拟", "\(simulated) months drawn from the forecast and simulated call by call")
      : Wording(
        "从预测抽取 \(paths) 个月，按每半小时的排队公式评定",
        "\(paths) months drawn from the forecast, judged by the queue of each half-hour")
  }

  /// Yuan.
  private struct Bar {
    let number: Int
    let name: String
    let low: Double
    let mean: Double
    let high: Double
  }

  private typealias Drawn = EnumeratedSequence<[ScenarioResult]>.Element

  private func table(_ drawn: [Drawn]) -> Markup {
    func share(_ value: Double?) -> Markup { "\(value.map { NumberText.percent($0, decimals: 0) } ?? "–")" }
    func range(_ key: String, _ figures: ScenarioFigures) -> Markup {
      guard let low = figures.numbers[key + "P05"], let high = figures.numbers[key + "P95"] else { return "–" }
      return "\(NumberText.yuan(low)) – \(NumberText.yuan(high))"
    }
    let rows = drawn.map { index, result -> Table.Row in
      let figures = result.figures ?? ScenarioFigures()
      var cells: [Markup] = ["\(index + 1). \(result.name)", share(figures.numbers["targetChance"])]
      cells += study.coefficients.map { share(figures.chance(of: $0)) }
      for key in ["fee", "margin"] {
        cells += ["\(NumberText.yuan(figures[number: key + "Mean"]))", range(key, figures)]
      }
      return Table.Row(cells: cells)
    }
    var columns: [Table.Column] = [
      .text(Wording("方案", "Scenario")), .number(StudyNames.number("targetChance")),
    ]
    columns += study.coefficients.map { .number(StudyNames.chance($0)) }
    columns += [
      .number(StudyNames.number("feeMean")), .number(Wording("5%–95%", "5 to 95 %")),
      .number(StudyNames.number("marginMean")), .number(Wording("5%–95%", "5 to 95 %")),
    ]
    return Table(
      caption: Wording("每种系数的概率", "The chance of each coefficient"), columns: columns, rows: rows, className: "prose"
    ).markup
  }

  /// A bar from the 5 % to the 95 % point of the fee, and a mark at its mean.
  private func chart(_ drawn: [Drawn]) -> Markup {
    let bars = drawn.compactMap { index, result -> Bar? in
      guard let figures = result.figures, let low = figures.numbers["feeP05"], let high = figures.numbers["feeP95"],
        let mean = figures.numbers["feeMean"]
      else { return nil }
      return Bar(number: index + 1, name: result.name, low: low, mean: mean, high: high)
    }
    guard let least = bars.map(\.low).min(), let most = bars.map(\.high).max(), least < most else { return "" }
    let (left, right) = (ChancesSection.names + ChancesSection.room, ChancesSection.width - ChancesSection.room)
    let scale = Scale(domain: least...most, range: (left, right))
    let height = Double(bars.count) * ChancesSection.line + 12
    let rows = bars.enumerated().map { index, bar -> Markup in
      let top = Double(index) * ChancesSection.line + 6
      let (from, to, middle) = (scale.position(bar.low), scale.position(bar.high), scale.position(bar.mean))
      return """
        <text x="\(at: ChancesSection.names)" y="\(at: top + 14)" text-anchor="end">\(bar.number). \(StudyNames.short(bar.name))</text>\
        <rect class="people" x="\(at: from)" y="\(at: top + 5)" width="\(at: max(0.5, to - from))" \
        height="\(at: ChancesSection.line - 10)">\
        <title>\(NumberText.yuan(bar.low)) – \(NumberText.yuan(bar.high))</title></rect>\
        <path class="line required" d="M\(at: middle) \(at: top)V\(at: top + ChancesSection.line - 2)"/>
        """
    }
    let caption = Wording("费用的 5%–95% 区间，竖线为平均值", "The fee's 5 to 95 % range, the line its mean")
    let ends = Wording(same: "\(NumberText.yuan(least)) – \(NumberText.yuan(most))")
    return Piece.chart(
      Wording("\(caption.chinese)（\(ends.chinese)）", "\(caption.english) (\(ends.english))"),
      """
      <svg class="chart" viewBox="0 0 \(at: ChancesSection.width) \(at: height)" role="img"><title>\(both: caption)</title>\
      <g class="axis">\(rows)</g></svg>

      """)
  }
}
