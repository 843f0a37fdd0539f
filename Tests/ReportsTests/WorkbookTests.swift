import CentreFiles
import Foundation
import Reports
import TestSupport
import Testing
import Vocabulary

/// `roster.xlsx`, read back by the reader of edited workbooks.
@Suite struct WorkbookTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// Teams may be called what our own sheets are called, differ only in case or after 31 characters, or have names that
  /// Excel refuses.
  @Test(arguments: Language.allCases) func teamsMayHaveAnyName(language: Language) throws {
    let long = String(repeating: "很长的班组名称", count: 6)
    let teams = [
      "roster", "Roster", "班表", "Grid", "覆盖", "Coverage", "", "'", "a/b", "a:b", "[]:*?/\\", "History", long + "一",
      long + "二", String(repeating: "👩🏽‍💻", count: 12), "Team", "TEAM",
    ]
    let plan = SeededPlan.plan(seed: 7, people: 34, teams: teams)
    try WorkbookTests.withFolder { folder in
      try RosterWorkbook.write(plan: plan, language: language, to: folder + "/roster.xlsx")
      let read = try RosterFile.read(path: folder + "/roster.xlsx", centre: plan.centre, period: plan.month.period)
      let isSame = read.roster == plan.roster
      #expect(isSame)
      // A meal that had to be assumed would be a warning: the sheet `roster` was not found.
      #expect(read.warnings.count == 0)
    }
  }

  /// The archive holds no clock: each part bears the same date, that of no file system (1980-01-01, MS-DOS format).
  @Test func bytesDoNotDependOnTheDayOfWriting() throws {
    let plan = SeededPlan.plan(seed: 8)
    try WorkbookTests.withFolder { folder in
      for name in ["a", "b"] { try RosterWorkbook.write(plan: plan, language: .chinese, to: "\(folder)/\(name).xlsx") }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/a.xlsx"))
      #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: folder + "/b.xlsx")))
      let central = Data([0x50, 0x4B, 0x01, 0x02])
      var dates: Set<[UInt8]> = []
      var from = bytes.startIndex
      while let found = bytes.range(of: central, in: from..<bytes.endIndex) {
        dates.insert(Array(bytes[(found.lowerBound + 12)..<(found.lowerBound + 16)]))
        from = found.upperBound
      }
      // Time 0, then the date: year − 1980 in the upper 7 bits, month 1, day 1.
      #expect(dates == [[0, 0, 0x21, 0]])
    }
  }

  @Test func aFolderThatIsNotThereIsAnErrorNotACrash() {
    #expect(throws: WorkbookError.self) {
      try RosterWorkbook.write(
        plan: SeededPlan.plan(seed: 9, people: 3), language: .english, to: "/nowhere/at/all.xlsx")
    }
  }
}
