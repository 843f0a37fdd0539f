import ArgumentParser
import CentreFiles
import Checking
import Foundation
import Planning
import Rostering
import Vocabulary

/// `banbiao explain`: why a roster is as it is, or why there is none.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "解释班表 — why a roster is as it is, or why there is none.",
    subcommands: [ExplainDayCommand.self, ExplainConflictCommand.self, ExplainPricesCommand.self])
}

extension DayQuestion: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

/// `banbiao explain day`: what granting a day off, or a shift, would break or cost.
struct ExplainDayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day",
    abstract: "某人某日为何不休（或不上某班）：违反哪些规则，或代价多少 — why somebody does not have a day off, or a shift.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Argument(help: "结果文件夹 — the folder of results.") var folder: String
  @Argument(help: "工号:日期[:班次]；不写班次即问休息 — agent:date[:shift]; without a shift, a day off.")
  var question: DayQuestion
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      let period = centre.month.period
      let requirement = try ResultReader.requirement(path: folder + "/requirement.csv", period: period)
      let roster = try RosterFile.read(path: folder + "/roster.csv", centre: input.centre, period: period).roster
      let replanned = try ReplannedFolder(folder, input.centre, period)
      guard
        let explanation = DayExplanation(
          question, of: roster, by: RosterChecker(centre: input.centre, period: period, requirement: requirement),
          alsoHeld: { replanned?.check.violations($0) ?? [] })
      else { throw InputProblems([unknown(input.centre)]) }
      let text = DayExplanationText(explanation: explanation)
      if output.json {
        output.printJSON(text.json)
      } else {
        for line in text.lines(session.language) { print(line) }
      }
    }
  }

  /// What of the question is not of the month.
  private func unknown(_ centre: Centre) -> InputProblem {
    let period = self.centre.month.period
    let place = "\(question.agent):\(question.date)" + (question.shift.map { ":\($0)" } ?? "")
    if let shift = question.shift, !centre.shifts.contains(where: { $0.code == shift }) {
      return InputProblem(
        file: place, found: Wording("不认识的班次：\(shift)", "unknown shift: \(shift)"),
        expected: Wording("应为 shifts.csv 中的班次", "expected one of shifts.csv"))
    }
    if !period.contains(question.date) {
      return InputProblem(
        file: place, found: Wording("\(question.date) 不在本月", "\(question.date) is not in the month"),
        expected: Wording(
          "应在 \(period.firstDay) 到 \(period.lastDay) 之间", "expected between \(period.firstDay) and \(period.lastDay)"))
    }
    return InputProblem(
      file: place, found: Wording("本月没有此人：\(question.agent)", "nobody of this month: \(question.agent)"),
      expected: Wording("应为 agents.csv 中本月在职者的工号", "expected somebody of agents.csv employed in the month"))
  }
}
