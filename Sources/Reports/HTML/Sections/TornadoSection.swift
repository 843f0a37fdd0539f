internal import Foundation
internal import Vocabulary

/// What each scenario moves, largest first; bars within the plans' gaps are hatched.
struct TornadoSection: ReportSection {
  let study: StudyResults

  let id = "tornado"
  let title = Wording("敏感性", "Sensitivities")

  private static let width = 1000.0
  private static let line = 22.0
  private static let names = 330.0
  private static let room = 90.0

  var body: Markup {
    guard study.results.dropFirst().contains(where: { $0.figures != nil }) else {
      return Piece.note(Wording("没有与基准比较的方案。", "There is no scenario to hold against the base."))
    }
    let charts = [("mobileTotal", StudyNames.money("mobileTotal")), ("margin", StudyNames.money("margin"))]
    return "\(charts.map { chart($0.0, $0.1) })"
  }

  private func chart(_ key: String, _ name: Wording) -> Markup {
    guard let base = study.base else { return "" }
    let bars = study.results.enumerated().dropFirst().compactMap { index, result in
      result.figures.map { (number: index + 1, name: result.name, found: ScenarioDifference(key, $0, base: base)) }
    }.sorted { (abs($0.found.yuan), $1.number) > (abs($1.found.yuan), $0.number) }
    guard let largest = bars.map({ abs($0.found.yuan.doubleValue) }).max(), largest > 0 else { return "" }
    let (left, right) = (TornadoSection.names + TornadoSection.room, TornadoSection.width - TornadoSection.room)
    let scale = Scale(domain: -largest...largest, range: (left, right))
    let height = Double(bars.count) * TornadoSection.line + 12
    let rows = bars.enumerated().map { index, bar -> Markup in
      let top = Double(index) * TornadoSection.line + 6
      let value = bar.found.yuan.doubleValue
      let (from, to) = (scale.position(min(0, value)), scale.position(max(0, value)))
      let anchor = value < 0 ? "end" : "start"
      return """
        <text x="\(at: TornadoSection.names)" y="\(at: top + 14)" text-anchor="end">\(bar.number). \(StudyNames.short(bar.name))</text>\
        <rect class="\(bar.found.isWithinGaps ? "under" : "people")" x="\(at: from)" y="\(at: top + 3)" \
        width="\(at: max(0.5, to - from))" height="\(at: TornadoSection.line - 6)"/>\
        <text x="\(at: value < 0 ? from - 6 : to + 6)" y="\(at: top + 14)" text-anchor="\(anchor)">\
        \(NumberText.yuan(bar.found.yuan))</text>
        """
    }
    let zero = scale.position(0)
    let drawing: Markup = """
      <svg class="chart" viewBox="0 0 \(at: TornadoSection.width) \(at: height)" role="img"><title>\(both: name)</title>\
      <g class="axis">\(rows)<path d="M\(at: zero) 0V\(at: height)"/></g></svg>

      """
    return Piece.chart(
      Wording("\(name.chinese)与基准之差", "\(name.english) against the base"), drawing,
      key: [
        Piece.areaKey("people", Wording("可以断定", "beyond the gaps")),
        Piece.areaKey("under", Wording("差距之内", "within the gaps")),
      ])
  }
}
