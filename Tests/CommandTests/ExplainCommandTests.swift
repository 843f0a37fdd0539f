import CentreFiles
import Foundation
import Testing

/// `banbiao explain` as a user meets it.
@Suite(.serialized) struct ExplainCommandTests {
  private func roster(_ folder: String) throws -> CommandRun {
    try CommandRun([
      "roster", folder, "--month", "2027-02", "--requirement", folder + "/requirement.csv", "--out", folder + "/plan",
      "--effort", "quick",
    ])
  }

  private func explain(_ folder: String, _ question: String, _ more: String...) throws -> CommandRun {
    try CommandRun(["explain", "day", folder, "--month", "2027-02", folder + "/plan", question] + more)
  }

  private func sum(_ judged: JSONValue?) throws -> Double {
    guard case .object(let terms)? = judged?["terms"] else { return .nan }
    return terms.reduce(0) { $0 + ($1.1["after"]?.doubleValue ?? .nan) - ($1.1["before"]?.doubleValue ?? .nan) }
  }

  @Test func aDayIsForbiddenOrPricedTermByTerm() throws {
    let folder = try CommandRun.smallCentre(["leave.csv": "agent,date,kind\na1,2027-02-10,leave\n"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try roster(folder).code == 0)
    let shifts = try CommandRun.text(folder + "/shifts.csv").split(separator: "\n").dropFirst()
    let shift = try #require(shifts.first?.split(separator: ",").first.map(String.init))
    // Leave forbids work.
    let forbidden = try explain(folder, "a1:2027-02-10:\(shift)")
    #expect(forbidden.code == 0 && forbidden.output.contains("R10"), "\(forbidden.text)")
    #expect(try explain(folder, "a1:2027-02-10").output.contains("already off"))
    // Days off of people at work: allowed ones are priced, and the price is that of the terms.
    let worked = try CommandRun.text(folder + "/plan/roster.csv").split(separator: "\n").dropFirst()
      .filter { $0.hasPrefix("a") }.map { $0.split(separator: ",").prefix(2).joined(separator: ":") }
    var priced = 0
    for question in worked.prefix(4) {
      let run = try explain(folder, question, "--json")
      let json = JSONValue.decode(Array(run.output.utf8))
      #expect(run.code == 0 && json?["granted"] == .bool(false), "\(run.text)")
      for part in ["alone", "compensated"] {
        guard let change = json?[part]?["change"]?.doubleValue else { continue }
        #expect(abs(try sum(json?[part]) - change) < 0.005)
        if json?[part]?["allowed"] == .bool(true) { priced += 1 }
      }
      if let with = json?["compensated"]?["change"]?.doubleValue {
        #expect(json?["compensated"]?["allowed"] == .bool(true))
        #expect(with.isFinite)
      }
    }
    #expect(priced > 0)
    #expect(try explain(folder, worked[0], "--language", "zh").output.contains("休息"))
    #expect(try explain(folder, "nobody:2027-02-10").code == 65)
    #expect(try explain(folder, "a1:2027-03-10").code == 65)
    #expect(try explain(folder, "a1:2027-02-10:none").code == 65)
    #expect(try explain(folder, "a1").code == 64)
  }

  private func conflict(_ folder: String, _ more: String...) throws -> CommandRun {
    try CommandRun(
      ["explain", "conflict", folder, "--month", "2027-02", "--requirement", folder + "/requirement.csv"] + more)
  }

  @Test(arguments: [
    (
      [
        "leave.csv": "agent,date,kind\n" + (1...8).map { "a\($0),2027-02-03,leave\n" }.joined()
          + (1...4).map { "l\($0),2027-02-03,leave\n" }.joined()
      ], ["R10", "minOnPhone"], "2027-02-03", true
    ),
    (["rules.yaml": "minHoursHard: true\nminDaysOff: 20\n"], ["R4", "minHoursHard"], "a1", true),
    // Every day lacks people: the first three found do not repair the month.
    (["rules.yaml": "minOnPhone: 13\n"], ["minOnPhone"], "2027-02-01", false),
  ])
  func aMonthWithoutRosterIsExplainedAndRepaired(
    _ change: [String: String], _ rules: [String], _ scope: String, _ isMonthRepaired: Bool
  ) throws {
    let folder = try CommandRun.smallCentre(change)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try conflict(folder, "--json")
    let json = JSONValue.decode(Array(run.output.utf8))
    #expect(run.code == 0 && json?["verdict"] == .text("impossible"), "\(run.text)")
    let found = json?["conflicts"]?.arrayValue?.first
    let named = Set((found?["rules"]?.arrayValue ?? []).compactMap { $0["rule"]?.textValue })
    #expect(named == Set(rules) && found?["scope"] == .text(scope), "\(run.output)")
    #expect(found?["irreducible"] == .bool(true) && found?["verified"] == .bool(true), "\(run.output)")
    #expect(json?["monthVerified"] == .bool(isMonthRepaired), "\(run.output)")
    // The same follows where a roster was asked for.
    let planned = try roster(folder)
    #expect(planned.code == 69)
    #expect(planned.errors.contains("cannot hold together") && planned.errors.contains("repair"), "\(planned.errors)")
    #expect(try conflict(folder, "--language", "zh").output.contains("不能同时成立"))
  }

  @Test func aMonthWithARosterHasNoConflict() throws {
    let folder = try CommandRun.smallCentre()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try conflict(folder)
    #expect(run.code == 0 && run.output.contains("No conflict"), "\(run.text)")
  }
}
