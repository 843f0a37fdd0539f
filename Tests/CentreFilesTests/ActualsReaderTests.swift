import Foundation
import Testing
import Vocabulary

@testable import CentreFiles

/// What is wrong in actuals is listed whole, with its place.
@Suite struct ActualsReaderTests {
  private let month = Month("2026-12")!

  private var centre: Centre {
    var contract = Contract()
    contract.indicators = [
      Indicator(name: "serviceLevel", dimension: .business, target: 1, floor: 0, weight: 1),
      Indicator(name: "satisfaction", dimension: .quality, target: 1, floor: 0, weight: 1),
    ]
    func shift(_ code: String, _ start: String, _ end: String) -> Shift {
      Shift(
        code: code, shiftClass: .early, start: TimeOfDay(start)!, end: TimeOfDay(end)!, paidMinutes: 480)
    }
    return Centre(
      settings: CentreSettings(centre: "x", seats: [SeatsEntry(seats: 1)]),
      agents: [Agent(id: "a"), Agent(id: "b", from: CivilDate("2026-12-10"))],
      shifts: [shift("早", "08:00", "16:00"), shift("中", "12:00", "20:00"), shift("通宵", "23:30", "32:30")],
      contract: contract)
  }

  private func read(_ files: [String: String], names: CentreNames? = nil) throws -> ActualsInput {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/actuals/2026-12", withIntermediateDirectories: true)
    for (name, text) in files { try folder.write("actuals/2026-12/" + name, Array(text.utf8)) }
    return try ActualsReader.read(
      folder: folder.path, month: month, centre: centre, names: names, readsRoster: true)
  }

  private func problems(_ files: [String: String], names: CentreNames? = nil) -> [String] {
    do {
      _ = try read(files, names: names)
      return []
    } catch let problems as InputProblems {
      return problems.problems.map { $0.text(.english) }
    } catch {
      return ["\(error)"]
    }
  }

  private let scores = "indicator,actual\nserviceLevel,0.9\nsatisfaction,0.9\n"
  private let head = "agent,date,shift,workedMinutes,overtimeMinutes\n"

  @Test func aSoundMonthIsRead() throws {
    let input = try read([
      "attendance.csv": head + "a,2026-12-01,早,500,20\n", "scores.csv": scores,
      "incidents.csv": "date,category,amount\n2026-12-09,x,12.50\n", "handled.csv": "agent,handled\na,100\n",
      "inhouse.csv": "measure,value\ncost,1000\n",
    ])
    #expect(input.actuals.attendance.map(\.workedMinutes) == [500])
    #expect(input.actuals.scores.count == 2 && input.actuals.incidents[0].amount == Decimal(exactly: "12.50"))
    #expect(input.actuals.handled[0].handled == 100 && input.actuals.inHouse[0].measure == "cost")
    #expect(input.digests.map(\.file).contains("actuals/2026-12/attendance.csv"))
  }

  @Test func aMonthWithoutFilesIsRefused() {
    let found = problems([:])
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("actuals/2026-12/attendance.csv:1:1: there is no such file"))
    #expect(found[1].hasPrefix("actuals/2026-12/scores.csv:1:1: there is no such file"))
  }

  @Test func anEmptyAttendanceIsRefused() {
    let found = problems(["attendance.csv": head, "scores.csv": scores])
    #expect(found.count == 1 && found[0].hasPrefix("actuals/2026-12/attendance.csv:1:1: there is no attendance"))
  }

  @Test func missingScoresAreNamed() {
    let found = problems([
      "attendance.csv": head + "a,2026-12-01,早,480,0\n", "scores.csv": "indicator,actual\nserviceLevel,0.9\n",
    ])
    #expect(found.count == 1 && found[0].contains("scores.csv:1:1: the score of satisfaction is missing"))
  }

  @Test func everythingIsListedAtOnce() {
    let rows = [
      "nobody,2026-12-01,早,480,0", "a,2026-12-01,早,1500,0", "a,2026-12-02,早,-5,0", "a,2026-12-03,早,480,600",
      "a,2027-01-03,早,480,0", "a,2026-12-04,晚,480,0", "b,2026-12-04,早,480,0", "a,2026-12-05,早,480,0",
      "a,2026-12-05,中,480,0", "a,2026-12-06,通宵,480,0", "a,2026-12-07,早,480,0",
    ]
    let found = problems([
      "attendance.csv": head + rows.joined(separator: "\n") + "\n", "scores.csv": scores,
      "incidents.csv": "date,category,amount\n2026-12-09,x,-1\n", "handled.csv": "agent,handled\na,-3\nnobody,1\n",
    ])
    let expected = [
      "attendance.csv:2:1: unknown agent: nobody", "attendance.csv:3:16: workedMinutes is above 24 hours a day: 1500",
      "attendance.csv:4:16: workedMinutes is negative: -5",
      "attendance.csv:5:20: 600 minutes of overtime in 480 worked",
      "attendance.csv:6:3: 2027-01-03 is not in the month", "attendance.csv:7:14: unknown shift: 晚",
      "attendance.csv:8:3: b is not employed on 2026-12-04", "attendance.csv:10:14: 中 of a on 2026-12-05 overlaps 早",
      "attendance.csv:12:14: 早 of a on 2026-12-07 overlaps 通宵 on 2026-12-06",
      "incidents.csv:2:14: amount is out of range: -1",
      "handled.csv:2:3: handled is out of range: -3", "handled.csv:3:1: unknown agent: nobody",
    ]
    #expect(found.count == expected.count)
    for (line, start) in zip(found, expected) { #expect(line.contains(start), "\(line)") }
  }

  @Test func twoShiftsOfADayAreAtMostADayLong() {
    let found = problems([
      "attendance.csv": head + "a,2026-12-01,早,900,0\na,2026-12-01,通宵,700,0\n", "scores.csv": scores,
    ])
    #expect(found.count == 1 && found[0].contains("attendance.csv:3:") && found[0].contains("1600 minutes"))
  }

  /// 93 % is 0.93: what the software measures itself has a range it knows.
  @Test func measuredScoresAreSharesAndSeconds() {
    let found = problems([
      "attendance.csv": head + "a,2026-12-01,早,480,0\n",
      "scores.csv": "indicator,actual\nserviceLevel,93\nsatisfaction,0.9\n",
    ])
    #expect(found.count == 1 && found[0].contains("scores.csv:2:14: actual is out of range: 93; expected 0 to 1"))
  }

  @Test func thePublishedRosterIsReadWithTheRest() throws {
    let sound = ["attendance.csv": head + "a,2026-12-01,早,480,0\n", "scores.csv": scores]
    #expect(try read(sound).roster == nil)
    let roster = "agent,date,shift,mealStart\n"
    let input = try read(sound.merging(["roster.csv": roster + "a,2026-12-01,早,\n"]) { $1 })
    #expect(input.roster?.entries.map(\.shift) == ["早"])
    let empty = problems(sound.merging(["roster.csv": roster]) { $1 })
    #expect(empty.count == 1 && empty[0].hasPrefix("actuals/2026-12/roster.csv:1:1: the roster has no shifts"))
    let bad = problems([
      "attendance.csv": head + "nobody,2026-12-01,早,480,0\n", "scores.csv": scores,
      "roster.csv": roster + "nobody,2026-12-01,早,\na,2026-12-02,晚,\n",
    ])
    #expect(
      bad.map { $0.prefix(31) }
        == ["actuals/2026-12/attendance.csv:", "actuals/2026-12/roster.csv:2:1:", "actuals/2026-12/roster.csv:3:14"].map
      { $0.prefix(31) })
  }

  /// People and shifts in rows of the centre that are refused are not told a second time.
  @Test func namesOfRefusedRowsAreKnown() {
    let names = CentreNames(agents: ["a", "b", "c"], shifts: ["早", "中", "通宵", "晚"])
    let found = problems(
      [
        "attendance.csv": head + "c,2026-12-01,早,480,0\na,2026-12-01,晚,480,0\nd,2026-12-01,早,480,0\n",
        "scores.csv": scores,
      ], names: names)
    #expect(found.count == 1 && found[0].contains("unknown agent: d"))
  }
}
