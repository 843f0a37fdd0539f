import Foundation
import Staffing
import Testing
import Vocabulary

/// Queues against benchmarks/staffing/references.csv: 30 digits, by integration instead of sums over states.
@Suite struct ReferenceTests {
  struct Reference {
    var queue: CallQueue
    var agents: Int
    var within: Double
    /// By name, as in the file.
    var values: [(name: String, value: Double)]
  }

  static func references() throws -> [Reference] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("benchmarks/staffing/references.csv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func number(_ index: Int) throws -> Double { try #require(Double(cells[index])) }
      return Reference(
        queue: CallQueue(
          arrivalRate: try number(1), handlingTime: try number(2), patience: cells[3].isEmpty ? nil : try number(3)),
        agents: Int(try number(0)), within: try number(4),
        values: try (5..<names.count).map { (names[$0], try number($0)) })
    }
  }

  @Test func everyIndicatorHasTenDigits() throws {
    let references = try ReferenceTests.references()
    #expect(references.count > 500)
    for reference in references {
      let result = reference.queue.performance(agents: reference.agents, within: reference.within)
      let found: [String: Double] = [
        "waiting": result.waiting, "answeredInTime": result.answeredInTime, "abandonedInTime": result.abandonedInTime,
        "abandoned": result.abandoned, "meanWait": result.meanWait, "asa": result.speedOfAnswer,
        "occupancy": result.occupancy,
      ]
      for (name, value) in reference.values {
        let error = abs(try #require(found[name]) - value) / max(value, 1e-12)
        #expect(
          error <= (value >= 1e-12 ? 1e-10 : 1),
          "\(name) of \(reference.agents) agents, \(reference.queue), within \(reference.within): \(found[name]!) ≠ \(value)"
        )
      }
    }
  }
}
