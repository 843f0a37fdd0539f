import Foundation
import Testing
import Vocabulary

@testable import CentreFiles

/// The order of confirmation, and a file that is only ever added to.
@Suite struct LedgerTests {
  private func entry(
    _ action: SettlementLedger.Action, amount: String? = nil, who: String? = nil, at: String = "2026-11-05T10:30",
    note: String = ""
  ) -> SettlementLedger.Entry {
    SettlementLedger.Entry(
      at: at, action: action, who: who ?? (action == .confirmPartner ? "张,三" : "李四"),
      amount: amount.flatMap { Decimal(exactly: $0) }, item: amount == nil ? "" : "lines.agent", note: note,
      statement: "abc")
  }

  private func closed() -> SettlementLedger {
    var ledger = SettlementLedger()
    for action in [SettlementLedger.Action.confirmPartner, .confirmMobile, .close] {
      #expect(ledger.add(entry(action)) == nil)
    }
    return ledger
  }

  @Test func partnerThenMobileThenClosed() {
    var ledger = SettlementLedger()
    #expect(ledger.add(entry(.confirmMobile)) != nil && ledger.state == .draft)
    #expect(ledger.add(entry(.close)) != nil)
    #expect(ledger.add(entry(.confirmPartner)) == nil && ledger.state == .confirmedByPartner)
    #expect(ledger.add(entry(.confirmPartner)) != nil)
    #expect(ledger.add(entry(.withdraw)) == nil && ledger.state == .draft)
    #expect(closed().state == .closed)
  }

  @Test func adjustmentsOnlyAfterClosing() {
    var ledger = SettlementLedger()
    #expect(ledger.add(entry(.adjust, amount: "1.00")) != nil)
    ledger = closed()
    #expect(ledger.add(entry(.withdraw)) != nil)
    #expect(ledger.add(entry(.adjust, amount: "0")) != nil)
    #expect(ledger.add(entry(.adjust, amount: "-120.50")) == nil)
    #expect(ledger.add(entry(.adjust, amount: "20.00")) == nil)
    #expect(ledger.adjustments == Decimal(exactly: "-100.50") && ledger.state == .closed)
  }

  @Test func nobodyNoTimeAndTheSamePersonTwiceAreRefused() {
    var ledger = SettlementLedger()
    #expect(ledger.add(entry(.confirmPartner, who: " \n")) != nil)
    for at in ["yesterday", "2026-11-05", "2026-11-31T10:30", "2026-11-05T25:00", "2026-11-05T9:30"] {
      #expect(ledger.add(entry(.confirmPartner, at: at)) != nil, "\(at)")
    }
    #expect(ledger.entries.isEmpty)
    #expect(ledger.add(entry(.confirmPartner)) == nil)
    #expect(ledger.add(entry(.confirmMobile, who: " 张,三 ")) != nil)
    #expect(ledger.add(entry(.confirmMobile, at: "2026-11-05T10:29")) != nil)
    #expect(ledger.add(entry(.confirmMobile)) == nil)
    #expect(ledger.add(entry(.close)) == nil)
    #expect(ledger.add(entry(.adjust, amount: "1000000000.01")) != nil)
    #expect(ledger.add(entry(.adjust, amount: "-1000000000.00")) == nil)
  }

  /// Space around, quotes and lines within a text are nothing that could break the chain.
  @Test func anyTextIsReadBack() throws {
    var ledger = SettlementLedger()
    #expect(ledger.add(entry(.confirmPartner, who: " 张三\t ", note: " a,\"b\"\r\nc　")) == nil)
    #expect(ledger.entries[0].who == "张三" && ledger.entries[0].note == "a,\"b\" c")
    let folder = try TemporaryFolder()
    try LedgerFile.write(ledger, page: "x", folder: folder.path)
    #expect(try LedgerFile.read(folder: folder.path) == ledger)
  }

  /// The head stands for all rows, so that a cut at the end shows to who kept it.
  @Test func theHeadIsTheLastRowsDigest() {
    let ledger = closed()
    #expect(LedgerFile.head(SettlementLedger()).isEmpty)
    #expect(LedgerFile.text(ledger).hasSuffix("," + LedgerFile.head(ledger) + "\n"))
  }

  @Test func whatIsWrittenIsRead() throws {
    var ledger = closed()
    _ = ledger.add(entry(.adjust, amount: "-120.50"))
    let folder = try TemporaryFolder()
    #expect(try LedgerFile.read(folder: folder.path).entries.isEmpty)
    try LedgerFile.write(ledger, page: "x", folder: folder.path)
    #expect(try LedgerFile.read(folder: folder.path) == ledger)
  }

  /// An amount changed, or a row taken out, breaks the chain at its line.
  @Test func changedRowsShow() throws {
    var ledger = closed()
    _ = ledger.add(entry(.adjust, amount: "-120.50"))
    let text = LedgerFile.text(ledger)
    let changed = text.replacingOccurrences(of: "-120.50", with: "-20.50")
    let shortened = text.split(separator: "\n").enumerated().filter { $0.offset != 2 }.map { String($0.element) }
    for (damaged, line) in [(changed, 5), (shortened.joined(separator: "\n") + "\n", 3)] {
      let folder = try TemporaryFolder([("ledger.csv", Array(damaged.utf8))])
      do {
        _ = try LedgerFile.read(folder: folder.path)
        Issue.record("a broken chain was read")
      } catch let problems as InputProblems {
        #expect(problems.problems.first?.line == line)
      }
    }
  }
}
