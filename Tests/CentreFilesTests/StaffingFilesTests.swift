import CentreFiles
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Shrinkage by times in `centre.yaml`, and the working of `requirement.csv`.
@Suite struct StaffingFilesTests {
  private func read(_ shrinkage: String) throws -> CentreSettings {
    let text = SmallFolder.files[0].1 + "\nshrinkage: " + shrinkage + "\nminAgents: 2\nabsence: 0.03\n"
    let folder = try TemporaryFolder(SmallFolder.bytes(replacing: "centre.yaml", with: Array(text.utf8)))
    return try CentreReader.read(folder: folder.path).centre.settings
  }

  @Test func shrinkageMayDifferByDaysAndTimes() throws {
    let plain = try read("0.08")
    #expect(plain.shrinkage == 0.08 && plain.minAgents == 2 && plain.absence == 0.03)
    let settings = try read(
      "[{rate: 0.06}, {days: workdays, from: \"14:00\", to: \"15:00\", rate: 0.15}, {days: \"sat,sun\", rate: 0.04}]")
    func rate(_ text: String) -> Double { settings.shrinkage(at: HalfHour(text)!, holidays: HolidayCalendar()) }
    // A Thursday and a Saturday.
    #expect(rate("2026-12-03T13:30") == 0.06 && rate("2026-12-03T14:00") == 0.15 && rate("2026-12-03T15:00") == 0.06)
    #expect(rate("2026-12-05T14:00") == 0.04)
  }

  @Test(arguments: [
    "1.2", "[{days: all}]", "[{rate: 0.1, from: \"15:00\", to: \"14:00\"}]", "[{rate: 0.1, days: someday}]",
    "[{rate: 0.1, from: \"14:10\"}]", "[{rate: -0.1}]", "[0.1]",
  ])
  func whatIsNoShrinkageIsRefusedInItsPlace(_ text: String) throws {
    let error = try #require(throws: InputProblems.self) { try read(text) }
    for problem in error.problems { #expect(problem.text(.english).hasPrefix("centre.yaml:7:")) }
    #expect(!error.problems.isEmpty)
  }

  @Test func theWorkingIsReadBackAsWritten() throws {
    let period = Month(year: 2026, month: 2)!.period
    let rows = period.halfHours.enumerated().map { index, start in
      let working = Requirement.Working(
        load: 12.5, agents: 15, shrinkage: 0.08, serviceLevel: 0.8512, occupancy: 0.8125,
        binding: Requirement.Binding.allCases[index % 4])
      return Requirement.Row(
        start: start, offered: 150, averageHandlingTime: 150, required: 16.3043, working: index % 5 == 0 ? nil : working
      )
    }
    let text = ResultTables.requirement(Requirement(rows: rows))
    #expect(text.hasPrefix("start,offered,aht,required,"))
    let folder = try TemporaryFolder([("requirement.csv", Array(text.utf8))])
    #expect(try ResultReader.requirement(path: folder.path + "/requirement.csv", period: period).rows == rows)
  }
}
