import CentreFiles
import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

/// The texts of the example mean the values they were written from, to the reader of centre folders.
@Suite struct RoundTripTests {
  private let folder = ShippedData.guangzhou

  private func readBack() throws -> CentreInput {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("example-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    for (name, contents) in folder.files {
      let file = path.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contents.utf8).write(to: file)
    }
    return try CentreReader.read(folder: path.path, holidays: ShippedData.holidays)
  }

  @Test func folderReadsBackAsTheCentre() throws {
    let input = try readBack()
    #expect(input.warnings.isEmpty)
    #expect(input.centre.settings == folder.centre.settings)
    #expect(input.centre.rules == folder.centre.rules)
    #expect(input.centre.contract == folder.centre.contract)
    #expect(input.centre.shifts == folder.centre.shifts)
    #expect(input.centre.agents == folder.centre.agents)
    #expect(input.centre.leave == folder.centre.leave)
    #expect(input.centre.previous == folder.centre.previous)
    #expect(input.centre.events == folder.centre.events)
    #expect(haveSameCalls(input.centre.calls, folder.centre.calls))
  }

  /// The reader weighs handling times by calls, which may cost the last bit.
  private func haveSameCalls(_ left: CallHistory, _ right: CallHistory) -> Bool {
    left.records.elementsEqual(right.records) { left, right in
      left.start == right.start && left.offered == right.offered && left.answered == right.answered
        && left.abandoned == right.abandoned
        && abs((left.averageHandlingTime ?? 0) - (right.averageHandlingTime ?? 0)) < 1e-9
    }
  }

  @Test func shippedHolidaysAreTheFile() {
    let shipped = HolidayFile.shipped()
    let file = ShippedData.holidays
    #expect(file.dates.allSatisfy { shipped[$0] == file[$0] })
    #expect(shipped.dates.filter { $0.year <= 2026 } == file.dates)
  }
}
