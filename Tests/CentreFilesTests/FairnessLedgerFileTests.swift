import CentreFiles
import Foundation
import Testing
import Vocabulary

/// `ledger.csv` as a centre's folder has it.
@Suite struct FairnessLedgerFileTests {
  private static let header = "month,agent,kind,balance\n"

  private func read(_ ledger: String, rules: String = "restHours: 11\nleadSpan: 0\n") throws -> CentreInput {
    let files = SmallFolder.bytes(replacing: "rules.yaml", with: Array(rules.utf8))
    let folder = try TemporaryFolder(files + [("ledger.csv", Array(ledger.utf8))])
    return try CentreReader.read(folder: folder.path)
  }

  private func problems(_ ledger: String, rules: String = "leadSpan: 0\n") throws -> [String] {
    do {
      _ = try read(ledger, rules: rules)
      return []
    } catch let error as InputProblems {
      return error.problems.map { $0.text(.english) }
    }
  }

  @Test func aLedgerIsReadBackAsWritten() throws {
    let ledger = FairnessLedger(
      month: Month(year: 2026, month: 11)!,
      entries: [
        FairnessLedger.Entry(
          agent: "a1", kind: .nights, carried: Decimal(string: "-1.25")!, exposure: 28, worked: 9,
          share: Decimal(string: "8.3333")!, balance: Decimal(string: "-0.5833")!, totalExposure: 58, totalWorked: 17),
        FairnessLedger.Entry(agent: "a2", kind: .refusedWishes, balance: 0),
      ])
    let input = try read(FairnessLedgerFile.text(ledger))
    #expect(input.centre.ledger == ledger)
    #expect(input.digests.contains { $0.file == "ledger.csv" })
  }

  @Test func whatIsWrongIsSaidWithItsPlace() throws {
    let found = try problems(
      Self.header
        + "2026-11,a1,nights,1.5\n2026-11,a1,nights,2\n2026-10,a2,nights,0\nNovember,a2,weekends,0\n"
        + "2026-11,a2,lunches,0\n2026-11,a2,weekends,much\n2026-11,a2,publicHolidays,\n")
    #expect(
      found.map { $0.prefix(16) } == [
        "ledger.csv:3:12:", "ledger.csv:4:1: ", "ledger.csv:5:1: ", "ledger.csv:6:12:", "ledger.csv:7:21:",
        "ledger.csv:8:27:",
      ])
    #expect(found[1].contains("2026-10") && found[1].contains("2026-11"))
    #expect(try problems("agent,kind\n").count == 2)
    #expect(try problems(Self.header, rules: "fairness: {nights: -1}\n").count == 1)
  }

  @Test func whoLeftIsDroppedWithANote() throws {
    let input = try read(Self.header + "2026-11,gone,nights,3\n2026-11,gone,weekends,3\n2026-11,a1,nights,1\n")
    #expect(input.centre.ledger?.entries.map(\.agent) == ["a1"])
    #expect(input.warnings.filter { $0.file == "ledger.csv" }.count == 1)
  }

  @Test func aLedgerOpensOnlyTheMonthAfterIt() throws {
    var input = try read(Self.header + "2026-11,a1,nights,1\n")
    try input.openLedger(for: Month(year: 2026, month: 12)!)
    #expect(input.centre.ledger?.entries.count == 1)
    #expect(throws: InputProblems.self) { try input.openLedger(for: Month(year: 2027, month: 1)!) }
    var first = try read(Self.header)
    try first.openLedger(for: Month(year: 2027, month: 1)!)
    #expect(first.centre.ledger?.month == Month(year: 2026, month: 12))
  }

  @Test func weightsAreReadByKind() throws {
    let input = try read(Self.header, rules: "fairness: {nights: 1.5, refusedWishes: 5}\n")
    #expect(input.centre.rules.fairness == [.nights: Decimal(string: "1.5")!, .refusedWishes: 5])
  }
}
