import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

@Suite struct GuangzhouFolderTests {
  private let folder = ShippedData.guangzhou

  /// `data/guangzhou` is what the generator writes, byte by byte. After a change to the generator, run the tests once
  /// with the environment variable `BANBIAO_WRITE_EXAMPLE` set: that writes the folder instead of comparing.
  @Test func shippedFolderIsTheGeneratorsOutput() throws {
    let shipped = ShippedData.folder.appendingPathComponent("guangzhou")
    let writes = ProcessInfo.processInfo.environment["BANBIAO_WRITE_EXAMPLE"] != nil
    for (name, contents) in folder.files {
      let file = shipped.appendingPathComponent(name)
      if writes {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contents.utf8).write(to: file)
      }
      let matches = try Data(contentsOf: file) == Data(contents.utf8)
      #expect(matches, "data/guangzhou/\(name) differs from what the generator writes")
    }
  }

  @Test func sameSeedSameFolder() {
    let again = ExampleCentre.guangzhou(seed: ExampleCentre.guangzhouSeed, holidays: ShippedData.holidays)
    #expect(again.centre == folder.centre)
    #expect(again.actuals == folder.actuals)
    let other = ExampleCentre.guangzhou(seed: 1, holidays: ShippedData.holidays)
    #expect(other.centre.calls != folder.centre.calls)
    #expect(other.centre.agents.map(\.name) != folder.centre.agents.map(\.name))
  }

  @Test func namesAreDistinctAndEveryTextEndsItsLine() {
    let names = folder.files.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(folder.files.allSatisfy { $0.contents.hasSuffix("\n") && !$0.contents.contains("\r") })
  }

  /// No value needs quotes, so every row has the header's number of commas.
  @Test func csvRowsHaveTheHeadersColumns() {
    for (name, contents) in folder.files where name.hasSuffix(".csv") {
      let commas = contents.split(separator: "\n").map { line in line.utf8.filter { $0 == UInt8(ascii: ",") }.count }
      #expect(Set(commas).count == 1, "\(name)")
      #expect(!contents.contains("\""), "\(name)")
    }
  }
}
