package import Vocabulary

/// The service a staffing gives, averaged over the forecast's distribution.
package struct ServiceEstimate: Sendable {
  package let settings: CentreSettings

  package init(settings: CentreSettings) {
    self.settings = settings
  }

  /// Expected calls of a half-hour by what they meet.
  ///
  /// - Parameter effective: agents rostered and not eating; `shrinkage` of them are away from the phone.
  package func outcome(effective: Double, row: Forecast.Row) -> VolumeOutcome {
    CallVolume(row, uncertainty: settings.service.uncertainty)
      .outcome(agents: max(0, effective) * (1 - settings.shrinkage), settings: settings)
  }

  /// Expected calls of many half-hours.
  package func outcome(coverage: [CoverageRow], forecast: Forecast) -> VolumeOutcome {
    var total = VolumeOutcome()
    for (row, calls) in zip(coverage, forecast.rows) { total += outcome(effective: row.effective, row: calls) }
    return total
  }
}
