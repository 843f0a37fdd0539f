import CentreFiles
import Foundation
import TestSupport
import Testing
import Vocabulary

/// The rules a planner may switch on, as read from `rules.yaml`, `locks.csv` and `pairs.csv`.
@Suite struct SwitchedRulesReaderTests {
  private func read(_ changes: [(String, String)]) throws -> Centre {
    let files = SmallFolder.bytes().filter { file in !changes.contains { $0.0 == file.0 } }
    let folder = try TemporaryFolder(files + changes.map { ($0.0, Array($0.1.utf8)) })
    return try CentreReader.read(folder: folder.path).centre
  }

  private func problems(_ changes: [(String, String)]) throws -> [String] {
    do {
      _ = try read(changes)
      return []
    } catch let error as InputProblems {
      return error.problems.map { $0.text(.english) }
    }
  }

  @Test func everyRuleIsReadAsWritten() throws {
    let yaml = """
      minWorkRun: {days: 2}
      minOffRun: {days: 3, weight: 30.5}
      nightRuns: {shifts: [night, 早1], max: 4, daysOff: 2, after: 3}
      maxDays: [{shifts: [night], max: 8}, {shifts: [夜1], max: 0, weight: 20}]
      forbiddenNextDay: [{from: [night], to: [早1, early]}]
      maxWeekends: {max: 2, weight: 40}
      sameStart: {}
      teamRotation: {start: 2026-11-30, teams: [一班], cycle: [early, [mid, 夜1]]}
      workingTime: {system: comprehensive, average: quarter}
      minStaff: [{days: "mon,fri", from: "09:00", to: "12:00", least: 5}]
      skillNeeds: [{skill: 粤语, from: "22:00", to: "26:00", least: 1, weight: 3}]
      peopleOff: [{least: 1, most: 4}]
      pairs: {weight: 50}
      """
    let centre = try read([
      ("rules.yaml", yaml),
      (
        "agents.csv",
        "agent,team,grade,skills,hoursQuarter\na1,一班,agent,粤语; 英语,320.5\na2,二班,agent,,\n"
      ),
      ("locks.csv", "agent,date,shift\na1,2026-12-01,早1\na1,2026-12-02,off\na2,2026-12-02,\n"),
      ("pairs.csv", "agent,other,kind\na1,a2,apartShift\n"),
    ])
    let rules = centre.rules
    #expect(rules.minWorkRun == MinimumRun(days: 2))
    #expect(rules.minOffRun == MinimumRun(days: 3, weight: Decimal(string: "30.5")))
    #expect(
      rules.nightRuns
        == NightRuns(shifts: ShiftSet(classes: [.night], codes: ["早1"]), max: 4, daysOff: 2, after: 3))
    #expect(
      rules.maxDays == [
        DayLimit(shifts: ShiftSet(classes: [.night]), max: 8),
        DayLimit(shifts: ShiftSet(codes: ["夜1"]), max: 0, weight: 20),
      ])
    #expect(
      rules.forbiddenNextDay == [
        ForbiddenNextDay(
          from: ShiftSet(classes: [.night]), to: ShiftSet(classes: [.early], codes: ["早1"]))
      ])
    #expect(rules.maxWeekends == WeekendLimit(max: 2, weight: 40) && rules.sameStart == SameStart())
    #expect(
      rules.teamRotation
        == TeamRotation(
          start: CivilDate("2026-11-30")!, teams: ["一班"],
          cycle: [ShiftSet(classes: [.early]), ShiftSet(classes: [.mid], codes: ["夜1"])]))
    #expect(rules.workingTime == WorkingTime(system: .comprehensiveQuarter, overtimeHours: 108))
    #expect(
      rules.minStaff == [
        StaffMinimum(hours: hours(9, 12, .weekdays([.monday, .friday])), least: 5)
      ])
    #expect(rules.skillNeeds == [SkillNeed(skill: "粤语", hours: hours(22, 26, .all), least: 1, weight: 3)])
    #expect(rules.peopleOff == [PeopleOff(least: 1, most: 4)] && rules.pairs == PairRules(weight: 50))
    #expect(centre.agents[0].skills == ["粤语", "英语"] && centre.agents[0].hoursQuarter == Decimal(string: "320.5"))
    #expect(centre.locks.map(\.shift) == ["早1", nil, nil])
    #expect(centre.pairs == [StaffPair(agent: "a1", other: "a2", kind: .apartShift)])
  }

  private func hours(_ from: Double, _ to: Double, _ days: OpeningEntry.Days) -> WeeklyHours {
    WeeklyHours(days: days, from: PlainCentre.time(from), to: PlainCentre.time(to))
  }

  @Test func withoutTheKeysNoRuleIsOn() throws {
    let centre = try read([])
    #expect(
      centre.rules
        == {
          var rules = Rules(); rules.leadSpan = 0; return rules
        }())
    #expect(centre.locks.isEmpty && centre.pairs.isEmpty)
  }

  @Test(arguments: [
    ("rules.yaml", "minWorkRun: {weight: 3}\n", "rules.yaml:1:13: days is missing"),
    ("rules.yaml", "minOffRun: {days: 9}\n", "rules.yaml:1:19: days: 9"),
    ("rules.yaml", "maxDays: [{shifts: [白班], max: 3}]\n", "rules.yaml:1:21: shifts: 白班"),
    ("rules.yaml", "forbiddenNextDay: [{from: [night]}]\n", "rules.yaml:1:20: to is missing"),
    ("rules.yaml", "teamRotation: {start: 2026-12-01, teams: [一班], cycle: [early]}\n", "rules.yaml:1:23: start"),
    ("rules.yaml", "teamRotation: {start: 2026-11-30, teams: [九班], cycle: [early]}\n", "rules.yaml:1:43: teams: 九班"),
    ("rules.yaml", "workingTime: {system: flexible}\n", "rules.yaml:1:23: system: flexible"),
    ("rules.yaml", "minStaff: [{from: \"12:00\", to: \"09:00\", least: 1}]\n", "rules.yaml:1:32: to: 09:00"),
    (
      "rules.yaml", "skillNeeds: [{skill: 法语, from: \"08:00\", to: \"09:00\", least: 1}]\n",
      "rules.yaml:1:22: skill: 法语"
    ),
    ("rules.yaml", "peopleOff: [{least: 5, most: 2}]\n", "rules.yaml:1:30: most: 2"),
    ("locks.csv", "agent,date,shift\na1,2026-12-01,早1\na1,2026-12-01,off\n", "locks.csv:3:4: a1 has another lock"),
    ("locks.csv", "agent,date,shift\na1,2026-12-01,白1\n", "locks.csv:2:15: unknown shift: 白1"),
    ("pairs.csv", "agent,other,kind\na1,a1,apart\n", "pairs.csv:2:4: the same as agent: a1"),
    ("pairs.csv", "agent,other,kind\na1,a2,apart\na2,a1,apart\n", "pairs.csv:3:4: a2 and a1 have this already"),
    ("pairs.csv", "agent,other,kind\na1,a9,apart\n", "pairs.csv:2:4: unknown agent: a9"),
  ])
  func mistakesAreNamedWithTheirPlace(_ file: String, _ text: String, _ expected: String) throws {
    let found = try problems([(file, text)])
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  /// What `init` writes is read back with the commented rules switched on.
  @Test func theTemplatesCommentedRulesAreSound() throws {
    let text = try #require(CentreTemplate.files.first { $0.name == "rules.yaml" }?.contents)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("# ") && $0.contains(": [{") || $0.contains(": {") }
    let rules = lines.map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : String($0) }.joined(separator: "\n")
    let centre = try read([
      ("rules.yaml", rules + "\n"), ("agents.csv", "agent,team,grade,skills\na1,一班,agent,粤语\na2,一班,agent,\n"),
    ])
    #expect(centre.rules.nightRuns?.daysOff == 1 && centre.rules.maxDays.count == 2)
    #expect(centre.rules.teamRotation != nil && centre.rules.workingTime != nil && centre.rules.pairs.weight == 50)
  }
}
