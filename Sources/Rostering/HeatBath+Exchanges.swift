internal import Vocabulary

/// Exchanges among alike people, which leave the floor as it is: the cheapest there are, at no temperature.
///
/// Single moves rarely find them in a large centre, where everybody has hundreds of alike colleagues.
extension HeatBath {
  private static let longestStretch = 5

  /// - Parameter stretches: whether stretches of days are exchanged too, which takes longer than single days.
  func exchange(people: [Int32], days: Range<Int>, stretches: Bool) {
    // Meals that count as changes do not follow their shifts.
    guard tables.keptChoices == nil else { return }
    let groups = tables.alike.groups(of: people)
    guard let most = groups.map(\.count).max() else { return }
    if stretches && tables.sequence == nil {
      for group in groups { exchangeStretch(group, days) }
    }
    let exchange = DayExchange(state, most: most)
    for day in days {
      for group in groups { exchange.run(group, day: day) }
    }
  }

  /// A random stretch of the days among random parts of a group.
  private func exchangeStretch(_ group: [Int], _ days: Range<Int>) {
    let first = days.lowerBound + random.pointee.below(days.count)
    let stretch = first..<min(days.upperBound, first + 1 + random.pointee.below(HeatBath.longestStretch))
    var shuffled = group
    for index in shuffled.indices.dropFirst().reversed() {
      shuffled.swapAt(index, random.pointee.below(index + 1))
    }
    let exchange = StretchExchange(state)
    for from in stride(from: 0, to: shuffled.count, by: StretchExchange.most) {
      exchange.run(shuffled[from..<min(shuffled.count, from + StretchExchange.most)], days: stretch)
    }
  }
}
