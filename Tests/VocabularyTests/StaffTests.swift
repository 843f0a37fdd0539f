import Foundation
import Testing
import Vocabulary

@Suite struct ShiftTests {
  private func time(_ text: String) -> TimeOfDay {
    TimeOfDay(text)!
  }

  @Test func dutyAndMealHalfHours() {
    let shift = Shift(
      code: "早1", shiftClass: .early, start: time("07:00"), end: time("15:00"), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time("10:30"), mealTo: time("12:00"))
    #expect(shift.dutyHalfHours == [14..<30])
    #expect(shift.isOnDuty(halfHour: 14) && shift.isOnDuty(halfHour: 29))
    #expect(!shift.isOnDuty(halfHour: 13) && !shift.isOnDuty(halfHour: 30))
    #expect(shift.mealHalfHours == 1)
    #expect(shift.mealStarts == [21, 22, 23, 24])
    #expect(shift.lastEnd == time("15:00"))
  }

  @Test func overnightReachesTheNextDay() {
    let shift = Shift(
      code: "通宵", shiftClass: .overnight, start: time("23:30"), end: time("31:30"), paidMinutes: 480, mealMinutes: 60,
      mealFrom: time("26:30"), mealTo: time("27:00"))
    #expect(shift.dutyHalfHours == [47..<63])
    #expect(shift.mealStarts == [53, 54] && shift.mealHalfHours == 2)
  }

  @Test func splitShiftIsOffBetweenItsParts() {
    let shift = Shift(
      code: "两头", shiftClass: .mid, start: time("08:30"), end: time("12:00"), paidMinutes: 450,
      secondStart: time("18:00"), secondEnd: time("22:00"))
    #expect(shift.dutyHalfHours == [17..<24, 36..<44])
    #expect((0..<48).filter(shift.isOnDuty) == Array(17..<24) + Array(36..<44))
    #expect(shift.lastEnd == time("22:00"))
    #expect(shift.mealStarts.isEmpty && shift.mealHalfHours == 0)
  }

  @Test func mealWithoutAWindowHasNoStart() {
    var shift = Shift(
      code: "x", shiftClass: .mid, start: time("08:00"), end: time("16:00"), paidMinutes: 480, mealMinutes: 30)
    #expect(shift.mealStarts.isEmpty)
    shift.mealFrom = time("12:00")
    shift.mealTo = time("11:00")
    #expect(shift.mealStarts.isEmpty)
  }
}

@Suite struct AgentTests {
  private func day(_ text: String) -> CivilDate {
    CivilDate(text)!
  }

  @Test func employmentIncludesBothEnds() {
    let agent = Agent(id: "1", from: day("2026-12-05"), to: day("2026-12-20"))
    #expect(!agent.isEmployed(on: day("2026-12-04")) && agent.isEmployed(on: day("2026-12-05")))
    #expect(agent.isEmployed(on: day("2026-12-20")) && !agent.isEmployed(on: day("2026-12-21")))
    #expect(Agent(id: "2").isEmployed(on: day("1990-01-01")))
  }

  @Test func promotionChangesGradeAndProductivity() {
    let trainee = Agent(id: "1", grade: .trainee, productivity: 0.75, promoted: day("2026-12-16"))
    #expect(trainee.grade(on: day("2026-12-15")) == .trainee)
    #expect(trainee.productivity(on: day("2026-12-15")) == 0.75)
    #expect(trainee.grade(on: day("2026-12-16")) == .agent)
    #expect(trainee.productivity(on: day("2026-12-16")) == 1)
  }

  /// Only a trainee is promoted.
  @Test func promotionOfOthersChangesNothing() {
    let lead = Agent(id: "1", grade: .lead, productivity: 0, promoted: day("2026-12-16"))
    #expect(lead.grade(on: day("2026-12-20")) == .lead)
    #expect(lead.productivity(on: day("2026-12-20")) == 0)
  }

  @Test func classesLimitWhereGiven() {
    #expect(ShiftClass.allCases.allSatisfy(Agent(id: "1").mayWork))
    let agent = Agent(id: "2", classes: [.early, .mid])
    #expect(ShiftClass.allCases.filter(agent.mayWork) == [.early, .mid])
  }
}

@Suite struct CallHistoryTests {
  @Test func recordsAreSortedAndCutBeforeAnInstant() throws {
    let noon = try #require(HalfHour("2026-12-01T12:00"))
    let records = [2, 0, 1].map { CallRecord(start: noon.adding($0), offered: Double($0)) }
    let history = CallHistory(records: records)
    #expect(history.records.map(\.offered) == [0, 1, 2])
    #expect(history.before(noon.adding(2)).records.map(\.offered) == [0, 1])
    #expect(history.before(noon).records.isEmpty)
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "en_US.UTF-8"], .english), ([:], .english),
    (["LANG": "en_US", "LC_ALL": "zh_CN"], .chinese), (["LANG": "zh_CN", "LC_ALL": "C"], .english),
    (["LANG": "zh_CN", "LC_ALL": ""], .chinese), (["LANG": "en", "LC_MESSAGES": "ZH_TW"], .chinese),
  ])
  func preferredLanguage(environment: [String: String], language: Language) {
    #expect(Language.preferred(environment: environment) == language)
  }

  @Test func problemsSayWhereAndWhat() {
    let problem = InputProblem(
      file: "agents.csv", line: 3, column: 5, found: Wording("等级不明", "unknown grade"),
      expected: Wording("应为 agent", "expected agent"))
    #expect(problem.text(.english) == "agents.csv:3:5: unknown grade; expected agent")
    #expect(problem.text(.chinese) == "agents.csv:3:5: 等级不明；应为 agent")
    let whole = InputProblem(file: "centre.yaml", found: Wording(same: "x"), expected: Wording(same: "y"))
    #expect(whole.text(.english) == "centre.yaml:1:1: x; y")
  }
}

@Suite struct SolutionTests {
  private func solution(objective: Double, lowerBound: Double, basePay: Double) -> Solution {
    Solution(
      objective: objective, lowerBound: lowerBound, basePay: basePay, terms: [], phases: [], seconds: 0, seed: 1,
      status: .feasible)
  }

  @Test func gapsAreSharesOfTheWholeAndOfTheControllablePart() {
    let plain = solution(objective: 1000, lowerBound: 990, basePay: 900)
    #expect(abs(plain.gap - 0.01) < 1e-12)
    #expect(abs(plain.gapControllable - 0.1) < 1e-12)
    #expect(solution(objective: 0, lowerBound: 0, basePay: 0).gap == 0)
    #expect(solution(objective: 100, lowerBound: 101, basePay: 50).gap == 0)
    #expect(solution(objective: 100, lowerBound: 90, basePay: 100).gapControllable == 0)
  }
}
