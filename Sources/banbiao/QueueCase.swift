import CentreFiles
import Staffing
import Vocabulary

/// One queue that `banbiao erlang` works out.
struct QueueCase {
  let model: QueueModel
  let calls: Double
  let interval: Double
  let queue: CallQueue
  let target: QueueTarget
  let agents: Double
  let performance: QueuePerformance

  /// - Parameter agents: nil = as many as the target needs.
  init(
    model: QueueModel?, calls: Double, interval: Double, handlingTime: Double, patience: Double?, agents: Double?,
    target: QueueTarget
  ) throws {
    queue = try CallQueue(calls: calls, interval: interval, handlingTime: handlingTime, patience: patience)
    try target.check()
    self.model = model ?? (patience == nil ? .erlangC : .erlangA)
    self.calls = calls
    self.interval = interval
    self.target = target
    if let agents {
      guard agents >= 0, agents <= QueueError.mostAgents else { throw QueueError.agents(agents) }
      self.agents = agents
    } else {
      guard target.serviceLevel ?? target.occupancy ?? target.abandonment ?? target.speedOfAnswer != nil else {
        throw Failure(.usage, ["--agents / --target / --occupancy / --abandonment / --asa"])
      }
      self.agents = Double(self.model.leastAgents(queue, target))
    }
    performance = self.model.performance(queue, agents: self.agents, within: target.within)
  }

  func json(withSettings: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if withSettings {
      members = [
        ("model", .text(model.rawValue)), ("calls", .number(calls)), ("interval", .number(interval)),
        ("aht", .number(queue.handlingTime)), ("patience", queue.patience.map { .number($0) } ?? .null),
        ("within", .number(target.within)), ("formula", .text(target.formula.rawValue)),
        ("target", target.serviceLevel.map { .number($0) } ?? .null),
      ]
    }
    return .object(
      members + [
        ("agents", .number(agents)), ("load", .number(queue.load)),
        ("probabilityOfWait", .number(performance.waiting)),
        ("serviceLevel", .number(performance.serviceLevel(target.formula))),
        ("abandonment", .number(performance.abandoned)), ("asa", .number(performance.speedOfAnswer)),
        ("occupancy", .number(performance.occupancy)), ("meanWait", .number(performance.meanWait)),
        ("stable", .bool(performance.meanWait.isFinite)),
      ])
  }

  static func header(_ language: Language) -> String {
    (language == .chinese
      ? ["模型", "话务量", "处理时长", "耐心", "时限", "坐席", "负荷", "等待概率", "服务水平", "放弃率", "平均应答秒", "利用率"]
      : [
        "model", "calls", "aht", "patience", "within", "agents", "load", "P(wait)", "service", "abandoned", "ASA",
        "occupancy",
      ]).joined(separator: "\t")
  }

  var line: String {
    func short(_ value: Double) -> String {
      guard value.isFinite else { return "∞" }
      return value == value.rounded() ? value.text(0) : value.text(2)
    }
    func percent(_ value: Double) -> String { (value * 100).text(2) + " %" }
    return [
      model.rawValue, short(calls), short(queue.handlingTime), queue.patience.map(short) ?? "never",
      short(target.within), short(agents), queue.load.text(2), percent(performance.waiting),
      percent(performance.serviceLevel(target.formula)), percent(performance.abandoned),
      performance.speedOfAnswer.isFinite ? performance.speedOfAnswer.text(1) : "∞", percent(performance.occupancy),
    ].joined(separator: "\t")
  }
}
