internal import Vocabulary

/// What billing days, campaigns and outages do to the calls of a day and of a half-hour.
struct EventEffect {
  let events: [CentreEvent]

  /// Factor on the whole day.
  func factor(on date: CivilDate) -> Double {
    events.reduce(1) { $0 * EventEffect.dayFactor($1, on: date) }
  }

  /// Factor on a half-hour: an outage of the network brings its calls in the afternoon.
  func factor(on date: CivilDate, slot: Int) -> Double {
    guard EventEffect.outageSlots.contains(slot), isOutage(date) else { return 1 }
    return slot < EventEffect.outageSlots.lowerBound + 4 ? 2.6 : 1.7
  }

  /// Campaigns and outages make calls longer.
  func handlingTimeFactor(on date: CivilDate) -> Double {
    if isOutage(date) { return 0.93 }
    return events.contains { $0.kind == .campaign && $0.from <= date && date <= $0.to } ? 1.03 : 1
  }

  private static let outageSlots = 27..<38

  private func isOutage(_ date: CivilDate) -> Bool {
    events.contains { $0.kind == .outage && $0.from <= date && date <= $0.to }
  }

  private static func dayFactor(_ event: CentreEvent, on date: CivilDate) -> Double {
    guard event.from <= date, date <= event.to else { return 1 }
    let day = date - event.from
    switch event.kind {
    // Fewer each day after the bills are out.
    case .billing: return [1.18, 1.10, 1.04][min(day, 2)]
    // Strongest on the first days.
    case .campaign: return (event.factor ?? 1.08) + (day < 2 ? 0.03 : 0)
    case .outage, .other: return 1
    }
  }
}
