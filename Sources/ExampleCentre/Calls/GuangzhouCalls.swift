internal import Vocabulary

/// The span, level and gaps of the shipped call history.
enum GuangzhouCalls {
  static let firstDay = ExampleCentre.date(2023, 12, 1)
  /// A week before the month that is planned.
  static let lastDay = ExampleCentre.date(2026, 11, 23)

  /// Calls offered to the whole centre; the partner's share of December 2026 just occupies its people.
  static let level = CallLevel(
    callsPerDay: 29_200, reference: ExampleCentre.date(2026, 12, 1), trendPerYear: -0.04)

  /// Half-hours open but not recorded: nights of maintenance, and a morning the recording failed.
  static var unrecorded: Set<HalfHour> {
    let nights: [(CivilDate, Range<Int>)] = [
      (ExampleCentre.date(2024, 3, 12), 4..<8), (ExampleCentre.date(2024, 9, 25), 5..<8),
      (ExampleCentre.date(2025, 4, 16), 4..<7), (ExampleCentre.date(2025, 11, 5), 18..<25),
      (ExampleCentre.date(2026, 5, 20), 4..<8), (ExampleCentre.date(2026, 9, 9), 5..<9),
    ]
    return Set(nights.flatMap { date, slots in slots.map { HalfHour(date: date, slot: $0) } })
  }
}
