import ArgumentParser
import CentreFiles
import Foundation
import Planning
import Vocabulary

/// Keeps a forecast as it was made.
struct FreezeOptions: ParsableArguments {
  @Flag(help: "把预测冻结到中心的 forecasts/月份/ 下，从不覆盖 — keep the forecast in the centre's forecasts/MONTH/, never overwritten.")
  var freeze = false

  func freeze(
    _ forecast: Forecast, _ explanation: ForecastExplanation, _ planner: MonthPlanner, _ input: CentreInput,
    centreFolder: String, _ session: Session
  ) throws {
    guard freeze else { return }
    let (path, isNew) = try FrozenForecast.freeze(
      forecast, explanation, month: planner.month, origin: planner.origin, centreFolder: centreFolder,
      version: Banbiao.version, digests: input.digests)
    session.progress.say(
      isNew
        ? Wording("预测已冻结在 \(path)", "the forecast is frozen in \(path)")
        : Wording("同一预测此前已冻结在 \(path)", "this very forecast was frozen before, in \(path)"))
  }
}
