import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Reports

@Suite("Charts")
struct ChartTests {
  @Test(
    "Ticks begin with 0, are even and few, and reach the top without passing it by a whole step", arguments: seeds(60))
  func ticks(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let top = random.uniform() * [1, 10, 1000, 1e6][random.below(4)] + 0.01
    let ticks = Scale.ticks(to: top)
    let step = ticks[1]
    #expect(ticks[0] == 0 && (3...8).contains(ticks.count))
    #expect(ticks[ticks.count - 1] >= top * (1 - 1e-12) && ticks[ticks.count - 1] < top + step * (1 + 1e-9))
  }

  @Test("A scale maps its ends to the ends of its range")
  func scale() {
    let scale = Scale(domain: 0...10, range: (100, 20))
    #expect(scale.position(0) == 100 && scale.position(10) == 20 && scale.position(5) == 60)
    #expect(Scale(domain: 3...3, range: (7, 9)).position(3) == 7)
  }

  private let frame = ChartFrame(
    width: 40, height: 10, columns: 0...4, top: 10, margins: .init(left: 0, right: 0, top: 0, bottom: 0))

  @Test("Steps hold over their column and draw nothing twice")
  func steps() {
    let line = LineChart(values: [5, 5, 10, 0], start: 0, className: "a").markup(in: frame)
    #expect(line.source == "<path class=\"line a\" d=\"M0 5H20V0H30V10H40\"/>")
  }

  @Test("A straight line goes through the middles")
  func straight() {
    let line = LineChart(values: [5, 10], start: 1, shape: .straight, className: "a").markup(in: frame)
    #expect(line.source == "<path class=\"line a\" d=\"M15 5L25 0\"/>")
  }

  @Test("A band is drawn only where the upper value is above the lower one")
  func band() {
    let band = BandChart(lower: [0, 5, 5], upper: [5, 5, 3], start: 0, className: "b").markup(in: frame)
    #expect(band.source == "<path class=\"b\" d=\"M0 5H10V10H0Z\"/>")
    let none = BandChart(lower: [1], upper: [1], start: 0, className: "b").markup(in: frame)
    #expect(none.source.isEmpty)
  }

  @Test("Bars stand on 0")
  func bars() {
    let bars = Bars(bars: [Bars.Bar(value: 5, className: "c", label: "<5>", hint: "a&b")], spacing: 0).markup(in: frame)
    #expect(
      bars.source
        == "<rect class=\"c\" x=\"0\" y=\"5\" width=\"10\" height=\"5\"><title>a&amp;b</title></rect>"
        + "<text class=\"value\" x=\"5\" y=\"1\">&lt;5&gt;</text>")
  }

  @Test("A heat map draws each level once and prints every number", arguments: seeds(5))
  func heatMap(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let cells = (0..<48).map { _ in
      let difference = Double(random.below(41)) - 20
      return HeatMap.Cell(level: HeatLevel(difference: difference, required: 50), text: NumberText.grouped(difference))
    }
    let map = HeatMap(
      title: Wording("图", "map"), rows: [HeatMap.Row(label: "1", className: "day", cells: cells + [nil])], columns: [],
      columnCount: 49)
    let reader = MarkupReader(map.markup.source)
    let paths = reader.elements.filter { $0.name == "path" }
    #expect(reader.problems == [])
    #expect(paths.count == Set(cells.map(\.level)).count)
    #expect(paths.reduce(0) { $0 + ($1.attributes["d"]?.filter { $0 == "Z" }.count ?? 0) } == 48)
    #expect(reader.elements.filter { $0.name == "text" }.count == 49)
  }

  @Test("A histogram counts everybody once", arguments: seeds(20))
  func histogram(seed: UInt64) {
    let month = ReportedMonth(SyntheticPlan.make(people: 40, seed: seed))
    for burden in Burden.allCases {
      let source = BurdenHistogram(burden: burden, people: month.people).markup.source
      let counts = source.components(separatedBy: "class=\"value\"").dropFirst().compactMap { part in
        part.split(separator: ">", maxSplits: 1).last.flatMap { Int($0.prefix { $0 != "<" }) }
      }
      #expect(counts.reduce(0, +) == month.people.count)
    }
  }
}
