import CentreFiles
import Foundation
import TestSupport
import Testing
import Vocabulary

/// A sound folder is read as it stands; a damaged one is refused whole, with the place of every mistake.
@Suite struct CentreReaderTests {
  private func read(_ files: [(String, [UInt8])]) throws -> CentreInput {
    let folder = try TemporaryFolder(files)
    return try CentreReader.read(folder: folder.path)
  }

  private func problems(_ file: String, _ text: String) throws -> [String] {
    try problems(file, Array(text.utf8))
  }

  private func problems(_ file: String, _ bytes: [UInt8]) throws -> [String] {
    do {
      var files = SmallFolder.bytes(replacing: file, with: bytes)
      if !files.contains(where: { $0.0 == file }) { files.append((file, bytes)) }
      _ = try read(files)
      return []
    } catch let error as InputProblems {
      return error.problems.map { $0.text(.english) }
    }
  }

  @Test func aSoundFolderIsReadWhole() throws {
    let input = try read(SmallFolder.bytes())
    let centre = input.centre
    #expect(
      centre.settings.centre == "small" && centre.settings.patience == nil
        && centre.settings.seats(on: CivilDate("2026-12-01")!) == 10)
    #expect(centre.agents.map(\.name) == ["张三", "李四"])
    #expect(centre.agents[1].productivity == Decimal(string: "0.6"))
    #expect(centre.shifts[0].mealStarts == [22, 23, 24, 25, 26])
    #expect(
      centre.leave == [
        LeaveEntry(agent: "a1", date: CivilDate("2026-12-05")!, kind: .leave),
        LeaveEntry(agent: "a2", date: CivilDate("2026-12-06")!, kind: .want(shift: "早1")),
      ])
    #expect(centre.calls.records.map(\.offered) == [10, 12])
    #expect(centre.events[0].factor == 1.2)
    #expect(input.digests.count == 9)
  }

  @Test func byteOrderMarksLineEndsQuotesAndGB18030ChangeNothing() throws {
    let plain = try read(SmallFolder.bytes()).centre
    let agents = "agent,name,team,grade,productivity\r\n\"a1\",\"张三\",一班,agent,1\r\na2,李四,一班,trainee,0.6"
    #expect(
      try read(SmallFolder.bytes(replacing: "agents.csv", with: [0xEF, 0xBB, 0xBF] + Array(agents.utf8))).centre
        == plain)
    let encoded = agents.data(using: String.Encoding(rawValue: 0x8000_0632))!
    #expect(try read(SmallFolder.bytes(replacing: "agents.csv", with: Array(encoded))).centre == plain)
    let reordered = "grade,productivity,team,name,agent\nagent,1,一班,张三,a1\ntrainee,0.6,一班,李四,a2\n\n"
    #expect(try read(SmallFolder.bytes(replacing: "agents.csv", with: Array(reordered.utf8))).centre == plain)
  }

  @Test(arguments: [
    ("agents.csv", "agent,grade\na1,boss\n", "agents.csv:2:4: grade is unknown: boss"),
    ("agents.csv", "agent,name\na1,x\n", "agents.csv:1:1: the column grade is missing"),
    ("agents.csv", "agent,grade,agent\na1,agent,a1\n", "agents.csv:1:13: the column agent is there twice"),
    (
      "agents.csv", "agent,grade\na1,agent\na2,agent\na1,agent\n",
      "agents.csv:4:1: the agent a1 is there twice (line 2 too)"
    ),
    (
      "agents.csv", "agent,grade,productivity\na1,agent,-1\na2,agent,1\n",
      "agents.csv:2:10: productivity is out of range: -1"
    ),
    (
      "agents.csv", "agent,grade,productivity\na1,agent,NaN\na2,agent,1\n",
      "agents.csv:2:10: productivity is no number: NaN"
    ),
    (
      "agents.csv", "agent,grade,from\na1,agent,2026-02-30\na2,agent,\n", "agents.csv:2:10: from is no date: 2026-02-30"
    ),
    ("agents.csv", "agent,grade\na1,agent,x\na2,agent\n", "agents.csv:2:4: the row has 3 fields"),
    ("agents.csv", "agent,grade\n\"a1,agent\na2,agent\n", "agents.csv:2:1: a quote is never closed"),
    ("agents.csv", "agent,grade\na\"1,agent\n", "agents.csv:2:2: a quote inside a field"),
    ("agents.csv", "", "agents.csv:1:1: the file is empty"),
    ("leave.csv", "agent,date,kind\na9,2026-12-01,leave\n", "leave.csv:2:1: unknown agent: a9"),
    ("leave.csv", "agent,date,kind\na1,2026-12-01,want:夜9\n", "leave.csv:2:15: unknown shift: 夜9"),
    (
      "leave.csv", "agent,date,kind\na1,2026-12-01,leave\na1,2026-12-01,want:早1\n",
      "leave.csv:3:15: a1 has another row for 2026-12-01"
    ),
    ("previous.csv", "agent,date,shift\na1,2026-11-31,早1\n", "previous.csv:2:4: date is no date: 2026-11-31"),
    (
      "shifts.csv",
      "code,class,start,end,paidMinutes,mealMinutes\n早1,early,08:00,07:00,480,0\n夜1,night,12:00,20:00,450,0\n",
      "shifts.csv:2:16: the end 07:00 is not after the start 08:00"
    ),
    (
      "shifts.csv",
      "code,class,start,end,paidMinutes,mealMinutes\n早1,early,08:15,16:00,480,0\n夜1,night,12:00,20:00,450,0\n",
      "shifts.csv:2:10: start is no half-hour time: 08:15"
    ),
    (
      "shifts.csv",
      "code,class,start,end,paidMinutes,mealMinutes,mealFrom,mealTo\n早1,early,08:00,16:00,480,30,11:00,16:00\n夜1,night,12:00,20:00,450,0,,\n",
      "shifts.csv:2:35: the meal window 11:00–16:00 reaches out of the shift"
    ),
    (
      "calls.csv", "start,offered\n2026-11-01T08:00,1\n2026-11-01T08:00,2\n",
      "calls.csv:3:1: 2026-11-01T08:00 is there twice"
    ),
    ("calls.csv", "start,offered\n2026-13-01T08:00,1\n", "calls.csv:2:1: start is no date and time: 2026-13-01T08:00"),
    ("calls.csv", "start,offered\n2026-11-01T08:00,1e3\n", "calls.csv:2:18: offered is no number from 0 up: 1e3"),
    (
      "adjustments.csv", "from,to,factor,absolute\n2026-12-01,2026-12-02,1.2,5\n",
      "adjustments.csv:2:23: factor and absolute: exactly one"
    ),
    (
      "adjustments.csv", "from,to,halfHours,factor\n2026-12-01,2026-12-02,12:00-09:00,1.2\n",
      "adjustments.csv:2:23: no range of half-hours: 12:00-09:00"
    ),
    (
      "adjustments.csv", "from,to,factor,on\n2026-12-01,2026-12-02,1.2,maybe\n",
      "adjustments.csv:2:27: no switch: maybe"
    ),
    ("centre.yaml", "centre: x\nseats: -1\n", "centre.yaml:2:8: seats: -1"),
    ("centre.yaml", "centre: x\nseats: 5\nservice: {target: 1.5}\n", "centre.yaml:3:19: target: 1.5"),
    ("centre.yaml", "centre: [\n", "centre.yaml:"),
    (
      "rules.yaml", "weights: {under: [{upTo: 0.1, perHalfHour: 60}, {perHalfHour: 50}]}\n",
      "rules.yaml:1:63: perHalfHour: 50"
    ),
    ("contract.yaml", "seats: {}\n", "contract.yaml:1:8: trainee is missing"),
  ])
  func mistakesAreNamedWithTheirPlace(_ file: String, _ text: String, _ expected: String) throws {
    let found = try problems(file, text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func allProblemsOfAllFilesComeAtOnce() throws {
    var files = SmallFolder.bytes(replacing: "agents.csv", with: Array("agent,grade\na1,boss\na2,chief\n".utf8))
    files = files.map { $0.0 == "events.csv" ? ($0.0, Array("from,to,kind\n2026-12-02,2026-12-01,party\n".utf8)) : $0 }
    let error = #expect(throws: InputProblems.self) { try read(files) }
    #expect(Set(error?.problems.map(\.file) ?? []) == ["agents.csv", "events.csv"])
    #expect(error?.problems.count == 3)
  }

  @Test func missingFilesAreNamed() throws {
    #expect(throws: MissingInput.self) { try CentreReader.read(folder: "/nowhere/at/all") }
    #expect(throws: MissingInput.self) { try read(SmallFolder.bytes(replacing: "shifts.csv", with: nil)) }
    let input = try read(SmallFolder.bytes(replacing: "rules.yaml", with: nil))
    #expect(input.centre.rules == Rules() && !input.warnings.isEmpty)
  }

  @Test func unknownColumnsAndKeysAreWarnings() throws {
    let input = try read(
      SmallFolder.bytes(replacing: "rules.yaml", with: Array("restHours: 11\nleadSpan: 0\nnapTime: 5\n".utf8)))
    #expect(input.warnings.contains { $0.file == "rules.yaml" && $0.line == 3 })
  }

  @Test func anEndlessLineIsRefusedEarly() throws {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 6 << 20)
    #expect(try problems("agents.csv", line).first?.contains("longer than") == true)
  }

  @Test func finerAndCoarserCallsBecomeHalfHours() throws {
    let quarters =
      "start,offered,answered,aht\n2026-11-01T08:00,4,4,100\n2026-11-01T08:15,6,2,400\n2026-11-01T08:30,1,1,50\n2026-11-01T08:45,,,\n"
    let fine = try read(SmallFolder.bytes(replacing: "calls.csv", with: Array(quarters.utf8))).centre.calls.records
    #expect(fine.map(\.offered) == [10, nil])
    // 4 calls of 100 s and 2 of 400 s: 200 s.
    #expect(fine[0].averageHandlingTime == 200)
    let hours = "start,offered\n2026-11-01T08:00,10\n2026-11-01T09:00,6\n2026-11-01T10:00,8\n"
    let coarse = try read(SmallFolder.bytes(replacing: "calls.csv", with: Array(hours.utf8))).centre.calls.records
    #expect(coarse.map(\.offered) == [5, 5, 3, 3, 4, 4])
  }

  /// Whatever bytes are flipped, dropped or doubled: an answer or problems, never a crash.
  @Test(arguments: seeds(150)) func damagedBytesNeverCrash(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let name = SmallFolder.files[random.below(SmallFolder.files.count)].0
    var bytes = Array(SmallFolder.files.first { $0.0 == name }!.1.utf8)
    for _ in 0..<(1 + random.below(4)) {
      let at = random.below(bytes.count)
      switch random.below(3) {
      case 0: bytes[at] = UInt8(random.below(256))
      case 1: bytes.remove(at: at)
      default: bytes.insert(bytes[random.below(bytes.count)], at: at)
      }
    }
    do {
      let input = try read(SmallFolder.bytes(replacing: name, with: bytes))
      #expect(!input.centre.agents.isEmpty)
    } catch let error as InputProblems {
      #expect(!error.problems.isEmpty)
    }
  }
}
