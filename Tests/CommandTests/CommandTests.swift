import CentreFiles
import Foundation
import Testing

/// The command line as a user meets it: words in, files and exit codes out.
@Suite(.serialized) struct CommandTests {
  private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments) }

  private func run(_ arguments: [String]) throws -> CommandRun { try CommandRun(arguments) }

  private func roster(_ folder: String, _ out: String = "plan", _ more: [String] = []) throws -> CommandRun {
    try CommandRun(
      [
        "roster", folder, "--month", "2027-02", "--requirement", folder + "/requirement.csv", "--out",
        folder + "/" + out, "--effort", "quick",
      ] + more)
  }

  @Test func aSmallCentreIsRosteredCheckedAndRepeats() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try roster(folder, "one", ["--json"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(JSONValue.decode(Array(first.output.utf8))?["violations"]?.arrayValue?.isEmpty == true)
    #expect(try roster(folder, "two", ["--threads", "1"]).code == 0)
    for file in [
      "forecast.csv", "requirement.csv", "roster.csv", "coverage.csv", "settlement.json", "settlement.csv",
      "report.html", "roster.xlsx", "calendars/a1.ics",
    ] {
      #expect(
        FileManager.default.contentsEqual(atPath: folder + "/one/" + file, andPath: folder + "/two/" + file), "\(file)")
    }
    let check = try run("check", folder, "--month", "2027-02", folder + "/one")
    #expect(check.code == 0, "\(check.output)")
    // One person-day more in the file: named, with what differs.
    let path = folder + "/one/roster.csv"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    let last = text.split(separator: "\n").last!
    text = text.replacingOccurrences(of: last + "\n", with: "")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let edited = try run("check", folder, "--month", "2027-02", folder + "/one", "--json")
    #expect(edited.code == 65)
    #expect(JSONValue.decode(Array(edited.output.utf8))?["discrepancies"]?.arrayValue?.isEmpty == false)
  }

  @Test func theRestOfAMonthIsPlannedAnew() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try roster(folder).code == 0)
    let worker = try String(contentsOfFile: folder + "/plan/roster.csv", encoding: .utf8).split(separator: "\n")
      .first { $0.contains("2027-02-10") }
    let agent = try #require(worker?.split(separator: ",").first.map(String.init))
    func replan(_ absent: String, _ more: String...) throws -> CommandRun {
      try CommandRun(
        [
          "roster", folder, "--month", "2027-02", "--keep", folder + "/plan/roster.csv", "--fix-until", "2027-02-09",
          "--absent", absent, "--out", folder + "/again",
        ] + more)
    }
    let run = try replan("\(agent):2027-02-10..2027-02-11", "--json")
    #expect(run.code == 0, "\(run.errors)")
    let stated = JSONValue.decode(Array(run.output.utf8))?["replanning"]
    #expect(stated?["absentPersonDays"]?.doubleValue ?? 0 >= 1)
    #expect(try self.run("check", folder, "--month", "2027-02", folder + "/again").code == 0)
    let changes = try String(contentsOfFile: folder + "/again/changes.csv", encoding: .utf8)
    #expect(changes.contains("\(agent),2027-02-10,") && changes.contains(",absence"))
    #expect(!changes.contains("2027-02-09"))
    // A change that is not stated is found.
    try Data("agent,date,from,to,fromMeal,toMeal,cause\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/again/changes.csv"))
    #expect(try self.run("check", folder, "--month", "2027-02", folder + "/again").code == 65)
    // Absences of the past belong into the kept roster.
    #expect(try replan("\(agent):2027-02-09").code == 65)
    #expect(try replan("nobody:2027-02-10").code == 65)
    #expect(try replan("\(agent)").code == 64)
  }

  @Test func swapsAreCheckedPricedAndPublished() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try roster(folder).code == 0)
    let arguments = ["swap", folder, "--month", "2027-02", folder + "/plan"]
    // An agent and a lead exchange the days on which one works and the other does not: in some the lead's floor breaks.
    let allowed = (1...28).lazy.map { day in
      try? self.run(
        arguments + ["--agents", "a1", "a2", "--dates", "2027-02-\(day < 10 ? "0" : "")\(day)", "--json"])
    }.first { $0?.code == 0 }
    let json = JSONValue.decode(Array((try #require(allowed ?? nil)).output.utf8))
    #expect(json?["allowed"] == .bool(true))
    let date = try #require(
      (1...28).map { "2027-02-\($0 < 10 ? "0" : "")\($0)" }.first { date in
        (try? self.run(arguments + ["--agents", "a1", "a2", "--dates", date]))?.code == 0
      })
    #expect(
      try self.run(arguments + ["--agents", "a1", "a2", "--dates", date, "--out", folder + "/swapped"]).code == 0)
    #expect(try run("check", folder, "--month", "2027-02", folder + "/swapped").code == 0)
    #expect(try self.run(arguments + ["--agents", "a1", "nobody", "--dates", date]).code == 65)
    #expect(try self.run(arguments + ["--agents", "a1", "a1", "--dates", date]).code == 64)
    // All of an agent's days for a lead's leave the floor without that lead.
    let month = (1...28).map { "2027-02-\($0 < 10 ? "0" : "")\($0)" }
    let refused = ["l1", "l2", "l3", "l4"].map { lead in
      try? self.run(arguments + ["--agents", "a1", lead, "--dates"] + month)
    }
    #expect(refused.contains { $0?.code == 69 && $0?.output.contains("R11") == true })
  }

  @Test func smallCentresAreSolvedWholeAndExported() throws {
    let folder = try CommandRun.smallCentre([
      "agents.csv": "agent,name,team,grade\na1,甲,一班,agent\na2,乙,一班,agent\n",
      "rules.yaml": "leadSpan: 0\nminDaysOff: 25\n",
    ])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try roster(
      folder, "plan", ["--engine", "exact", "--time-limit", "20", "--export-model", folder + "/model.mps"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: folder + "/model.mps"))
    #expect(try self.run("check", folder, "--month", "2027-02", folder + "/plan").code == 0)
  }

  @Test func badMissingAndImpossibleInputHaveTheirExitCodes() throws {
    let bad = try CommandRun.smallCentre(["agents.csv": "agent,grade\na1,boss\n"])
    let damaged = try roster(bad)
    #expect(damaged.code == 65 && damaged.errors.contains("agents.csv:2:4:"))
    #expect(!FileManager.default.fileExists(atPath: bad + "/plan"))
    #expect(try run("plan", "/nowhere", "--month", "2027-02", "--out", "/tmp/x").code == 66)
    #expect(try run("plan", bad, "--month", "2027-13", "--out", "/tmp/x").code == 64)
    #expect(try run("plan", bad).code == 64)
    let foreign = try CommandRun.smallCentre()
    #expect(try roster(foreign, "").code == 73)
    let short = try CommandRun.smallCentre(["calls.csv": "start,offered\n2027-01-01T08:00,5\n"])
    let forecast = try run("forecast", short, "--month", "2027-02", "--out", short + "/plan")
    #expect(forecast.code == 65 && forecast.errors.contains("calls.csv"))
    for folder in [bad, foreign, short] { try? FileManager.default.removeItem(atPath: folder) }
  }

  @Test(arguments: [
    (["agents.csv": "agent,name,team,grade\na1,甲,一班,agent\na2,乙,一班,agent\n"], "R11", "no team lead"),
    (["rules.yaml": "minOnPhone: 50\n"], "R9", "40 seats"),
    (
      [
        "leave.csv": "agent,date,kind\n" + (1...8).map { "a\($0),2027-02-03,leave\n" }.joined()
          + (1...4).map { "l\($0),2027-02-03,leave\n" }.joined()
      ], "R10", "2027-02-03"
    ),
    (["rules.yaml": "minHoursHard: true\nminDaysOff: 20\n"], "minHoursHard", "a1"),
  ])
  func impossibleCentresNameTheConflict(_ change: [String: String], _ rule: String, _ named: String) throws {
    let folder = try CommandRun.smallCentre(change)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try roster(folder)
    #expect(run.code == 69)
    #expect(run.errors.contains(rule) && run.errors.contains(named), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/plan"))
  }

  @Test func interruptionEndsWithinASecondWithAWholeResultOrNone() throws {
    let out = FileManager.default.temporaryDirectory.appendingPathComponent("interrupted-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: out) }
    let (process, _, _) = try CommandRun.start([
      "plan", CommandRun.example, "--month", "2026-12", "--out", out, "--effort", "thorough",
    ])
    Thread.sleep(forTimeInterval: 12)
    let asked = ContinuousClock().now
    process.interrupt()
    process.waitUntilExit()
    #expect(ContinuousClock().now - asked < .seconds(1.5))
    #expect(process.terminationStatus == 130)
    if FileManager.default.fileExists(atPath: out) {
      #expect(try run("check", CommandRun.example, "--month", "2026-12", out).code == 0)
    }
  }

  @Test func aKillLeavesOldOrNewResults() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try roster(folder).code == 0)
    for tenths in [1, 3, 5, 8] {
      let (process, _, _) = try CommandRun.start([
        "roster", folder, "--month", "2027-02", "--requirement", folder + "/requirement.csv", "--out", folder + "/plan",
        "--effort", "quick", "--seed", "\(tenths)",
      ])
      Thread.sleep(forTimeInterval: Double(tenths) / 10)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try run("check", folder, "--month", "2027-02", folder + "/plan").code == 0)
    }
  }

  /// Also where the centre cannot be read; words asked for on the command line come first.
  @Test func whatIsWrongIsToldInTheCentresLanguage() throws {
    let template = try #require(CentreTemplate.files.first { $0.name == "centre.yaml" }).contents
    let folder = try CommandRun.smallCentre([
      "centre.yaml": template + "\nlanguage: zh\n", "leave.csv": "agent,date,kind\nnobody,2027-02-01,leave\n",
    ])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let chinese = try roster(folder)
    #expect(chinese.code == 65 && chinese.errors.contains("leave.csv:2:1:") && !chinese.errors.contains("expected"))
    let english = try roster(folder, "plan", ["--language", "en"])
    #expect(english.code == 65 && english.errors.contains("leave.csv:2:1:") && english.errors.contains("expected"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/plan"))
  }

  /// Two people exchange a day on which both are off: allowed, and the folder has everything the plan's had.
  @Test func aSwapIsPublishedWhole() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try roster(folder).code == 0)
    let rows = try CommandRun.text(folder + "/plan/roster.csv").split(separator: "\n").dropFirst()
    let worked = Set(
      rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(2).joined(separator: " ") })
    let free = (1...28).lazy.map { $0 < 10 ? "2027-02-0\($0)" : "2027-02-\($0)" }.compactMap {
      date -> (String, [String])? in
      let off = (1...8).map { "a\($0)" }.filter { !worked.contains("\($0) \(date)") }
      return off.count > 1 ? (date, Array(off.prefix(2))) : nil
    }.first
    let (date, pair) = try #require(free)
    let swapped = try run(
      ["swap", folder, "--month", "2027-02", folder + "/plan", "--agents"] + pair + [
        "--dates", date, "--out", folder + "/swapped",
      ])
    #expect(swapped.code == 0, "\(swapped.errors)")
    let names = { try FileManager.default.contentsOfDirectory(atPath: folder + "/" + $0).sorted() }
    #expect(try names("swapped") == names("plan"))
    #expect(try run("check", folder, "--month", "2027-02", folder + "/swapped").code == 0)
  }

  @Test func helpNamesEveryCommand() throws {
    let help = try run("--help")
    #expect(help.code == 0)
    for command in ["plan", "forecast", "backtest", "requirement", "roster", "check", "init"] {
      #expect(help.output.contains(command))
      #expect(try run(command, "--help").code == 0)
    }
  }

  @Test func queuesAreWorkedOutAndNonsenseIsRefused() throws {
    let one = try run(
      "erlang", "--model", "A", "--calls", "300", "--interval", "1800", "--aht", "150", "--patience", "120", "--within",
      "15", "--formula", "offered", "--target", "0.85", "--occupancy", "0.9", "--json")
    #expect(one.code == 0)
    let json = try #require(JSONValue.decode(Array(one.output.utf8)))
    #expect(json["agents"]?.doubleValue == 28 && json["load"]?.doubleValue == 25)
    for key in ["probabilityOfWait", "serviceLevel", "abandonment", "asa", "occupancy"] {
      #expect(json[key]?.doubleValue != nil)
    }
    let table = try run("erlang", "--calls", "100,200", "--aht", "150", "--patience", "120,never", "--agents", "20")
    #expect(table.code == 0 && table.output.split(separator: "\n").count == 5)
    for nonsense in [["--aht", "0"], ["--aht", "150", "--patience", "0"], ["--aht", "150", "--target", "1"]] {
      let refused = try CommandRun(["erlang", "--calls", "300", "--target", "0.8"] + nonsense)
      #expect(refused.code == 64 && !refused.errors.isEmpty)
    }
  }
}
