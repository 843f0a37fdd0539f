import ArgumentParser
import CentreFiles
import Planning
import Rostering
import Vocabulary

/// `banbiao explain prices`: what a unit of each hard rule, a seat and a person in each grade are worth.
struct ExplainPricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices",
    abstract: "每条硬规则、一个座席、各级一人的价格（元）— the price of each hard rule, of a seat, of a person in each grade.")

  @OptionGroup var centre: CentreOptions
  @OptionGroup var fairness: FairnessOptions
  @Option(help: "requirement.csv；缺省时由话务预测得出 — by default made from the forecast.") var requirement: String?
  @Option(parsing: .upToNextOption, help: "只看这些规则，如 R4 R9 staff — only these rules.") var only: [String] = []
  @Flag(help: "逐项重新排班确认，每项一次 — confirm each by a roster planned anew, one for each.") var confirm = false
  @Option(help: "确认所用计算量 — the amount of work of a confirmation.") var effort = Effort.quick
  @Option(help: "随机种子 — the seed.") var seed: UInt64 = 1
  @OptionGroup var parallel: ThreadOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output, centre: centre.centre).run { session in
      let input = try fairness.read(centre, output)
      let planner = MonthPlanner(centre: input.centre, month: centre.month)
      let needed =
        try requirement.map { try ResultReader.requirement(path: $0, period: centre.month.period) }
        ?? planner.priced(planner.requirement(try planner.forecast()))
      let interruption = session.interruption
      var prices = try planner.prices(
        needed, of: only.isEmpty ? nil : Set(only), threads: parallel.threads, isCancelled: { interruption.isRequested }
      )
      try checkNames(prices, session.language)
      if confirm { prices = try confirmed(prices, planner, needed, session) }
      let table = PriceTable(prices: prices)
      if output.json {
        output.printJSON(table.json)
      } else {
        for line in table.lines(session.language) { print(line) }
      }
    }
  }

  private func checkNames(_ prices: MonthPrices, _ language: Language) throws {
    let priced = Set(prices.prices.map(\.priced.change.rule))
    let unknown = only.filter { !priced.contains($0) }
    guard !unknown.isEmpty else { return }
    let names = unknown.joined(separator: ", ")
    let text = Wording(
      "--only \(names)：本月没有这样的硬规则；可为 R1…R11、rules.yaml 的键、locks、staff",
      "--only \(names): no such hard rule in this month; expected R1…R11, a key of rules.yaml, locks or staff")
    throw Failure(.usage, [text.text(language)])
  }

  private func confirmed(
    _ prices: MonthPrices, _ planner: MonthPlanner, _ requirement: Requirement, _ session: Session
  ) throws -> MonthPrices {
    var options = RosterOptions()
    (options.effort, options.seed, options.threads) = (effort, seed, parallel.threads)
    let interruption = session.interruption
    let confirmation = PriceConfirmation(
      planner: planner, requirement: requirement, options: options, onProgress: { session.progress.show($0) },
      isCancelled: { interruption.isRequested })
    defer { session.progress.finish() }
    return try confirmation.confirmed(prices) { change in
      session.progress.say(
        change.map {
          Wording("重新排班：\($0.rule) \($0.unit.chinese)……", "planning anew: \($0.rule) \($0.unit.english) …")
        } ?? Wording("重新排班：本月……", "planning anew: the month …"))
    }
  }
}
