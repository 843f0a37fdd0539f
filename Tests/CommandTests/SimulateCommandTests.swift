import CentreFiles
import Foundation
import Testing

/// `simulate` as a user meets it.
@Suite(.serialized) struct SimulateCommandTests {
  @Test func aPlanIsReplayedAndStaysSound() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (plan, month) = (folder + "/plan", ["--month", "2027-02"])
    let rostered = try CommandRun(
      ["roster", folder] + month
        + ["--requirement", folder + "/requirement.csv", "--out", plan, "--effort", "quick"])
    #expect(rostered.code == 0)
    let solution = try CommandRun.text(plan + "/solution.json")
    let page = try CommandRun.text(plan + "/report.html")

    let options = ["--replications", "10", "--seed", "5"]
    let first = try CommandRun(["simulate", folder] + month + [plan] + options + ["--threads", "2", "--json"])
    #expect(first.code == 0)
    let json = try #require(JSONValue.decode(Array(first.output.utf8)))
    let level = try #require(json["serviceLevel"]?["mean"]?.doubleValue)
    #expect(level > 0.3 && level < 1)
    let chances = (json["tiers"]?.arrayValue ?? []).reduce(0) { $0 + ($1["probability"]?.doubleValue ?? 0) }
    #expect(abs(chances - 1) < 1e-9)
    #expect(try CommandRun.text(plan + "/simulation.csv").split(separator: "\n").count == 28 * 48 + 1)
    // Only the simulation is new: the page grows by a section, the other files stay.
    #expect(try CommandRun.text(plan + "/solution.json") == solution)
    let grown = try CommandRun.text(plan + "/report.html")
    #expect(grown.contains("id=\"simulation\"") && grown.count > page.count)
    #expect(try CommandRun(["check", folder] + month + [plan]).code == 0)

    // The number of threads changes nothing; another seed does.
    let other = folder + "/other"
    #expect(
      try CommandRun(["simulate", folder] + month + [plan, "--out", other] + options + ["--threads", "1"]).code == 0)
    for name in ["simulation.json", "simulation.csv", "report.html"] {
      #expect(try CommandRun.text(other + "/" + name) == CommandRun.text(plan + "/" + name), "\(name)")
    }
    let third = try CommandRun(["simulate", folder] + month + [plan, "--replications", "10", "--seed", "6", "--json"])
    #expect(third.output != first.output)
  }

  @Test func anEditedRosterIsReplayedIntoAFolderOfItsOwn() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (plan, month) = (folder + "/plan", ["--month", "2027-02"])
    #expect(
      try CommandRun(
        ["roster", folder] + month
          + ["--requirement", folder + "/requirement.csv", "--out", plan, "--effort", "quick"]
      ).code == 0)
    // A day's shift of an agent less: the last one without which the others keep the rules.
    let rows = try CommandRun.text(plan + "/roster.csv").split(separator: "\n").map(String.init)
    let edited = folder + "/edited.csv"
    let base = ["simulate", folder] + month + [plan, "--replications", "5", "--roster", edited]
    let out = folder + "/other"
    let removed = try rows.indices.last { index in
      guard rows[index].hasPrefix("a"), !rows[index].hasPrefix("agent,") else { return false }
      var others = rows
      others.remove(at: index)
      try Data((others.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: edited))
      return try CommandRun(base + ["--out", out]).code == 0
    }
    #expect(removed != nil)
    #expect(try CommandRun(base).code == 64)
    #expect(try CommandRun.text(out + "/roster.csv") != CommandRun.text(plan + "/roster.csv"))
    #expect(try CommandRun(["check", folder] + month + [out]).code == 0)
    #expect(try CommandRun(["simulate", folder] + month + [folder + "/nowhere"]).code == 66)
    #expect(try CommandRun(["simulate", folder] + month + [plan, "--replications", "0"]).code == 64)
  }
}
