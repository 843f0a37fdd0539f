internal import Vocabulary

/// Prices of cover near the best ones without a linear program: the volume algorithm (F. Barahona and R. Anbil, "The volume
/// algorithm: producing primal solutions with a subgradient method", Mathematical Programming 87, 2000). Column generation
/// that begins at its prices and rosters is spared its first, aimless rounds.
struct CoverPriceAscent {
  let generation: ColumnGeneration
  var steps = 120
  var firstStep = 0.03
  private static let lastStep = 0.001
  private static let limitShare = 20.0
  /// Share of the newest rosters in the average of all.
  private static let newShare = 0.5
  /// Rosters of the last steps become columns.
  private static let keptSteps = 30

  /// - Parameter start: by row of the window.
  /// Ends early where it is cancelled or a person has no roster.
  func run(from start: [Double]? = nil) {
    let window = generation.window
    var prices = start ?? [Double](repeating: 0, count: window.rows.count)
    var best = -Double.infinity
    var bestPrices = prices
    var missing = [Double](repeating: 0, count: prices.count)
    for step in 0..<max(1, steps) {
      let part = Double(step) / Double(max(1, steps - 1))
      let length = geometric(from: firstStep, to: CoverPriceAscent.lastStep, part: part)
      guard let point = generation.price(prices, limitStep: length * CoverPriceAscent.limitShare) else { break }
      if point.bound > best {
        best = point.bound
        bestPrices = prices
      }
      if step >= steps - CoverPriceAscent.keptSteps { generation.addPaths(point.paths) }
      for row in prices.indices {
        let cover = window.tables.rows[Int(window.rows[row])]
        missing[row] += CoverPriceAscent.newShare * (Double(window.wanted[row]) - point.counts[row] - missing[row])
        prices[row] = clamped(prices[row] + length * Double(cover.under + cover.over) * missing[row], row)
      }
    }
    if best.isFinite { generation.begin(at: bestPrices, bound: best) }
  }

  private func clamped(_ price: Double, _ row: Int) -> Double {
    let cover = generation.window.tables.rows[Int(generation.window.rows[row])]
    return min(max(price, -Double(cover.over)), Double(cover.under))
  }
}

extension ColumnGeneration {
  struct PricePoint {
    var bound: Double
    var paths: [PersonPath?]
    /// By row of the window, the people of these paths.
    var counts: [Double]
  }

  /// Everybody's cheapest rosters at given prices of cover.
  func price(_ rowPrices: [Double], limitStep: Double) -> PricePoint? {
    guard !isCancelled() else { return nil }
    let none = [Double](repeating: 0, count: window.people.count)
    guard let priced = priceAll(rowPrices, targets: none, limitStep: limitStep) else { return nil }
    var counts = [Double](repeating: 0, count: window.rows.count)
    let shifts = window.tables.shiftCount
    for (place, path) in priced.paths.enumerated() {
      guard let path else { return nil }
      let first = window.spans[place].first
      for day in window.days {
        let shift = path.shifts[day - first]
        guard shift >= 0 else { continue }
        for row in window.rowsOfCell[(day - window.days.lowerBound) * shifts + Int(shift)] { counts[Int(row)] += 1 }
      }
    }
    let kept = zip(priced.paths, priced.keepsLimits).map { $1 ? $0 : nil }
    return PricePoint(bound: priced.bound, paths: kept, counts: counts)
  }

  func addPaths(_ paths: [PersonPath?]) {
    for (place, path) in paths.enumerated() {
      guard let path else { continue }
      add(line(path, place), person: place)
    }
  }

  /// The whole line of a person with a path on the days of the span.
  func line(_ path: PersonPath, _ place: Int) -> [Int16] {
    var line = window.lines[place]
    let first = window.spans[place].first
    for (offset, shift) in path.shifts.enumerated() { line[first + offset] = shift }
    return line
  }
}
