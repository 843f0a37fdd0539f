package import Foundation
package import Vocabulary

/// The shipped example as values, and as the texts of its folder.
package struct ExampleFolder: Sendable {
  package var centre: Centre
  package var actuals: MonthActuals

  package init(centre: Centre, actuals: MonthActuals) {
    self.centre = centre
    self.actuals = actuals
  }

  /// The files of the centre's folder: names relative to it, UTF-8 without BOM, lines ended by a line feed.
  package var files: [(name: String, contents: String)] {
    let past = "actuals/\(actuals.month)/"
    return [
      ("centre.yaml", CentreYAML.text(centre.settings)),
      ("rules.yaml", RulesYAML.text(centre.rules)),
      ("contract.yaml", ContractYAML.text(centre.contract)),
      ("agents.csv", CentreCSV.agents(centre.agents)),
      ("shifts.csv", CentreCSV.shifts(centre.shifts)),
      ("leave.csv", CentreCSV.leave(centre.leave)),
      ("previous.csv", CentreCSV.previous(centre.previous)),
      ("events.csv", CentreCSV.events(centre.events)),
      ("calls.csv", CentreCSV.calls(centre.calls.records)),
      (past + "calls.csv", CentreCSV.calls(actuals.calls.records)),
      (past + "attendance.csv", ActualsCSV.attendance(actuals.attendance)),
      (past + "scores.csv", ActualsCSV.scores(actuals.scores)),
      (past + "incidents.csv", ActualsCSV.incidents(actuals.incidents)),
      (past + "handled.csv", ActualsCSV.handled(actuals.handled)),
      ("README.md", FolderReadme.text(self)),
    ]
  }
}

/// What a month turned out to be: `actuals/YYYY-MM/`.
package struct MonthActuals: Sendable, Equatable {
  /// A row of `attendance.csv`: a shift that was attended.
  package struct Attendance: Sendable, Equatable {
    package var agent: String
    package var date: CivilDate
    package var shift: String
    /// Contains the overtime.
    package var workedMinutes: Int
    package var overtimeMinutes: Int
  }

  package struct Score: Sendable, Equatable {
    package var indicator: String
    package var actual: Decimal
  }

  package struct Incident: Sendable, Equatable {
    package var date: CivilDate
    package var category: String
    /// Yuan.
    package var amount: Decimal
  }

  package struct Handled: Sendable, Equatable {
    package var agent: String
    package var handled: Int
  }

  package var month: Month
  /// All calls offered to the centre, as in `calls.csv`; the partner's share is not yet applied.
  package var calls: CallHistory
  package var attendance: [Attendance]
  package var scores: [Score]
  package var incidents: [Incident]
  package var handled: [Handled]
}
