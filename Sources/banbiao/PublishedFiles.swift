import CentreFiles
import Foundation
import Reports
import Vocabulary

/// Every file of a plan's result folder.
struct PublishedFiles {
  let plan: MonthPlan
  let language: Language
  let digests: [(file: String, sha256: String)]

  var solution: JSONValue {
    SolutionFile.json(
      plan.solution, version: Banbiao.version, digests: digests, replanning: plan.replanning, fairness: plan.fairness)
  }

  private var contract: ContractReference? { ContractReference(plan.centre.contract, digests: digests) }

  func write(to folder: ResultFolder) throws {
    try folder.write("forecast.csv", ResultTables.forecast(plan.forecast))
    if let explanation = plan.explanation { try folder.write("explain.csv", ResultTables.explanation(explanation)) }
    try folder.write("requirement.csv", ResultTables.requirement(plan.requirement))
    if plan.requirement.weighsService { try folder.write(ServiceFile.name, ServiceFile.text(plan.requirement)) }
    try folder.write("roster.csv", ResultTables.roster(plan.roster))
    if let replanning = plan.replanning {
      try folder.write("kept.csv", ResultTables.roster(replanning.replanning.kept))
      try folder.write("absences.csv", AbsencesFile.text(replanning.replanning.absences))
      try folder.write("changes.csv", ChangesFile.text(replanning.changes))
    }
    if let fairness = plan.fairness {
      try folder.write(FairnessLedgerFile.name, FairnessLedgerFile.text(fairness.ledger))
    }
    if let frontier = plan.frontier {
      try folder.write(frontier, centre: plan.centre.settings.centre, month: plan.month)
    }
    try folder.write("coverage.csv", ResultTables.coverage(plan.coverage))
    try folder.write("solution.json", solution.encoded())
    try folder.write("settlement.json", SettlementFile.json(plan.settlement, contract: contract).encoded())
    try folder.write("settlement.csv", SettlementFile.csv(plan.settlement, contract: contract))
    try folder.write("report.html", HTMLReport(plan: plan, language: language).text())
    let worked = Set(plan.roster.entries.map(\.agent))
    for agent in plan.centre.agents where worked.contains(agent.id) {
      let text = ShiftCalendar.text(agent: agent, plan: plan, language: language)
      try folder.write("calendars/" + ShiftCalendar.fileName(agentID: agent.id), text)
    }
    do {
      try RosterWorkbook.write(plan: plan, language: language, to: folder.path("roster.xlsx"))
    } catch {
      throw CannotWrite(path: folder.target + "/roster.xlsx", reason: "\(error)")
    }
  }
}
