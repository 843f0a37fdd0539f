package import Vocabulary
package struct HTMLReport {
  package init(plan: MonthPlan, language: Language) {}
  package func text() -> String { "" }
}
package enum ShiftCalendar {
  package static func text(agent: Agent, plan: MonthPlan, language: Language) -> String { "" }
  package static func fileName(agentID: String) -> String { agentID + ".ics" }
}
package enum RosterWorkbook {
  package static func write(plan: MonthPlan, language: Language, to path: String) throws {}
}
