import CentreFiles
import Foundation
import Testing

/// `banbiao explain prices` as a user meets it.
@Suite(.serialized) struct ExplainPricesCommandTests {
  private func prices(_ folder: String, _ more: String...) throws -> CommandRun {
    try CommandRun(
      ["explain", "prices", folder, "--month", "2027-02", "--requirement", folder + "/requirement.csv"] + more)
  }

  private func rows(_ run: CommandRun) throws -> [JSONValue] {
    let json = try #require(JSONValue.decode(Array(run.output.utf8)), "\(run.text)")
    return json["prices"]?.arrayValue ?? []
  }

  @Test func everyHardRuleASeatAndEachGradeHaveALine() throws {
    let folder = try CommandRun.smallCentre([
      "leave.csv": "agent,date,kind\na1,2027-02-10,leave\n",
      "rules.yaml":
        "mealShare: 0.34\nminOnPhone: 1\nmaxWeekends: {max: 3}\nminStaff: [{from: \"09:00\", to: \"17:00\", least: 2}]\n",
    ])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try prices(folder, "--json")
    let rows = try rows(run)
    let rules = rows.compactMap { $0["rule"]?.textValue }
    #expect(run.code == 0)
    // The small centre has no late nights: no R7.
    let numbered = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11].map { "R\($0)" }
    #expect(rules == numbered + ["minOnPhone", "maxWeekends", "minStaff"] + (1...4).map { _ in "staff" })
    for row in rows {
      let isKnown = !["R8", "minOnPhone", "maxWeekends", "minStaff"].contains(row["rule"]?.textValue ?? "")
      #expect(row["inRelaxation"] == .bool(isKnown))
      #expect((row["estimate"]?.doubleValue != nil) == isKnown)
      #expect(row["confirmed"] == .null)
      if row["kind"] == .text("rule"), let change = row["boundChange"]?.doubleValue { #expect(change <= 1e-6) }
    }
    let text = try prices(folder, "--language", "zh").output
    #expect(text.contains("不在松弛中") && text.contains("多一名客服代表"), "\(text)")
  }

  /// Two more seats than people change nothing; what is confirmed lies between what is proved.
  @Test func confirmedPricesAreWithinWhatIsProved() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try prices(folder, "--only", "R8", "R9", "--confirm", "--json")
    let json = JSONValue.decode(Array(run.output.utf8))
    let base = try #require(json?["base"]?["objective"]?.doubleValue, "\(run.text)")
    for row in try rows(run) {
      let confirmed = try #require(row["confirmed"])
      let change = try #require(confirmed["change"]?.doubleValue)
      #expect(try #require(confirmed["least"]?.doubleValue) <= change)
      #expect(try change <= #require(confirmed["most"]?.doubleValue))
      #expect(abs(try #require(confirmed["objective"]?.doubleValue) - base - change) < 1e-6)
      // A roster that keeps the rule keeps it relaxed.
      #expect(change <= 0 && confirmed["withinGap"] == .bool(true))
    }
    let text = try prices(folder, "--only", "R9", "--confirm").text
    #expect(text.contains("within the gap") && text.contains("planned anew"), "\(text)")
  }

  @Test func whatCannotBePricedIsRefused() throws {
    let folder = try CommandRun.smallCentre(["rules.yaml": "minOnPhone: 13\n"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try prices(folder).code == 69)
    let unknown = try prices(CommandRun.smallCentre(), "--only", "R99")
    #expect(unknown.code == 64 && unknown.errors.contains("R99"), "\(unknown.text)")
  }
}
