package import Vocabulary

/// The service a staffing gives, averaged over the forecast's distribution.
package struct ServiceEstimate: Sendable {
  package let settings: CentreSettings
  /// Tells the days whose shrinkage differs.
  package let holidays: HolidayCalendar

  package init(settings: CentreSettings, holidays: HolidayCalendar = HolidayCalendar()) {
    self.settings = settings
    self.holidays = holidays
  }

  /// Expected calls of a half-hour by what they meet.
  ///
  /// - Parameter effective: agents rostered and not eating; `shrinkage` of them are away from the phone.
  package func outcome(effective: Double, row: Forecast.Row) -> VolumeOutcome {
    let present = 1 - settings.shrinkage(at: row.start, holidays: holidays)
    return CallVolume(row, uncertainty: settings.service.uncertainty)
      .outcome(agents: max(0, effective) * present, settings: settings)
  }

  /// Expected calls of many half-hours.
  package func outcome(coverage: [CoverageRow], forecast: Forecast) -> VolumeOutcome {
    var total = VolumeOutcome()
    for (row, calls) in zip(coverage, forecast.rows) { total += outcome(effective: row.effective, row: calls) }
    return total
  }
}
