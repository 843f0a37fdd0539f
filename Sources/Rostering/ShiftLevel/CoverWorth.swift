/// What one more person is worth to a row of cover, as a search sees it that moves one person after the other.
///
/// The true worth is a cliff: all of the weight where a person is missing, less than nothing where none is. Nobody then ever
/// leaves a cell, though another would take it at once. So the worth falls gently instead, by a stiffness with each person
/// more, around a price of the row, which follows what is missing: an augmented Lagrangian of the cover (R. T. Rockafellar,
/// "Augmented Lagrange multiplier functions and duality in nonconvex programming", SIAM Journal on Control 12, 1974). The
/// stiffer, the nearer to the true worth.
struct CoverWorth {
  private let rows: [CoverRow]
  /// By row, in units of cost.
  private(set) var prices: [Double]
  /// Units of cost for each person; infinite: the true worth.
  var stiffness = Double.infinity

  /// - Parameter prices: to begin with; where they are not known, half of the weight of a person missing.
  init(_ rows: [CoverRow], prices: [Double]?) {
    self.rows = rows
    self.prices = prices ?? rows.map { Double($0.under) / 2 }
  }

  /// Of one person more.
  ///
  /// - Parameter left: people still wanted without that person; below 0 where there are too many.
  func callAsFunction(_ row: Int, left: Int32) -> Double {
    guard stiffness.isFinite else { return Double(left > 0 ? rows[row].under : -rows[row].over) }
    return clamped(prices[row] + stiffness * (Double(left) - 0.5), row)
  }

  /// Moves the prices towards what is missing.
  ///
  /// - Parameters:
  ///   - left: by row, people still wanted.
  ///   - share: of the stiffness, for each person.
  mutating func follow(_ left: UnsafePointer<Int32>, share: Double) {
    guard stiffness.isFinite else { return }
    for row in prices.indices { prices[row] = clamped(prices[row] + share * stiffness * Double(left[row]), row) }
  }

  private func clamped(_ worth: Double, _ row: Int) -> Double {
    min(max(worth, -Double(rows[row].over)), Double(rows[row].under))
  }
}
