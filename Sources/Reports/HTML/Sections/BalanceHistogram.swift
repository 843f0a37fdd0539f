internal import Vocabulary

/// How many people carry how much of a kind before and after the month, side by side.
struct BalanceHistogram {
  let kind: FairnessKind
  private let entries: [FairnessLedger.Entry]
  private let start: Double
  private let width: Double
  private let before: [Int]
  private let after: [Int]

  init(kind: FairnessKind, entries: [FairnessLedger.Entry]) {
    self.kind = kind
    self.entries = entries
    let carried = entries.map(\.carried.doubleValue)
    let balances = entries.map(\.balance.doubleValue)
    let (least, most) = ((carried + balances).min() ?? 0, (carried + balances).max() ?? 0)
    // A bar's values lie around a multiple of its width; at most 9 bars.
    let steps = [0.5, 1.0, 2, 4, 5, 10, 20, 50, 100]
    let width = steps.first { (most / $0).rounded() - (least / $0).rounded() < 9 } ?? 200
    let start = (least / width).rounded()
    let bars = Int((most / width).rounded() - start) + 1
    func counts(_ values: [Double]) -> [Int] {
      var counts = [Int](repeating: 0, count: bars)
      for value in values { counts[Int((value / width).rounded() - start)] += 1 }
      return counts
    }
    self.start = start * width
    self.width = width
    before = counts(carried)
    after = counts(balances)
  }

  var markup: Markup {
    let figures = FairnessFigures(entries)
    let (old, new) = (
      NumberText.grouped(figures.deviationBefore, decimals: 2), NumberText.grouped(figures.deviationAfter, decimals: 2)
    )
    return """
      <figure><figcaption>\(Wording(
        "余额：\(kind.name.chinese)", "Balance: \(kind.name.english)"))<small>\(
        Wording("标准差 \(old) → \(new)", "standard deviation \(old) → \(new)"))</small><ul class="key">\(
        Piece.areaKey("rest-day", Wording("月初", "before")))\(
        Piece.areaKey("people", Wording("月末", "after")))</ul></figcaption>
      \(chart)</figure>

      """
  }

  /// Three columns to a bar: before, after, and one free.
  private var chart: Markup {
    let frame = ChartFrame(
      width: 340, height: 130, columns: 0...Double(3 * max(3, before.count)),
      top: Double(max(1, (before + after).max() ?? 1)), margins: ChartMargins(left: 6, right: 6, top: 20, bottom: 22))
    let bars = zip(before, after).flatMap { old, new in
      // Numbers on both would run into each other.
      [
        Bars.Bar(value: Double(old), className: "rest-day", hint: "\(old)"),
        Bars.Bar(value: Double(new), className: "people", label: new == 0 ? "" : "\(new)"),
        Bars.Bar(value: 0, className: "people"),
      ]
    }
    let labels = before.indices.map { index -> (Double, Markup) in
      let value = start + width * Double(index)
      return (Double(3 * index) + 1, "\(NumberText.grouped(value, decimals: value == value.rounded() ? 0 : 1))")
    }
    return Chart(
      title: kind.name, frame: frame, parts: [Bars(bars: bars, spacing: 0.1), Axis(side: .bottom, ticks: labels)]
    ).markup
  }
}
