import CentreFiles
import Foundation
import Testing

/// `service.inRoster` from the files of a centre to a checked plan.
@Suite(.serialized) struct WeighedServiceCommandTests {
  /// A small centre with 12 calls in each half-hour, what it needs, and its roster.
  private func planned() throws -> String {
    let settings = CentreTemplate.files.first { $0.name == "centre.yaml" }!.contents
      .replacingOccurrences(of: "service:\n", with: "service:\n  inRoster: true\n")
    let folder = try CommandRun.smallCentre(["centre.yaml": settings])
    let forecast = try CommandRun.text(folder + "/requirement.csv").split(separator: "\n").dropFirst().map {
      "\($0.prefix(16)),12,7,8,10,12,14,16,18,150\n"
    }
    try write("start,mean,p05,p10,p25,p50,p75,p90,p95,aht\n" + forecast.joined(), folder + "/forecast.csv")
    let needed = try CommandRun([
      "requirement", folder, "--month", "2027-02", "--forecast", folder + "/forecast.csv", "--out", folder + "/needed",
    ])
    #expect(needed.code == 0, "\(needed.text)")
    let roster = try CommandRun([
      "roster", folder, "--month", "2027-02", "--requirement", folder + "/needed/requirement.csv", "--out",
      folder + "/plan", "--effort", "quick",
    ])
    #expect(roster.code == 0, "\(roster.text)")
    return folder
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func check(_ folder: String) throws -> (code: Int32, items: [String]) {
    let run = try CommandRun(["check", folder, "--month", "2027-02", folder + "/plan", "--json"])
    let found = JSONValue.decode(Array(run.output.utf8))?["discrepancies"]?.arrayValue ?? []
    return (run.code, found.compactMap { $0["item"]?.textValue })
  }

  @Test func aWeighedRosterIsPublishedAndFalsificationsAreFound() throws {
    let folder = try planned()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sound = try check(folder)
    #expect(sound.code == 0 && sound.items.isEmpty, "\(sound.items)")
    let (curves, solution) = (folder + "/plan/service.csv", folder + "/plan/solution.json")
    let text = try CommandRun.text(curves)
    #expect(text.hasPrefix("start,effective,serviceLevel,beyondTarget,price\n2027-02-01T08:00,"))
    // Prices were open before planning and are one after it.
    #expect(try CommandRun.text(folder + "/needed/service.csv").split(separator: "\n")[1].hasSuffix(","))
    let prices = Set(text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").last! })
    #expect(prices.count == 1)
    // All at a higher price: the queues agree, the term does not.
    try write(text.replacingOccurrences(of: "," + prices.first!, with: ",99.5"), curves)
    #expect(try check(folder).items.contains("terms.service"))
    // One curve that promises more.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var cells = lines[1].split(separator: ",").map(String.init)
    cells[3] = "\(Double(cells[3])! - 0.5)"
    lines[1] = cells.joined(separator: ",")
    try write(lines.joined(separator: "\n"), curves)
    #expect(try check(folder).items.contains { $0.hasPrefix("2027-02-01T08:00") && $0.hasSuffix("beyondTarget") })
    // No curves: a term that nothing explains.
    try FileManager.default.removeItem(atPath: curves)
    #expect(try check(folder).items.contains("terms.service"))
    try write(text, curves)
    // A term that is another.
    let stated = try CommandRun.text(solution)
    let falsified = stated.replacing(/"service": ?[0-9.]+/, with: "\"service\": 1.0")
    #expect(falsified != stated)
    try write(falsified, solution)
    #expect(try check(folder).items == ["terms.service"])
  }
}
