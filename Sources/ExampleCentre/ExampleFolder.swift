package import Vocabulary

/// The shipped example as values, and as the texts of its folder.
package struct ExampleFolder: Sendable {
  package var centre: Centre
  package var actuals: MonthActuals
  /// The roster that was published for the month of the actuals.
  package var published: Roster

  package init(centre: Centre, actuals: MonthActuals, published: Roster) {
    self.centre = centre
    self.actuals = actuals
    self.published = published
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
      (past + "inhouse.csv", ActualsCSV.inHouse(actuals.inHouse)),
      (past + "roster.csv", ActualsCSV.roster(published)),
      ("README.md", FolderReadme.text(self)),
    ]
  }
}
