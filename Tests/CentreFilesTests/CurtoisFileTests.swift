import CentreFiles
import Foundation
import Testing
import Vocabulary

/// The importer of public shift-scheduling instances, on an instance of our own.
@Suite struct CurtoisFileTests {
  static let text = """
    # ours
    SECTION_HORIZON
    7

    SECTION_SHIFTS
    # id, minutes, not allowed the next day
    early,480,
    night,600,early|night

    SECTION_STAFF
    ann,early=7|night=2,2400,960,5,2,2,1
    bob,early=7|night=0,2400,0,4,1,1,1

    SECTION_DAYS_OFF
    ann,0,3

    SECTION_SHIFT_ON_REQUESTS
    bob,1,early,3

    SECTION_SHIFT_OFF_REQUESTS
    ann,2,night,2

    SECTION_COVER
    0,early,1,100,1
    6,night,-0,100,1

    """

  private func problems(_ change: (String, String)) -> [InputProblem] {
    let changed = CurtoisFileTests.text.replacingOccurrences(of: change.0, with: change.1)
    #expect(changed != CurtoisFileTests.text, "the text to be changed is not there")
    do throws(InputProblems) {
      _ = try CurtoisFile.parse(changed, file: "own.txt")
      return []
    } catch {
      return error.problems
    }
  }

  @Test func everySectionIsRead() throws {
    let problem = try CurtoisFile.parse(CurtoisFileTests.text, file: "own.txt")
    #expect(problem.dayCount == 7)
    #expect(problem.shifts.map(\.name) == ["early", "night"])
    #expect(problem.shifts.map(\.minutes) == [480, 600])
    #expect(problem.shifts[1].forbiddenNext == [0, 1])
    #expect(
      problem.people
        == [
          ShiftLevelProblem.Person(
            name: "ann", mostOfShift: [7, 2], minMinutes: 960, maxMinutes: 2400, maxWorkRun: 5, minWorkRun: 2,
            minOffRun: 2, maxWeekends: 1, daysOff: [0, 3]),
          ShiftLevelProblem.Person(
            name: "bob", mostOfShift: [7, 0], minMinutes: 0, maxMinutes: 2400, maxWorkRun: 4, minWorkRun: 1,
            minOffRun: 1, maxWeekends: 1),
        ])
    #expect(problem.onRequests == [ShiftLevelProblem.Request(person: 1, day: 1, shift: 0, weight: 3)])
    #expect(problem.offRequests == [ShiftLevelProblem.Request(person: 0, day: 2, shift: 1, weight: 2)])
    // The public instances write a requirement of none as -0.
    #expect(problem.cover.map(\.required) == [1, 0])
  }

  @Test func carriageReturnsAndAByteOrderMarkDoNotMatter() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("curtois-\(UUID().uuidString).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let windows = "\u{FEFF}" + CurtoisFileTests.text.replacingOccurrences(of: "\n", with: "\r\n")
    try Data(windows.utf8).write(to: URL(fileURLWithPath: path))
    let read = try CurtoisFile.read(path: path)
    #expect(try read == CurtoisFile.parse(CurtoisFileTests.text, file: "own.txt"))
  }

  @Test(arguments: [
    ("early,480,", "early,480", 7, 7), ("600,early", "many,early", 8, 7), ("early|night\n", "early|late\n", 8, 17),
    ("bob,early=7|night=0", "bob,early=7", 12, 5), ("bob,early=7", "ann,early=7", 12, 1),
    ("bob,early=7|night=0", "bob,early=7|night:0", 12, 13), ("2400,960", "240,960", 11, 25),
    ("ann,0,3", "ann,0,7", 15, 7),
    ("ann,0,3", "eve,0,3", 15, 1), ("bob,1,early,3", "bob,1,early,-3", 18, 13),
    ("bob,1,early,3", "bob,1,late,3", 18, 7),
    ("0,early,1,100,1", "0,early,1,100", 24, 11), ("SECTION_DAYS_OFF", "SECTION_DAYS", 14, 1),
  ])
  func aDefectIsNamedWithItsPlace(_ old: String, _ new: String, _ line: Int, _ column: Int) {
    let found = problems((old, new))
    #expect(found.contains { $0.file == "own.txt" && $0.line == line && $0.column == column }, "\(found)")
  }

  @Test func allDefectsAreListed() {
    let found = problems(("ann,2,night,2", "ann,2,night,x\nann,9,night,2\nann,2"))
    #expect(found.count == 3)
  }

  @Test func aMissingSectionIsNamed() {
    let found = problems(("SECTION_COVER\n0,early,1,100,1\n6,night,-0,100,1\n", ""))
    #expect(found.count == 1)
    #expect(found.first?.found.english.contains("SECTION_COVER") ?? false)
  }

  @Test func aRosterIsWrittenAsATable() throws {
    let problem = try CurtoisFile.parse(CurtoisFileTests.text, file: "own.txt")
    let roster = ShiftLevelRoster([[nil, 0, 1, nil, nil, nil, nil], [0, nil, nil, nil, nil, nil, 0]])
    #expect(
      ShiftLevelRosterFile.text(roster, of: problem)
        == "staff,0,1,2,3,4,5,6\nann,,early,night,,,,\nbob,early,,,,,,early\n")
  }
}
