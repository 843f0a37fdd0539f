import Foundation
import Testing
import Vocabulary

@testable import CentreFiles

/// Studies are read strictly, and their changes give the files a user would have written.
@Suite struct StudyTests {
  private func folder(_ more: [(String, String)] = []) throws -> TemporaryFolder {
    try TemporaryFolder(SmallFolder.bytes() + more.map { ($0.0, Array($0.1.utf8)) })
  }

  private func study(_ text: String) throws -> Study {
    let folder = try TemporaryFolder([("study.yaml", Array(text.utf8))])
    return try StudyFile.read(path: folder.path + "/study.yaml", month: nil)
  }

  private func changed(_ changes: String) throws -> Centre {
    let study = try study("month: 2026-12\nscenarios:\n  - name: a\n    change:\n" + changes)
    let folder = try folder()
    let files = try CentreEdits.apply(study.scenarios[1].changes, folder: folder.path)
    return try CentreReader.read(folder: folder.path, changed: files).centre
  }

  @Test func keysOfYAMLAreSetScaledAddedAndRemoved() throws {
    let centre = try changed(
      """
            - {in: contract, key: seats.agent.price, factor: "1.10"}
            - {in: contract, key: "indicators[serviceLevel].target", set: 0.9}
            - {in: contract, key: "coefficients[1].value", set: "0.80"}
            - {in: centre, key: seats, add: 5}
            - {in: centre, key: service.floor, set: 0.6}
            - {in: rules, key: lateNight, set: {max: 3, min: 0}}
            - {in: rules, key: weights.over, set: 4}
            - {in: contract, key: "indicators[serviceLevel].weight", add: 5}
            - {in: rules, key: restHours, remove: true}
      """)
    #expect(centre.contract.seatPrice(.agent).price == 8140)
    #expect(centre.contract.indicators[0].target == Decimal(exactly: "0.9"))
    #expect(centre.contract.indicators[0].weight == 25)
    #expect(centre.contract.coefficients.last?.value == Decimal(exactly: "0.80"))
    #expect(centre.settings.seats(on: CivilDate("2026-12-01")!) == 15 && centre.settings.service.floor == 0.6)
    #expect(centre.rules.lateNight.max == 3 && centre.rules.weights.over == 4 && centre.rules.restHours == 11)
    // What is not named stays.
    #expect(centre.rules.leadSpan == 0 && centre.contract.seatPrice(.lead).price == 9300)
  }

  @Test func rowsAreEditedCopiedAddedAndRemoved() throws {
    let centre = try changed(
      """
            - {in: agents, where: {grade: trainee}, set: {grade: agent, productivity: "1"}}
            - {in: agents, where: {agent: a1}, copy: true, count: 2}
            - {in: calls, factor: {offered: 2}}
            - {in: adjustments, rows: [{from: 2026-12-01, to: 2026-12-31, factor: "1.1"}]}
            - {in: shifts, where: {code: 早1}, add: {paidMinutes: -30}}
      """)
    #expect(centre.agents.map(\.id) == ["a1", "a2", "new-1", "new-2"])
    #expect(centre.agents.allSatisfy { $0.grade == .agent && $0.productivity == 1 })
    #expect(centre.calls.records.compactMap(\.offered) == [20, 24])
    #expect(centre.adjustments.map(\.change) == [.factor(1.1)])
    #expect(centre.shifts[0].paidMinutes == 450)
  }

  /// Leave and last month's shifts of people who are gone go with them.
  @Test func peopleLeaveWithTheirLeave() throws {
    let centre = try changed("      - {in: agents, where: {agent: a1}, remove: true}\n")
    #expect(centre.agents.map(\.id) == ["a2"])
    #expect(centre.leave.map(\.agent) == ["a2"] && centre.previous.isEmpty)
  }

  @Test func theFolderItselfIsLeftAlone() throws {
    let folder = try folder()
    let before = try CentreReader.read(folder: folder.path)
    let study = try study(
      "month: 2026-12\nscenarios: [{name: a, volume: 1.1, change: [{in: centre, key: seats, set: 3}]}]")
    _ = try CentreEdits.apply(study.scenarios[1].changes, folder: folder.path)
    let after = try CentreReader.read(folder: folder.path, base: before)
    #expect(after.centre == before.centre && after.digests.map(\.sha256) == before.digests.map(\.sha256))
  }

  @Test func gridsAreAllCombinations() throws {
    let study = try study(
      """
      month: 2026-12
      change: [{in: centre, key: seats, set: 9}]
      grid:
        - {volume: [0.9, 1.1]}
        - {name: 座席, in: centre, key: seats, add: [-1, 1, 2]}
      """)
    #expect(study.scenarios.count == 7)
    #expect(study.scenarios[1].name == "volume × 0.9 · 座席 − 1")
    #expect(Set(study.scenarios.map(\.name)).count == 7)
    // The base's own change comes first everywhere.
    #expect(study.scenarios.allSatisfy { $0.changes.first?.text == "centre seats = 9" })
    #expect(study.effort == "quick" && study.seed == 1)
  }

  private func problems(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let problems as InputProblems {
      return problems.problems.map { $0.text(.english) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func whatIsWrongInAStudyIsListed() {
    let found = problems {
      _ = try study(
        """
        month: 2026-13
        effort: fast
        scenarios:
          - {name: a, change: [{in: nowhere, key: x, set: 1}]}
          - {name: a, change: [{in: contract, set: 1}]}
          - {change: [{in: agents, where: {agent: a1}}]}
        breakEvens: [nothing]
        """)
    }
    for text in ["month: 2026-13", "month is missing"] {
      #expect(found.contains { $0.contains(text) }, "\(text)")
    }
    let more = problems {
      _ = try study(
        """
        month: 2026-12
        effort: fast
        scenarios:
          - {name: a, change: [{in: nowhere, key: x, set: 1}]}
          - {name: a, change: [{in: contract, set: 1}]}
          - {change: [{in: agents, where: {agent: a1}}]}
        breakEvens: [nothing]
        """)
    }
    for text in [
      "effort: fast", "study.yaml:4:29: in: nowhere", "key is missing", "name is missing", "set is missing",
      "expected every scenario's name once", "breakEvens: nothing",
    ] { #expect(more.contains { $0.contains(text) }, "\(text) in \(more)") }
  }

  @Test(
    arguments: [
      ("{in: agents, where: {agent: nobody}, remove: true}", "no row of agents.csv matches"),
      ("{in: agents, factor: {height: 2}}", "agents.csv has no column height"),
      ("{in: contract, key: seats.pilot.price, factor: 2}", "seats.pilot.price of contract.yaml cannot be changed so"),
      ("{in: centre, key: name, add: 1}", "name of centre.yaml cannot be changed so"),
      ("{in: pairs, where: {kind: apart}, remove: true}", "the centre has no pairs.csv"),
    ])
  func changesThatDoNotFitAreNamed(change: String, expected: String) {
    let found = problems { _ = try changed("      - " + change + "\n") }
    #expect(found.count == 1 && found[0].contains(expected), "\(found)")
  }

  @Test func monthsToDrawAreRead() throws {
    let month = "month: 2026-12\n"
    #expect(try study(month).draws == MonthDraws(paths: 50))
    #expect(try study(month + "paths: 7\n").draws == MonthDraws(paths: 7))
    #expect(try study(month + "simulate: {replications: 12}\n").draws == MonthDraws(paths: 50, simulatedMonths: 12))
    #expect(problems { _ = try study(month + "simulate: {replications: many}\n") }.count == 1)
  }

  @Test func figuresAreReadBack() throws {
    var figures = ScenarioFigures()
    for (index, key) in ScenarioFigures.moneyKeys.enumerated() { figures.money[key] = Decimal(index * 7) / 100 }
    for (index, key) in ScenarioFigures.numberKeys.enumerated() { figures.numbers[key] = Double(index) / 8 }
    figures.chances = [(Decimal(exactly: "1.03")!, 0.75), (1, 0.25)]
    figures.roster = "abc"
    let folder = try TemporaryFolder([("figures.json", Array(ScenarioFile.json(figures).encoded().utf8))])
    guard case .planned(let read)? = ScenarioFile.read(folder: folder.path) else {
      Issue.record("not read")
      return
    }
    #expect(read == figures)
    #expect(ScenarioFile.read(folder: folder.path + "/none") == nil)
  }
}

/// The ready studies are studies of the shipped example.
@Suite struct ReadyStudiesTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("data")

  @Test func everyScenarioIsACentre() throws {
    let studies = Self.data.appendingPathComponent("studies")
    let names = try FileManager.default.contentsOfDirectory(atPath: studies.path).filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 10)
    let folder = Self.data.appendingPathComponent("guangzhou").path
    let base = try CentreReader.read(folder: folder)
    for name in names.sorted() {
      let study = try StudyFile.read(path: studies.appendingPathComponent(name).path, month: nil)
      #expect(study.scenarios.count >= 3 && !study.question.isEmpty, "\(name)")
      for scenario in study.scenarios {
        let changed = try CentreEdits.apply(scenario.changes, folder: folder)
        let centre = try CentreReader.read(folder: folder, changed: changed, base: base).centre
        if scenario.name != study.scenarios[0].name && scenario.pool.isEmpty && scenario.apart.isEmpty {
          #expect(centre != base.centre, "\(name) \(scenario.name)")
        }
      }
    }
  }
}
