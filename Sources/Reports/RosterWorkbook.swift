package import Vocabulary
package enum RosterWorkbook {
  package static func write(plan: MonthPlan, language: Language, to path: String) throws {}
}
