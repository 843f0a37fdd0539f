/// `centre.yaml`: what the centre is and the service it owes.
package struct CentreSettings: Sendable, Equatable {
  package var centre: String
  package var name: String
  package var brand: String
  /// Share of the offered calls that is routed to the partner.
  package var share: Double = 1
  package var open: [OpeningEntry] = [
    OpeningEntry(days: .all, from: TimeOfDay(minutes: 0), to: TimeOfDay(minutes: 1440))
  ]
  package var service = ServiceTarget()
  /// Mean seconds until a waiting caller gives up; nil = never.
  package var patience: Double?
  /// Seconds, where `calls.csv` has none.
  package var averageHandlingTime: Double = 180
  /// Part of on-phone time lost to training, coaching and unplanned absence.
  package var shrinkage: Double = 0
  /// Parts lost at certain times instead; later entries override.
  package var shrinkageAtTimes: [ShrinkageEntry] = []
  /// Part of the shifts that are missed whole, contained in the shrinkage: what a simulation draws.
  package var absence: Double = 0.02
  /// Agents on the phone in every open half-hour, however few calls come.
  package var minAgents = 0
  package var maxOccupancy: Double = 1
  /// Seats from a date on, in rising order of date; the first entry's date may be nil = always.
  package var seats: [SeatsEntry]
  /// The language of the centre's results; nil = that of the environment.
  package var language: Language?

  package init(centre: String, name: String = "", brand: String = "", seats: [SeatsEntry]) {
    self.centre = centre
    self.name = name
    self.brand = brand
    self.seats = seats
  }

  /// Part of on-phone time lost in a half-hour.
  package func shrinkage(at halfHour: HalfHour, holidays: HolidayCalendar) -> Double {
    shrinkageAtTimes.last { $0.contains(halfHour, holidays: holidays) }?.rate ?? shrinkage
  }

  package func seats(on date: CivilDate) -> Int {
    seats.last { $0.from.map { $0 <= date } ?? true }?.seats ?? seats.first?.seats ?? 0
  }
}

package struct SeatsEntry: Sendable, Equatable {
  package var from: CivilDate?
  package var seats: Int

  package init(from: CivilDate? = nil, seats: Int) {
    self.from = from
    self.seats = seats
  }
}

/// Another shrinkage on certain days from one time to another.
package struct ShrinkageEntry: Sendable, Equatable {
  package var days: OpeningEntry.Days
  package var from: TimeOfDay
  /// To midnight at most.
  package var to: TimeOfDay
  package var rate: Double

  package init(days: OpeningEntry.Days, from: TimeOfDay, to: TimeOfDay, rate: Double) {
    self.days = days
    self.from = from
    self.to = to
    self.rate = rate
  }

  func contains(_ halfHour: HalfHour, holidays: HolidayCalendar) -> Bool {
    halfHour.slot >= from.halfHours && halfHour.slot < to.halfHours && days.contain(halfHour.date, holidays: holidays)
  }
}

/// The service owed, and how it is counted.
package struct ServiceTarget: Sendable, Equatable {
  /// The span over which the target must hold, weighted by calls.
  package enum Scope: String, Sendable, CaseIterable {
    case halfHour, day, month
  }

  /// Which calls count (FORMATS.md).
  package enum Formula: String, Sendable, CaseIterable {
    case offered, answered, shortAbandonsGood, shortAbandonsOut
  }

  package enum Uncertainty: String, Sendable, CaseIterable {
    /// Averaged over the forecast's distribution.
    case expected
    /// At the mean forecast.
    case mean
  }

  /// The load a half-hour is staffed for.
  package enum Load: String, Sendable, CaseIterable {
    /// Of the calls that come in it.
    case offered
    /// Of the calls that come in it or are still talked to from before.
    case modified
  }

  /// What decides the level of service a plan is staffed for.
  package enum Level: String, Sendable, CaseIterable {
    /// The target.
    case target
    /// The level with the best expected money over the forecast's paths.
    case money
  }

  /// Whose money `Level.money` looks at.
  package enum Objective: String, Sendable, CaseIterable {
    /// The partner's expected margin, the larger the better.
    case partner
    /// Mobile's expected total, the smaller the better, among the levels that are expected to keep the target: a worse service is
    /// paid less, so without that condition the worst would be best.
    case mobile
  }

  package var target: Double = 0.8
  /// Seconds.
  package var within: Double = 20
  package var scope = Scope.month
  /// Every single half-hour reaches at least this.
  package var floor: Double = 0
  package var formula = Formula.offered
  package var uncertainty = Uncertainty.expected
  package var load = Load.offered
  package var level = Level.target
  package var objective = Objective.partner
  /// The roster weighs what more staff serves in each half-hour, instead of one required number.
  package var inRoster = false
  /// `inRoster`: yuan per call served in time; nil = as many as the month's target needs.
  package var pricePerCall: Double?
  package init() {}
}

/// One line of the opening hours; later lines override earlier ones for the days they name.
package struct OpeningEntry: Sendable, Equatable {
  package enum Days: Sendable, Equatable {
    case all, workdays, restdays, holidays
    case weekdays(Set<Weekday>)
  }

  package var days: Days
  package var from: TimeOfDay
  /// May pass midnight, to 48:00; equal to `from` = closed.
  package var to: TimeOfDay

  package init(days: Days, from: TimeOfDay, to: TimeOfDay) {
    self.days = days
    self.from = from
    self.to = to
  }
}

extension OpeningEntry.Days {
  /// Rest days are all days without work, holidays included; holidays are those of the official arrangement.
  package func contain(_ date: CivilDate, holidays: HolidayCalendar) -> Bool {
    switch self {
    case .all: true
    case .workdays: holidays.kind(of: date) == .workday
    case .restdays: holidays.kind(of: date) != .workday
    case .holidays: holidays.isHoliday(date)
    case .weekdays(let weekdays): weekdays.contains(date.weekday)
    }
  }
}

extension CentreSettings {
  /// Whether the centre answers in a half-hour. Hours past midnight belong to the day that opened.
  package func isOpen(_ halfHour: HalfHour, holidays: HolidayCalendar) -> Bool {
    let date = halfHour.date
    return opens(date, slot: halfHour.slot, holidays: holidays)
      || opens(date.adding(days: -1), slot: halfHour.slot + HalfHour.perDay, holidays: holidays)
  }

  private func opens(_ date: CivilDate, slot: Int, holidays: HolidayCalendar) -> Bool {
    guard let entry = open.last(where: { $0.days.contain(date, holidays: holidays) }) else { return false }
    return slot >= entry.from.halfHours && slot < entry.to.halfHours
  }
}
