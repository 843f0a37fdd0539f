internal import Vocabulary

/// How many people carry how much of a burden.
struct BurdenHistogram {
  private let burden: Burden
  private let values: [Double]
  /// The least value, the width of a bar, and how many people fall into each.
  private let start: Double
  private let width: Double
  private let counts: [Int]

  init(burden: Burden, people: [PersonMonth]) {
    self.burden = burden
    values = people.map { burden.value($0.totals) }
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    // Days are whole; wider ranges are gathered into at most 14 bars.
    let steps = [1.0, 2, 4, 5, 8, 10, 20, 50, 100]
    let width = steps.first { (most / $0).rounded(.down) - (least / $0).rounded(.down) < 14 } ?? 200
    self.width = width
    start = (least / width).rounded(.down) * width
    var counts = [Int](repeating: 0, count: Int(((most - start) / width).rounded(.down)) + 1)
    for value in values { counts[Int(((value - start) / width).rounded(.down))] += 1 }
    self.counts = counts
  }

  var markup: Markup {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    let (least, most) = (text(values.min() ?? 0), text(values.max() ?? 0))
    let average = NumberText.grouped(mean, decimals: 1)
    return """
      <figure><figcaption>\(burden.name)<small>\(
        Wording("最少 \(least)，平均 \(average)，最多 \(most)", "least \(least), mean \(average), most \(most)"))</small></figcaption>
      \(chart)</figure>

      """
  }

  private var chart: Markup {
    let frame = ChartFrame(
      width: 340, height: 130, columns: 0...Double(max(6, counts.count)), top: Double(counts.max() ?? 1),
      margins: ChartMargins(left: 6, right: 6, top: 20, bottom: 22))
    let labels = counts.indices.map { (Double($0) + 0.5, "\(text(start + width * Double($0)))" as Markup) }
    return Chart(
      title: burden.name, frame: frame,
      parts: [
        Bars(bars: counts.map { Bars.Bar(value: Double($0), className: "people", label: $0 == 0 ? "" : "\($0)") }),
        Axis(side: .bottom, ticks: labels),
      ]
    ).markup
  }

  private func text(_ value: Double) -> String {
    NumberText.grouped(value, decimals: value == value.rounded() ? 0 : 1)
  }
}
