import Foundation
import Testing
import Vocabulary

@testable import CentreFiles
@testable import Reports

@Suite("The workbook")
struct RosterWorkbookTests {
  private static let plan = SyntheticPlan.make(people: 41)

  /// Writes a plan and hands the file over.
  private func withWorkbook<Result>(
    _ plan: MonthPlan = plan, language: Language = .chinese, _ body: (String) throws -> Result
  ) throws -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/banbiao-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RosterWorkbook.write(plan: plan, language: language, to: path)
    return try body(path)
  }

  private func parts(_ path: String) throws -> [String: String] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return try ZipArchive.entries(bytes, where: { _ in true }).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func sheets(_ path: String) throws -> [(name: String, rows: [WorkbookReader.Row])] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return WorkbookReader.sheets(bytes, file: "roster.xlsx", problems: ProblemList())
  }

  @Test("The roster can be read back as it was written", arguments: Language.allCases)
  func roundTrip(language: Language) throws {
    try withWorkbook(language: language) { path in
      let read = try RosterFile.read(path: path, centre: Self.plan.centre, period: Self.plan.month.period)
      #expect(read.roster == Self.plan.roster)
      #expect(read.warnings == [])
    }
  }

  @Test("The same plan gives the same bytes, at any time")
  func isDeterministic() async throws {
    let first = try withWorkbook { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    // Zip files count time in steps of two seconds.
    try await Task.sleep(for: .seconds(2.1))
    let second = try withWorkbook { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(first == second)
  }

  @Test("Sheets have permitted names, the grid first and the plain rows last", arguments: Language.allCases)
  func sheetNames(language: Language) throws {
    try withWorkbook(language: language) { path in
      let names = try sheets(path).map(\.name)
      #expect(names.first == (language == .chinese ? "班表" : "Grid") && names.last == "roster")
      #expect(names.contains("夜班_二组") && names.contains("1班"))
      #expect(Set(names.map { $0.lowercased() }).count == names.count)
    }
  }

  @Test("The header of the grid names its columns, with the days as ISO dates")
  func header() throws {
    try withWorkbook { path in
      let grid = try sheets(path)[0].rows
      let header = try #require(grid.first { $0.cells.first == "工号" })
      #expect(header.cells.prefix(4) == ["工号", "姓名", "班组", "级别"])
      #expect(header.cells[4..<32].elementsEqual(Self.plan.month.period.days.map { "\($0)" }))
      let weekdays = try #require(grid.first { $0.number == header.number - 1 })
      // 1 February 2027 is a Monday.
      #expect(weekdays.cells[4..<11] == ["一", "二", "三", "四", "五", "六", "日"])
      let marks = try #require(grid.first { $0.number == header.number - 2 })
      #expect(marks.cells[8] == "春节" && marks.cells[17] == "调班")
      // Below the people the first column is empty.
      let people = Set(Self.plan.centre.agents.map(\.id))
      for row in grid where row.number > header.number {
        #expect(row.cells[0].isEmpty || people.contains(row.cells[0]))
      }
    }
  }

  @Test("Totals are formulas with the values they have now")
  func totals() throws {
    let month = ReportedMonth(Self.plan)
    try withWorkbook { path in
      let grid = try sheets(path)[0].rows
      for person in month.people {
        let row = try #require(grid.first { $0.cells.first == person.agent.id })
        let expected = GridTotal.allCases.map { $0.value(person.totals) }
        #expect(row.cells[32..<39].compactMap { Double($0) } == expected)
      }
      let sheet = try #require(try parts(path)["xl/worksheets/sheet1.xml"])
      #expect(sheet.contains("<f>SUMPRODUCT(COUNTIF(E6:AF6,'班次'!$A$5:$A$10))</f>"))
    }
  }

  @Test("Colours are the palette's, panes are frozen, titles repeated, charts native")
  func looks() throws {
    try withWorkbook { path in
      let parts = try parts(path)
      let styles = try #require(parts["xl/styles.xml"])
      for cell in Palette.Cell.allCases where cell != .off {
        #expect(styles.contains("FF" + Palette.pair(cell).fill.hex.dropFirst().uppercased()), "\(cell)")
      }
      let grid = try #require(parts["xl/worksheets/sheet1.xml"])
      #expect(grid.contains("xSplit=\"4\" ySplit=\"5\"") && grid.contains("<autoFilter ref=\"A5:AM46\"/>"))
      #expect(grid.contains("orientation=\"landscape\"") && grid.contains("paperSize=\"8\""))
      #expect(parts["xl/workbook.xml"]?.contains("_xlnm.Print_Titles") == true)
      #expect(parts["xl/charts/chart1.xml"] != nil && parts["xl/charts/chart2.xml"] != nil)
    }
  }

  @Test("What cannot be written is said, with the path")
  func errors() {
    let path = "/nowhere/roster.xlsx"
    #expect {
      try RosterWorkbook.write(plan: Self.plan, language: .chinese, to: path)
    } throws: { error in
      (error as? WorkbookError)?.path == path && (error as? WorkbookError)?.wording.chinese.contains(path) == true
    }
  }

  @Test("A text too long for a cell is refused with its place")
  func longText() {
    var plan = Self.plan
    plan.centre.agents[0].name = String(repeating: "长", count: 40_000)
    #expect {
      try withWorkbook(plan) { _ in }
    } throws: { error in
      (error as? WorkbookError)?.place == "班表!B6"
    }
  }
}

@Suite("Names and references in workbooks")
struct WorkbookNameTests {
  @Test("Any text becomes a permitted, unused name")
  func sheetNames() {
    var names = SheetNames(reserved: ["班表", "Grid", "roster"])
    #expect(names.take("Roster") == "Roster 2")
    #expect(names.take("grid") == "grid 2")
    #expect(names.take("roster") == "roster 3")
    #expect(names.take("") == "_" && names.take("'a/b'") == "a_b" && names.take("A_B") == "A_B 2")
    #expect(names.take("History") == "History 2")
    let long = names.take(String(repeating: "班", count: 40))
    let again = names.take(String(repeating: "班", count: 40))
    #expect(long.utf16.count == 31 && again.utf16.count == 31 && again.hasSuffix(" 2"))
    // Characters of two UTF-16 units stay whole.
    #expect(names.take(String(repeating: "𠮷", count: 20)).unicodeScalars.count == 15)
  }

  @Test(
    "References", arguments: [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")])
  func references(column: Int, expected: String) {
    #expect(CellReference.cell(0, column) == expected)
  }

  @Test("Names of sheets in formulas are quoted")
  func quoting() {
    #expect(CellReference.sheet("a'b") == "'a''b'!")
    #expect(CellReference.range(1...2, 3...4, fixed: .row) == "D$2:E$3")
  }
}
