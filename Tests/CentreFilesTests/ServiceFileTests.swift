import CentreFiles
import Foundation
import TestSupport
import Testing
import Vocabulary

/// `service.inRoster` and `service.pricePerCall` in `centre.yaml`, and `service.csv`.
@Suite struct ServiceFileTests {
  private func read(_ service: String) throws -> ServiceTarget {
    let text = "centre: small\nseats: 10\nservice: {\(service)}\n"
    let folder = try TemporaryFolder(SmallFolder.bytes(replacing: "centre.yaml", with: Array(text.utf8)))
    return try CentreReader.read(folder: folder.path).centre.settings.service
  }

  @Test func theKeysAreRead() throws {
    let plain = try read("target: 0.8")
    #expect(!plain.inRoster && plain.pricePerCall == nil)
    let weighed = try read("inRoster: true, pricePerCall: 2.5")
    #expect(weighed.inRoster && weighed.pricePerCall == 2.5)
    #expect(try read("inRoster: true, pricePerCall: null").pricePerCall == nil)
  }

  @Test(arguments: [
    ("inRoster: maybe", 21), ("inRoster: true, scope: day", 21), ("inRoster: true, scope: halfHour", 21),
    ("inRoster: true, load: modified", 21), ("inRoster: true, level: money", 21),
    ("inRoster: true, pricePerCall: -1", 41),
    ("inRoster: true, pricePerCall: 20000", 41), ("pricePerCall: 2", 25),
  ])
  func whatDoesNotFitIsRefusedInItsPlace(_ service: String, column: Int) throws {
    let error = try #require(throws: InputProblems.self) { try read(service) }
    #expect(error.problems.count == 1)
    for problem in error.problems {
      #expect(problem.file == "centre.yaml" && problem.line == 3)
      #expect(problem.column == column, "\(problem.text(.english))")
      #expect(problem.text(.chinese) != problem.text(.english))
    }
  }

  private static let period = Month(year: 2026, month: 2)!.period

  private static let requirement = Requirement(
    rows: period.halfHours.enumerated().map { index, start in
      let points = [
        PricedService.Point(effective: 2.1739, serviceLevel: 0.7123, beyondTarget: -3.5),
        PricedService.Point(effective: 3.2609, serviceLevel: 0.9012, beyondTarget: 0.25),
        PricedService.Point(effective: 6.5217, serviceLevel: 0.9996, beyondTarget: 2.9981),
      ]
      return Requirement.Row(
        start: start, offered: 20, averageHandlingTime: 150, required: 2.1739,
        service: index % 3 == 0 ? nil : PricedService(pricePerCall: 3.1416, points: points))
    })

  private func reread(_ service: String) throws -> Requirement {
    let folder = try TemporaryFolder([
      ("requirement.csv", Array(ResultTables.requirement(Self.requirement).utf8)),
      ("service.csv", Array(service.utf8)),
    ])
    return try ResultReader.requirement(path: folder.path + "/requirement.csv", period: Self.period)
  }

  @Test func curvesAreReadBackAsWritten() throws {
    #expect(try reread(ServiceFile.text(Self.requirement)).rows == Self.requirement.rows)
    var open = Self.requirement
    for index in open.rows.indices { open.rows[index].service?.pricePerCall = nil }
    #expect(try reread(ServiceFile.text(open)).rows == open.rows)
  }

  @Test(arguments: [
    // The second point no further, no higher than the first; the third steeper than the second.
    ("2026-02-01T00:00,2,0.7,1,3\n2026-02-01T00:00,2,0.8,2,3\n", "service.csv:3:24"),
    ("2026-02-01T00:00,2,0.7,1,3\n2026-02-01T00:00,3,0.8,0.5,3\n", "service.csv:3:24"),
    (
      "2026-02-01T00:00,1,0.7,1,3\n2026-02-01T00:00,2,0.8,2,3\n2026-02-01T00:00,3,0.9,4,3\n",
      "service.csv:4:24"
    ),
    ("2026-02-01T00:00,1,0.7,1,3\n2026-02-01T00:00,2,0.8,2,4\n", "service.csv:3:26"),
    ("2026-02-01T00:00,,0.7,1,3\n", "service.csv:2:18"),
    ("2026-02-01T00:00,1,0.7,many,3\n", "service.csv:2:24"),
    ("2026-03-01T00:00,1,0.7,1,3\n", "service.csv:2:1"),
  ])
  func whatIsNoCurveIsRefusedInItsPlace(_ rows: String, place: String) throws {
    let error = try #require(throws: InputProblems.self) {
      try reread("start,effective,serviceLevel,beyondTarget,price\n" + rows)
    }
    let texts = error.problems.map { $0.text(.english) }
    #expect(texts.count == 1 && texts[0].hasPrefix(place + ":"), "\(texts)")
  }
}
