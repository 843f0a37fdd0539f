import CentreFiles
import Foundation
import Testing

/// `simulate` as a user meets it.
@Suite(.serialized) struct SimulateCommandTests {
  private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("banbiao").path

  private func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: SimulateCommandTests.binary)
    process.arguments = arguments
    process.environment = ["LANG": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  /// A small centre that is open from 08:00 to 20:00, with a month of calls in its requirement.
  private func smallCentre() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("simulate-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var files = Dictionary(uniqueKeysWithValues: CentreTemplate.files.map { ($0.name, $0.contents) })
    files["agents.csv"] =
      "agent,name,team,grade\n" + (1...8).map { "a\($0),员工\($0),一班,agent\n" }.joined()
      + (1...4).map { "l\($0),班长\($0),一班,lead\n" }.joined()
    var requirement = "start,offered,aht,required\n"
    for day in 1...28 {
      for slot in 16..<44 {
        let date = day < 10 ? "0\(day)" : "\(day)"
        let hour = slot / 2 < 10 ? "0\(slot / 2)" : "\(slot / 2)"
        requirement += "2027-02-\(date)T\(hour):\(slot % 2 == 0 ? "00" : "30"),10,150,2\n"
      }
    }
    files["requirement.csv"] = requirement
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    return folder
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func aPlanIsReplayedAndStaysSound() throws {
    let folder = try smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (plan, month) = (folder + "/plan", ["--month", "2027-02"])
    let rostered = try run(
      ["roster", folder] + month
        + ["--requirement", folder + "/requirement.csv", "--out", plan, "--effort", "quick"])
    #expect(rostered.code == 0)
    let solution = try text(plan + "/solution.json")
    let page = try text(plan + "/report.html")

    let options = ["--replications", "10", "--seed", "5"]
    let first = try run(["simulate", folder] + month + [plan] + options + ["--threads", "2", "--json"])
    #expect(first.code == 0)
    let json = try #require(JSONValue.decode(Array(first.text.utf8)))
    let level = try #require(json["serviceLevel"]?["mean"]?.doubleValue)
    #expect(level > 0.3 && level < 1)
    let chances = (json["tiers"]?.arrayValue ?? []).reduce(0) { $0 + ($1["probability"]?.doubleValue ?? 0) }
    #expect(abs(chances - 1) < 1e-9)
    #expect(try text(plan + "/simulation.csv").split(separator: "\n").count == 28 * 48 + 1)
    // Only the simulation is new: the page grows by a section, the other files stay.
    #expect(try text(plan + "/solution.json") == solution)
    let grown = try text(plan + "/report.html")
    #expect(grown.contains("id=\"simulation\"") && grown.count > page.count)
    #expect(try run(["check", folder] + month + [plan]).code == 0)

    // The number of threads changes nothing; another seed does.
    let other = folder + "/other"
    #expect(
      try run(["simulate", folder] + month + [plan, "--out", other] + options + ["--threads", "1"]).code == 0)
    for name in ["simulation.json", "simulation.csv", "report.html"] {
      #expect(try text(other + "/" + name) == text(plan + "/" + name), "\(name)")
    }
    let third = try run(["simulate", folder] + month + [plan, "--replications", "10", "--seed", "6", "--json"])
    #expect(third.text != first.text)
  }

  @Test func anEditedRosterIsReplayedIntoAFolderOfItsOwn() throws {
    let folder = try smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (plan, month) = (folder + "/plan", ["--month", "2027-02"])
    #expect(
      try run(
        ["roster", folder] + month
          + ["--requirement", folder + "/requirement.csv", "--out", plan, "--effort", "quick"]
      ).code == 0)
    // A day's shift of an agent less.
    var rows = try text(plan + "/roster.csv").split(separator: "\n").map(String.init)
    let removed = try #require(rows.lastIndex { $0.hasPrefix("a") && !$0.hasPrefix("agent,") })
    rows.remove(at: removed)
    let edited = folder + "/edited.csv"
    try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: edited))
    let base = ["simulate", folder] + month + [plan, "--replications", "5", "--roster", edited]
    #expect(try run(base).code == 64)
    let out = folder + "/other"
    #expect(try run(base + ["--out", out]).code == 0)
    #expect(try text(out + "/roster.csv") != text(plan + "/roster.csv"))
    #expect(try run(["check", folder] + month + [out]).code == 0)
    #expect(try run(["simulate", folder] + month + [folder + "/nowhere"]).code == 66)
    #expect(try run(["simulate", folder] + month + [plan, "--replications", "0"]).code == 64)
  }
}
