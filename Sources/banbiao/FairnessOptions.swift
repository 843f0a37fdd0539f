import ArgumentParser
import CentreFiles
import Foundation
import Vocabulary

/// The ledger that a month is planned from.
struct FairnessOptions: ParsableArguments {
  @Option(
    help: "上月的 ledger.csv 或其结果文件夹；缺省用中心文件夹中的 ledger.csv — last month's ledger.csv, or its folder of results.")
  var ledger: String?

  /// Reads the centre with what its people carry into the month.
  func read(_ centre: CentreOptions, _ output: OutputOptions) throws -> CentreInput {
    var changed: [String: [UInt8]] = [:]
    if let ledger {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: ledger, isDirectory: &isFolder)
      let path = isThere && isFolder.boolValue ? ledger + "/" + FairnessLedgerFile.name : ledger
      guard let data = FileManager.default.contents(atPath: path) else { throw MissingInput(path: path) }
      changed[FairnessLedgerFile.name] = Array(data)
    }
    var input = try centre.read(output, changed: changed)
    try input.openLedger(for: centre.month)
    return input
  }
}
