import CentreFiles
import Foundation
import Testing

/// `--ledger` as a user meets it: what a month writes, the next one reads.
@Suite(.serialized) struct FairnessLedgerCommandTests {
  /// Two agents all day in every open half-hour of a month.
  private func requirement(_ month: String, days: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (1...days).reduce(into: "start,offered,aht,required\n") { text, day in
      for slot in 16..<44 {
        text += "\(month)-\(two(day))T\(two(slot / 2)):\(slot % 2 == 0 ? "00" : "30"),10,150,2\n"
      }
    }
  }

  private func roster(_ folder: String, _ month: String, _ more: String...) throws -> CommandRun {
    try CommandRun(
      [
        "roster", folder, "--month", month, "--requirement", "\(folder)/\(month).csv", "--out",
        "\(folder)/out-\(month)",
        "--effort", "quick",
      ] + more)
  }

  /// `carried` or `balance` by person and kind.
  private func column(_ name: String, _ path: String) throws -> [String: String] {
    let lines = try CommandRun.text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let (agent, kind) = (try #require(header.firstIndex(of: "agent")), try #require(header.firstIndex(of: "kind")))
    let value = try #require(header.firstIndex(of: name))
    return Dictionary(uniqueKeysWithValues: lines.dropFirst().map { ("\($0[agent]) \($0[kind])", $0[value]) })
  }

  @Test func januaryGoesOnFromDecembersLedger() throws {
    let folder = try CommandRun.smallCentre([
      "2026-12.csv": requirement("2026-12", days: 31), "2027-01.csv": requirement("2027-01", days: 31),
    ])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let december = try roster(folder, "2026-12")
    #expect(december.code == 0, "\(december.errors)")
    let path = "\(folder)/out-2026-12/ledger.csv"
    let balances = try column("balance", path)
    #expect(balances.values.contains { Double($0) != 0 })
    // The folder of results is taken as its ledger is.
    for ledger in [path, "\(folder)/out-2026-12"] {
      let january = try roster(folder, "2027-01", "--ledger", ledger)
      #expect(january.code == 0, "\(january.errors)")
      let carried = try column("carried", "\(folder)/out-2027-01/ledger.csv")
      #expect(carried.keys.sorted() == balances.keys.sorted())
      for (key, balance) in balances { #expect(carried[key].flatMap(Double.init) == Double(balance), "\(key)") }
      let plain = try CommandRun(["check", folder, "--month", "2027-01", "\(folder)/out-2027-01"])
      #expect(plain.code == 65, "checked without the ledger, what is carried differs")
      let check = try CommandRun(
        ["check", folder, "--month", "2027-01", "\(folder)/out-2027-01", "--ledger", ledger])
      #expect(check.code == 0, "\(check.text)")
    }
    // December's ledger is not February's, and a file that is not there is named.
    let late = try CommandRun([
      "check", folder, "--month", "2027-02", "\(folder)/out-2027-01", "--ledger", path,
    ])
    #expect(late.code == 65)
    let missing = try roster(folder, "2027-01", "--ledger", "\(folder)/nowhere.csv")
    #expect(missing.code == 66 && missing.errors.contains("nowhere.csv"))
  }
}
