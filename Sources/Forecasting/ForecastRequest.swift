package import Vocabulary

/// What is to be forecast and all that may be known when it is made.
package struct ForecastRequest: Sendable {
  /// The calls offered to the whole centre, before any share is taken.
  package var history: CallHistory
  package var period: Period
  /// The half-hours of the period in which the line is open; the others are forecast as zero.
  package var openHalfHours: [HalfHour]
  package var holidays: HolidayCalendar
  package var events: [CentreEvent]
  /// The part of the calls routed to the partner, 0...1.
  package var share: Double
  /// Seconds, where the history has no handling times.
  package var defaultAverageHandlingTime: Double
  /// Nothing recorded at or after this instant is used.
  package var origin: HalfHour

  package init(
    history: CallHistory, period: Period, openHalfHours: [HalfHour], holidays: HolidayCalendar,
    events: [CentreEvent] = [], share: Double = 1, defaultAverageHandlingTime: Double = 150, origin: HalfHour
  ) {
    self.history = history
    self.period = period
    self.openHalfHours = openHalfHours
    self.holidays = holidays
    self.events = events
    self.share = share
    self.defaultAverageHandlingTime = defaultAverageHandlingTime
    self.origin = origin
  }
}
