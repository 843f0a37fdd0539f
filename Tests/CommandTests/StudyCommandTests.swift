import CentreFiles
import Foundation
import Testing

/// `settle` and `whatif` as a user meets them.
@Suite(.serialized) struct StudyCommandTests {
  @discardableResult
  private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments) }

  // MARK: settle

  @Test func theExamplesMonthIsSettledConfirmedAndClosed() throws {
    let out = try CommandRun.folder()
    defer { try? FileManager.default.removeItem(atPath: out) }
    let statement = out + "/statement"
    let settled = try run("settle", CommandRun.example, "--month", "2026-10", "--out", statement)
    #expect(settled.code == 0, "\(settled.text)")
    for name in [
      "settlement.json", "settlement.csv", "settlement.html", "settlement.xlsx", "trace.json", "variance.json",
      "variance.csv", "inhouse.json", "inhouse.csv", "ledger.csv", "ledger.html",
    ] { #expect(FileManager.default.fileExists(atPath: statement + "/" + name), "\(name)") }
    #expect(try run("check", CommandRun.example, "--month", "2026-10", statement).code == 0)
    #expect(try run("settle", "confirm", statement, "--party", "mobile", "--who", "x").code == 65)
    #expect(try run("settle", "confirm", statement, "--party", "partner", "--who", " ").code == 64)
    #expect(try run("settle", "confirm", statement, "--party", "partner", "--who", "x", "--at", "now").code == 64)
    #expect(try run("settle", "confirm", statement, "--party", "partner", "--who", "x").code == 0)
    // A statement that is confirmed is not replaced.
    #expect(try run("settle", CommandRun.example, "--month", "2026-10", "--out", statement).code == 73)
    #expect(try run("settle", "adjust", statement, "--amount", "-1.50", "--who", "x").code == 65)
    // Nobody confirms for both.
    #expect(try run("settle", "confirm", statement, "--party", "mobile", "--who", "x").code == 65)
    #expect(try run("settle", "confirm", statement, "--party", "mobile", "--who", "y").code == 0)
    #expect(try run("settle", "close", statement, "--who", "x").code == 0)
    let before = try CommandRun.text(statement + "/ledger.csv")
    let adjusted = ["settle", "adjust", statement, "--who", "x", "--amount", "-1.50", "--item"]
    let unknown = try CommandRun(adjusted + ["lines.nobody"])
    #expect(unknown.code == 65 && unknown.text.contains("lines.agent"))
    #expect(try CommandRun(adjusted + ["lines.agent"]).code == 0)
    #expect(try CommandRun.text(statement + "/ledger.csv").hasPrefix(before))
    let ledger = JSONValue.decode(Array(try run("settle", "ledger", statement, "--json").output.utf8))
    #expect(ledger?["state"]?.textValue == "closed" && ledger?["adjustments"]?.textValue == "-1.50")
    // The parts of the variance add up.
    let rows = try CommandRun.text(statement + "/variance.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")
    }
    for column in 1...2 {
      let values = rows.compactMap { Decimal(string: String($0[column])) }
      #expect(values.dropLast().reduce(0, +) == values.last)
      // The month has something to tell: no part carries nearly all of it.
      let parts = values.dropFirst().dropLast().map(abs).filter { $0 > 0 }
      #expect(parts.count >= 4 && (parts.max() ?? 0) < parts.reduce(0, +) * 6 / 10)
    }
    // Roster, calls and scores agree: projected near the target of 0.85, and little that the roster does not explain.
    let levels = rows.filter { $0.count == 5 }.compactMap { Decimal(string: String($0[4])) }
    #expect(levels.count == 9 && levels.allSatisfy { abs($0 - 85 / Decimal(100)) < 6 / Decimal(100) }, "\(levels)")
    #expect(abs(levels[5] - levels[4]) < 4 / Decimal(100))
  }

  /// A statement edited by hand is found.
  @Test func checkFindsAnEditedStatement() throws {
    let out = try CommandRun.folder()
    defer { try? FileManager.default.removeItem(atPath: out) }
    try run("settle", CommandRun.example, "--month", "2026-10", "--out", out + "/a")
    let path = out + "/a/settlement.json"
    let stated = try CommandRun.text(path)
    let edited = stated.replacingOccurrences(
      of: "\"wages\": \"988510.17\"", with: "\"wages\": \"988510.18\"")
    #expect(edited != stated)
    try Data(edited.utf8).write(to: URL(fileURLWithPath: path))
    let check = try run("check", CommandRun.example, "--month", "2026-10", out + "/a")
    #expect(check.code == 65 && check.text.contains("partner.wages"))
  }

  @Test func severalCentresHaveATotal() throws {
    let out = try CommandRun.folder()
    defer { try? FileManager.default.removeItem(atPath: out) }
    let second = out + "/second"
    try FileManager.default.copyItem(atPath: CommandRun.example, toPath: second)
    let path = second + "/centre.yaml"
    let renamed = try CommandRun.text(path).replacingOccurrences(of: "centre: guangzhou", with: "centre: foshan")
    try Data(renamed.utf8).write(to: URL(fileURLWithPath: path))
    let settled = try run(
      "settle", CommandRun.example, second, "--month", "2026-10", "--out", out + "/all", "--json")
    #expect(settled.code == 0, "\(settled.text)")
    #expect(FileManager.default.fileExists(atPath: out + "/all/foshan/settlement.xlsx"))
    let rows = try CommandRun.text(out + "/all/total.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows.map { $0[0] } == ["centre", "guangzhou", "foshan", "total"])
    #expect(Decimal(string: String(rows[3][5])) == Decimal(string: String(rows[1][5])).map { $0 * 2 })
    // The page and the workbook say the same sum.
    let page = try CommandRun.text(out + "/all/total.html").replacingOccurrences(of: ",", with: "")
    #expect(page.contains("<b>¥\(rows[3][5])</b>") && page.contains("foshan/settlement.html"))
    #expect(FileManager.default.fileExists(atPath: out + "/all/total.xlsx"))
    // Settled again over the first.
    #expect(
      try run("settle", CommandRun.example, second, "--month", "2026-10", "--out", out + "/all").code == 0)
  }

  /// A month that went as planned but for one day missed, held against the folder of its plan.
  @Test func aPlansFolderIsTheProjection() throws {
    let folder = try smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try run("plan", folder, "--month", "2027-02", "--effort", "quick", "--out", folder + "/plan")
    #expect(plan.code == 0, "\(plan.text)")
    var shifts: [String: String] = [:]
    for line in try CommandRun.text(folder + "/shifts.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      shifts[String(cells[0])] = String(cells[4])
    }
    let days = try CommandRun.text(folder + "/plan/roster.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")
    }
    var attendance = "agent,date,shift,workedMinutes,overtimeMinutes\n"
    for day in days.dropFirst() { attendance += "\(day[0]),\(day[1]),\(day[2]),\(shifts[String(day[2])] ?? ""),0\n" }
    let stated = JSONValue.decode(Array(try CommandRun.text(folder + "/plan/settlement.json").utf8))
    var scores = "indicator,actual\n"
    for indicator in stated?["indicators"]?.arrayValue ?? [] {
      scores += "\(indicator["name"]?.textValue ?? ""),\(indicator["actual"]?.textValue ?? "")\n"
    }
    let actuals = folder + "/actuals/2027-02"
    try FileManager.default.createDirectory(atPath: actuals, withIntermediateDirectories: true)
    try Data(attendance.utf8).write(to: URL(fileURLWithPath: actuals + "/attendance.csv"))
    try Data(scores.utf8).write(to: URL(fileURLWithPath: actuals + "/scores.csv"))
    let settled = try run(
      "settle", folder, "--month", "2027-02", "--plan", folder + "/plan", "--out", folder + "/statement")
    #expect(settled.code == 0, "\(settled.text)")
    let variance = JSONValue.decode(Array(try CommandRun.text(folder + "/statement/variance.json").utf8))
    let parts = Dictionary(
      uniqueKeysWithValues: (variance?["parts"]?.arrayValue ?? []).map {
        ($0["cause"]?.textValue ?? "", $0["fee"]?.textValue ?? "")
      })
    #expect(parts["restated"] == "0.00" && parts["price"] == "0.00" && parts["rosterChanges"] == "0.00")
    #expect(parts["absence"]?.hasPrefix("-") == true)
    #expect(variance?["adherence"]?["absent"]?.doubleValue == 1)
    // A folder without the plan's files is named file by file.
    let bad = try run("settle", folder, "--month", "2027-02", "--plan", folder + "/nowhere")
    #expect(bad.code == 65 && bad.text.contains("nowhere/roster.csv") && bad.text.contains("nowhere/settlement.json"))
  }

  @Test func badActualsAreListedAndNothingIsWritten() throws {
    let out = try CommandRun.folder()
    defer { try? FileManager.default.removeItem(atPath: out) }
    let missing = try run("settle", CommandRun.example, "--month", "2026-11", "--out", out + "/a")
    #expect(missing.code == 65 && missing.text.contains("actuals/2026-11/attendance.csv:1:1"))
    #expect(!FileManager.default.fileExists(atPath: out + "/a"))
    #expect(try run("settle", out + "/nowhere", "--month", "2026-11").code == 66)
  }

  /// The centre's own files and its actuals are looked at in one go.
  @Test func problemsOfTheCentreAndTheMonthAreListedTogether() throws {
    let folder = try CommandRun.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (centre, out) = (folder + "/centre", folder + "/out")
    try FileManager.default.copyItem(atPath: CommandRun.example, toPath: centre)
    func edit(_ file: String, _ old: String, _ new: String) throws {
      let text = try CommandRun.text(centre + "/" + file)
      #expect(text.contains(old), "\(file)")
      try Data(text.replacingOccurrences(of: old, with: new).utf8)
        .write(to: URL(fileURLWithPath: centre + "/" + file))
    }
    try edit("contract.yaml", "price: \"7400.00\"", "price: \"-7400.00\"")
    try edit("actuals/2026-10/attendance.csv", "GZ1001,2026-10-01,夜7,480,0", "GZ9999,2026-10-01,夜7,480,0")
    let found = try run("settle", centre, "--month", "2026-10", "--out", out)
    #expect(found.code == 65 && !FileManager.default.fileExists(atPath: out))
    #expect(found.text.contains("contract.yaml:") && found.text.contains("attendance.csv:2:1"), "\(found.text)")
    // Without the published roster there is a statement, and no variance.
    try edit("contract.yaml", "price: \"-7400.00\"", "price: \"7400.00\"")
    try edit("actuals/2026-10/attendance.csv", "GZ9999,2026-10-01,夜7,480,0", "GZ1001,2026-10-01,夜7,480,0")
    try FileManager.default.removeItem(atPath: centre + "/actuals/2026-10/roster.csv")
    let settled = try run("settle", centre, "--month", "2026-10", "--out", out)
    #expect(settled.code == 0 && settled.text.contains("actuals/2026-10/roster.csv"), "\(settled.text)")
    #expect(!FileManager.default.fileExists(atPath: out + "/variance.csv"))
  }

  // MARK: whatif

  /// A centre of twelve people open in the daytime, with eight weeks of calls, and a study of three scenarios.
  private func smallCentre() throws -> String {
    let folder = try CommandRun.folder()
    var files = Dictionary(uniqueKeysWithValues: CentreTemplate.files.map { ($0.name, $0.contents) })
    files["agents.csv"] =
      "agent,name,team,grade\n" + (1...8).map { "a\($0),员工\($0),一班,agent\n" }.joined()
      + (1...4).map { "l\($0),班长\($0),一班,lead\n" }.joined()
    var calls = "start,offered,aht\n"
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    for (month, days) in [(11, 30), (12, 31)] {
      for day in 1...days {
        for slot in 16..<44 {
          calls +=
            "2026-\(month)-\(two(day))T\(two(slot / 2)):\(slot % 2 == 0 ? "00" : "30"),\(8 + (slot + day) % 5),150\n"
        }
      }
    }
    files["calls.csv"] = calls
    files["study.yaml"] =
      """
      name: small
      month: 2027-02
      paths: 10
      scenarios:
        - {name: more, volume: 1.2}
        - {name: hire, change: [{in: agents, where: {grade: agent}, copy: true, count: 2}]}
        - {name: never, change: [{in: rules, key: minOnPhone, set: 500}]}
      breakEvens: [zeroMarginPrice, nextTierVolume, oneSeat, oneAgent, {in: rules, key: maxConsecutiveDays, add: 1}]
      """
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    return folder
  }

  @Test func scenariosAreThePlansAlone() throws {
    let folder = try smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let study = folder + "/study.yaml"
    let done = try run("whatif", folder, study, "--out", folder + "/w")
    #expect(done.code == 0, "\(done.text)")
    let json = try #require(JSONValue.decode(Array(try CommandRun.text(folder + "/w/whatif.json").utf8)))
    let scenarios = json["scenarios"]?.arrayValue ?? []
    #expect(scenarios.map { $0["status"]?.textValue } == ["planned", "planned", "planned", "noRoster"])
    // Two of the tiers, one of each other; what was found lies on its curve, which crosses zero where the price does.
    let points = json["breakEvens"]?.arrayValue ?? []
    #expect(points.count == 6)
    let prices = points.first?["curve"]
    let margins = (prices?["points"]?.arrayValue ?? []).compactMap { $0["margin"]?.doubleValue }
    #expect(margins.count >= 11 && margins == margins.sorted())
    let marks = (prices?["marks"]?.arrayValue ?? []).compactMap { $0["margin"]?.doubleValue }
    #expect(marks.contains { abs($0) < 5 }, "\(marks)")
    for point in points.suffix(3) {
      #expect(point["estimate"]?.textValue?.contains("solved again") == true)
      #expect(point["confirmed"]?.textValue?.hasPrefix("planned anew") == true)
    }
    // The chances of all coefficients are one, in the table as well.
    let table = try CommandRun.text(folder + "/w/whatif.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let chances = table[0].indices.filter { table[0][$0].hasPrefix("chance") }
    #expect(!chances.isEmpty && table.allSatisfy { $0.count == table[0].count })
    #expect(abs(chances.reduce(0) { $0 + (Double(table[1][$1]) ?? 0) } - 1) < 1e-9)
    for name in ["more", "hire"] {
      let alone = folder + "/centre-" + name
      #expect(try run("whatif", folder, study, "--export", "\(name)=\(alone)").code == 0)
      let plan = try run("plan", alone, "--month", "2027-02", "--effort", "quick", "--out", folder + "/p-" + name)
      #expect(plan.code == 0, "\(plan.text)")
      let kept = scenarios.first { $0["name"]?.textValue == name }?["plan"]?.textValue ?? ""
      for file in ["roster.csv", "forecast.csv", "requirement.csv", "coverage.csv", "settlement.json"] {
        #expect(
          FileManager.default.contentsEqual(
            atPath: "\(folder)/w/\(kept)/\(file)", andPath: "\(folder)/p-\(name)/\(file)"), "\(name) \(file)")
      }
      // All but the last lines, which are of the clock.
      let solutions = try ["w/\(kept)", "p-\(name)"].map {
        try CommandRun.text("\(folder)/\($0)/solution.json").components(separatedBy: "\"seconds\"")[0]
      }
      #expect(solutions[0] == solutions[1], "\(name)")
      #expect(try run("check", alone, "--month", "2027-02", "\(folder)/w/\(kept)").code == 0)
    }
  }

  @Test func aKilledStudyGoesOn() throws {
    let folder = try smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (study, out) = (folder + "/study.yaml", folder + "/w")
    let (process, _, _) = try CommandRun.start(["whatif", folder, study, "--out", out, "--threads", "1"])
    func plans() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: out + "/plans")) ?? []).filter { !$0.hasPrefix(".") }
        .sorted()
    }
    while plans().isEmpty && process.isRunning { usleep(2_000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let finished = plans()
    #expect(!finished.isEmpty && !FileManager.default.fileExists(atPath: out + "/whatif.json"))
    func dates() throws -> [Date?] {
      try finished.map {
        try FileManager.default.attributesOfItem(atPath: "\(out)/plans/\($0)/figures.json")[.modificationDate] as? Date
      }
    }
    let before = try dates()
    #expect(try run("whatif", folder, study, "--out", out).code == 0)
    #expect(try dates() == before)
    #expect(try run("whatif", folder, study, "--out", folder + "/fresh", "--threads", "2").code == 0)
    for file in ["whatif.csv", "whatif.json", "whatif.html"] {
      #expect(
        FileManager.default.contentsEqual(atPath: out + "/" + file, andPath: folder + "/fresh/" + file), "\(file)")
    }
  }

  @Test func changesThatDoNotFitAreListedBeforeAnyWork() throws {
    let folder = try smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let study =
      """
      month: 2027-02
      scenarios:
        - {name: a, change: [{in: agents, where: {grade: pilot}, remove: true}]}
        - {name: b, change: [{in: contract, key: scoreCap, set: many}]}
      """
    try Data(study.utf8).write(to: URL(fileURLWithPath: folder + "/bad.yaml"))
    let refused = try run("whatif", folder, folder + "/bad.yaml", "--out", folder + "/w")
    #expect(refused.code == 65 && refused.text.contains("“a”") && refused.text.contains("“b”"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/w"))
  }
}
