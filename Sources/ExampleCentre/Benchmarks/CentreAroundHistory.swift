internal import Foundation
package import Vocabulary

extension ExampleCentre {
  /// A plausible centre around any call history: its opening hours, the people that a month's load asks for, one lead
  /// for each 20 on duty, and the sixteen shifts moved into the opening hours.
  ///
  /// - Parameters:
  ///   - history: with the calls of the month where they are known; they size the centre. Otherwise its last 28 days
  ///     do.
  ///   - averageHandlingTime: seconds, where the history has none.
  ///   - sizedFor: what the month needs, where that is known better than by the square-root rule.
  package static func around(
    history: CallHistory, month: Month, holidays: HolidayCalendar, averageHandlingTime: Double = 240,
    name: String = "history", sizedFor: Requirement? = nil, seed: UInt64
  ) -> Centre {
    let period = month.period
    var settings = CentreSettings(centre: name, name: name, seats: [])
    settings.open = HistoryOpeningHours(history: history, period: period, holidays: holidays).entries()
    settings.service.target = 0.8
    settings.service.within = 20
    settings.service.floor = 0.6
    settings.patience = 180
    settings.averageHandlingTime = averageHandlingTime
    settings.shrinkage = 0.08
    settings.maxOccupancy = 0.92
    let requirement =
      sizedFor
      ?? SquareRootStaffing.requirement(
        load(of: history, period: period, settings: settings, holidays: holidays),
        averageHandlingTime: handlingTime(history) ?? averageHandlingTime, shrinkage: settings.shrinkage)
    let peak = requirement.rows.map(\.required).max() ?? 0
    // Room for leads, for trainees who count less than one, and for those eating.
    settings.seats = [SeatsEntry(seats: Int((peak * 1.25).rounded(.up)) + 3)]
    let leads = BenchmarkStaff.leads(for: requirement, month: month)
    let hours = requirement.rows.reduce(0) { $0 + $1.required } / 2
    let others = Int((hours / hoursOfPerson(settings, period, holidays)).rounded(.up))
    let agents = BenchmarkStaff.agents(people: leads + max(8, others), leads: leads, seed: seed)
    return centreOf(
      agents, shifts(settings.open), settings, requirement, month: month, seed: seed, calls: history,
      holidays: holidays)
  }

  /// Calls of each half-hour of the period; those not recorded count as the mean of the same weekday and half-hour.
  private static func load(
    of history: CallHistory, period: Period, settings: CentreSettings, holidays: HolidayCalendar
  ) -> [(start: HalfHour, calls: Double)] {
    let inPeriod = history.records.filter { period.contains($0.start.date) }
    let isKnown = inPeriod.contains { $0.offered != nil }
    let last = history.records.last { $0.offered != nil }?.start.date ?? period.firstDay
    let known = isKnown ? inPeriod : history.records.filter { last - $0.start.date < 28 }
    var sums = [(calls: Double, count: Int)](repeating: (0, 0), count: 7 * HalfHour.perDay)
    func place(_ start: HalfHour) -> Int { start.date.weekday.rawValue * HalfHour.perDay + start.slot }
    for record in known {
      guard let offered = record.offered else { continue }
      sums[place(record.start)].calls += offered
      sums[place(record.start)].count += 1
    }
    let recorded = Dictionary(inPeriod.map { ($0.start, $0.offered) }, uniquingKeysWith: { first, _ in first })
    return period.halfHours.map { start in
      guard settings.isOpen(start, holidays: holidays) else { return (start, 0) }
      let usual = sums[place(start)]
      let mean = usual.count > 0 ? usual.calls / Double(usual.count) : 0
      return (start, (recorded[start] ?? nil) ?? mean)
    }
  }

  /// Weighted by calls; nil where none is recorded.
  private static func handlingTime(_ history: CallHistory) -> Double? {
    var seconds = 0.0
    var calls = 0.0
    for record in history.records {
      guard let time = record.averageHandlingTime, let count = record.answered ?? record.offered else { continue }
      seconds += time * count
      calls += count
    }
    return calls > 0 ? seconds / calls : nil
  }

  /// Effective hours of a person in the period: fewer where the centre is open on few days.
  private static func hoursOfPerson(
    _ settings: CentreSettings, _ period: Period, _ holidays: HolidayCalendar
  ) -> Double {
    let openDays = period.days.filter { date in
      (0..<HalfHour.perDay).contains { settings.isOpen(HalfHour(date: date, slot: $0), holidays: holidays) }
    }
    let share = min(1, Double(openDays.count) / (20.4 * Double(period.dayCount) / 31))
    return BenchmarkStaff.hoursOfPerson * Double(period.dayCount) / 31 * share
  }

  private static func shifts(_ open: [OpeningEntry]) -> [Shift] {
    let entries = open.filter { $0.from < $0.to }
    guard let from = entries.map(\.from).min(), let to = entries.map(\.to).max() else { return ShiftCatalogue.sixteen }
    return ShiftCatalogue.within(from: from, to: to)
  }
}
