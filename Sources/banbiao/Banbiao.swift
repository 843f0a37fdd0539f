import ArgumentParser

@main
struct Banbiao: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "banbiao",
    abstract: "班表：呼叫中心话务预测、人力需求、排班与结算 — workforce planning for call centres.",
    version: version,
    subcommands: [
      PlanCommand.self, ForecastCommand.self, BacktestCommand.self, AccuracyCommand.self, RequirementCommand.self,
      RosterCommand.self, SwapCommand.self, ExplainCommand.self, CheckCommand.self, SimulateCommand.self,
      FrontierCommand.self, ErlangCommand.self, SettleCommand.self, WhatIfCommand.self, InitCommand.self,
      BenchCommand.self,
    ])

  /// Exit codes are those of FORMATS.md; ArgumentParser's own are for usage (64) and help (0).
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.report()
      exit(withError: ExitCode(failure.code.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
