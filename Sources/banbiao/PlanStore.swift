import CentreFiles
import Foundation
import Studies
import Vocabulary

/// The plans of a study's folder, `plans/DIGEST/`: each appears whole, and is found again by the digest of its inputs.
struct PlanStore: Sendable {
  let folder: String

  init(_ out: String) {
    folder = out + "/plans"
  }

  /// Removes what a killed run had begun.
  func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(".new-") {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  func path(_ digest: String) -> String { folder + "/" + digest }

  func outcome(_ digest: String) -> ScenarioResult.Outcome? { ScenarioFile.read(folder: path(digest)) }

  func keep(_ plan: MonthPlan, _ figures: ScenarioFigures, _ input: CentreInput, digest: String) throws {
    let roster = ResultTables.roster(plan.roster)
    let contract = ContractReference(input.centre.contract, digests: input.digests)
    var figures = figures
    figures.roster = SHA256.hex(Array(roster.utf8))
    let service = plan.requirement.weighsService ? [(ServiceFile.name, ServiceFile.text(plan.requirement))] : []
    try keep(
      service + [
        ("forecast.csv", ResultTables.forecast(plan.forecast)),
        ("requirement.csv", ResultTables.requirement(plan.requirement)), ("roster.csv", roster),
        ("coverage.csv", ResultTables.coverage(plan.coverage)),
        (
          "solution.json",
          SolutionFile.json(
            plan.solution, version: Banbiao.version, digests: input.digests, fairness: plan.fairness
          ).encoded()
        ), ("settlement.json", SettlementFile.json(plan.settlement, contract: contract).encoded()),
        ("figures.json", ScenarioFile.json(figures).encoded()),
      ], digest)
  }

  func keep(noRoster reason: Wording, digest: String) throws {
    try keep([("figures.json", ScenarioFile.noRoster(reason).encoded())], digest)
  }

  private func keep(_ files: [(String, String)], _ digest: String) throws {
    let staging = folder + "/.new-\(digest)"
    do {
      try? FileManager.default.removeItem(atPath: staging)
      try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: staging + "/" + name)) }
      try? FileManager.default.removeItem(atPath: path(digest))
      try FileManager.default.moveItem(atPath: staging, toPath: path(digest))
    } catch {
      throw CannotWrite(path: path(digest), reason: error.localizedDescription)
    }
  }
}
