import CentreFiles
import Foundation
import Testing

/// Levels of service side by side, as a user meets them.
@Suite(.serialized) struct FrontierCommandTests {
  /// A small centre with a quarter's calls, some days busier than others.
  private func centre(_ service: [String: String]) throws -> String {
    var calls = "start,offered,aht\n"
    for day in 0..<92 {
      let date = Calendar.utc.date(byAdding: .day, value: day, to: Calendar.utc.start)!
      let name = Calendar.utc.text(date)
      for slot in 16..<44 {
        let offered = 10 + slot % 5 + (day * 7 + slot) % 3 + (day % 4 == 0 ? 4 : 0)
        calls += "\(name)T\(slot / 2 < 10 ? "0" : "")\(slot / 2):\(slot % 2 == 0 ? "00" : "30"),\(offered),150\n"
      }
    }
    let template = try #require(CentreTemplate.files.first { $0.name == "centre.yaml" }).contents
    let keys = service.sorted { $0.key < $1.key }.map { "\n  \($0.key): \($0.value)" }.joined()
    let settings = template.replacingOccurrences(of: "service:", with: "service:" + keys)
    return try CommandRun.smallCentre(["calls.csv": calls, "centre.yaml": settings])
  }

  private func required(_ path: String) throws -> [Substring] {
    try CommandRun.text(path).split(separator: "\n")
  }

  @Test func aPlanForMoneyIsStaffedAtTheBestLevelAndShowsItsReasons() throws {
    let folder = try centre(["level": "money"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (plan, month) = (folder + "/plan", ["--month", "2027-02"])
    let run = try CommandRun(["plan", folder] + month + ["--out", plan, "--effort", "quick", "--json"])
    #expect(run.code == 0, "\(run.errors)")
    let json = try #require(JSONValue.decode(Array(try CommandRun.text(plan + "/frontier.json").utf8)))
    let levels = try #require(json["levels"]?.arrayValue)
    #expect(levels.count == 7)
    let margins = levels.compactMap { $0["partnerMargin"]?.doubleValue }
    let best = try #require(margins.indices.max { (margins[$0], $1) < (margins[$1], $0) })
    let target = try #require(levels[best]["target"]?.doubleValue)
    #expect(json["best"]?.doubleValue == target)
    #expect(json["verification"]?["target"]?.doubleValue == target)
    for level in levels {
      let chances = (level["tiers"]?.arrayValue ?? []).reduce(0) { $0 + ($1["probability"]?.doubleValue ?? 0) }
      #expect(abs(chances - 1) < 1e-9)
    }
    // More service asked for needs more hours and brings more service.
    let hours = levels.compactMap { $0["requiredHours"]?.doubleValue }
    #expect(hours == hours.sorted() && hours[0] < hours[6])
    let queues = try #require(json["verification"]?["queues"]?["serviceLevel"]?["mean"]?.doubleValue)
    let calls = try #require(json["verification"]?["calls"]?["serviceLevel"]?["mean"]?.doubleValue)
    #expect(abs(queues - calls) < 0.1)

    // What was planned is what a centre with that target needs.
    let settings = try CommandRun.text(folder + "/centre.yaml")
    let atTarget = settings.replacingOccurrences(of: "target: 0.85", with: "target: \(target)")
    try Data(atTarget.utf8).write(to: URL(fileURLWithPath: folder + "/centre.yaml"))
    #expect(try CommandRun(["requirement", folder] + month + ["--out", folder + "/needed"]).code == 0)
    #expect(try required(plan + "/requirement.csv") == required(folder + "/needed/requirement.csv"))
    #expect(try CommandRun(["check", folder] + month + [plan]).code == 0)
    let page = try CommandRun.text(plan + "/report.html")
    #expect(page.contains("id=\"staffing-frontier\"") && page.contains("成本与档位概率"))

    // Simulated, the report is made anew from the files, with the frontier as it was.
    func frontier() throws -> String {
      let page = try CommandRun.text(plan + "/report.html")
      let start = try #require(page.range(of: "<section id=\"staffing-frontier\""))
      let end = try #require(page[start.upperBound...].range(of: "</section>"))
      return String(page[start.lowerBound..<end.upperBound])
    }
    let before = try frontier()
    let simulated = try CommandRun(["simulate", folder] + month + [plan, "--replications", "2"])
    #expect(simulated.code == 0, "\(simulated.text)")
    #expect(try frontier() == before)
  }

  @Test func theFrontierIsTheSameOnOneThreadAndRefusesWhatItDoesNotKnow() throws {
    let folder = try centre(["objective": "mobile"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let base = ["frontier", folder, "--month", "2027-02", "--out"]
    #expect(try CommandRun(base + [folder + "/a", "--threads", "1"]).code == 0)
    #expect(try CommandRun(base + [folder + "/b", "--threads", "2"]).code == 0)
    for name in ["frontier.json", "frontier.csv"] {
      #expect(try CommandRun.text(folder + "/a/" + name) == CommandRun.text(folder + "/b/" + name))
    }
    let rows = try CommandRun.text(folder + "/a/frontier.csv").split(separator: "\n")
    #expect(rows.count == 8 && rows.filter { $0.hasSuffix(",1") }.count == 1)
    #expect(try CommandRun(base + [folder + "/c", "--threads", "0"]).code == 64)

    let other = try centre(["level": "profit"])
    defer { try? FileManager.default.removeItem(atPath: other) }
    let refused = try CommandRun(["frontier", other, "--month", "2027-02", "--out", other + "/a"])
    #expect(refused.code == 65 && refused.text.contains("level"))
  }
}

extension Calendar {
  fileprivate static var utc: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    return calendar
  }

  fileprivate var start: Date { date(from: DateComponents(year: 2026, month: 10, day: 20))! }

  fileprivate func text(_ date: Date) -> String {
    let parts = dateComponents([.year, .month, .day], from: date)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(parts.year!)-\(two(parts.month!))-\(two(parts.day!))"
  }
}
