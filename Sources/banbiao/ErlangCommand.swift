import ArgumentParser
import CentreFiles
import Foundation
import Staffing
import Vocabulary

extension QueueModel: ExpressibleByArgument {}
extension ServiceTarget.Formula: ExpressibleByArgument {}

/// `banbiao erlang`: one queue, or a table of them.
struct ErlangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "排队计算：Erlang A、B、C 与反求人数 — queues: what callers meet, or the agents a target needs.")

  @Option(help: "A 会放弃、B 占线即失、C 一直等 — A gives up, B is lost, C waits; by default as --patience says.")
  var model: QueueModel?
  @Option(help: "每时段话务量，可列多个 100,200 — calls in the interval; a list is allowed.") var calls: NumberList?
  @Option(help: "时段秒数 — seconds of the interval.") var interval: NumberList = [1800]
  @Option(help: "平均处理秒数 — average handling time in seconds.") var aht: NumberList?
  @Option(help: "平均耐心秒数，或 never — mean seconds until a caller gives up, or never.")
  var patience: NumberList = [.infinity]
  @Option(help: "应答时限秒数 — answered within, seconds.") var within: NumberList = [20]
  @Option(help: "口径 offered、answered、shortAbandonsGood、shortAbandonsOut — which calls count.")
  var formula = ServiceTarget.Formula.offered
  @Option(help: "坐席数 — agents on the phone.") var agents: NumberList?
  @Option(help: "服务水平目标，反求人数 — the service level wanted: the agents are found.") var target: NumberList?
  @Option(help: "通话利用率上限 — highest occupancy.") var occupancy: Double?
  @Option(help: "放弃率上限 — highest share of abandoned calls.") var abandonment: Double?
  @Option(help: "平均应答秒数上限 — highest average speed of answer.") var asa: Double?
  @Option(help: "CSV，每行一组设置，列名同上述选项 — a CSV with a setting a row; columns named like these options.")
  var from: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { session in
      let rows = try from.map { try QueueSettingsFile.read(path: $0) } ?? [QueueSettings()]
      var cases: [QueueCase] = []
      var problems: [String] = []
      for (index, row) in rows.enumerated() {
        do {
          cases += try expanded(row)
        } catch let error as QueueError {
          let place = from.map { "\(URL(fileURLWithPath: $0).lastPathComponent):\(index + 2):1: " } ?? ""
          problems.append(place + error.wording.text(session.language))
        }
      }
      if !problems.isEmpty { throw Failure(from == nil ? .usage : .badInput, problems) }
      if output.json {
        let values = cases.map { $0.json(withSettings: cases.count > 1 || from != nil) }
        print((values.count == 1 && from == nil ? values[0] : .array(values)).encoded(), terminator: "")
      } else {
        print(QueueCase.header(session.language))
        for queueCase in cases { print(queueCase.line) }
      }
    }
  }

  /// Every combination of the lists, in the order given; what a row of the file names stands for the option.
  private func expanded(_ row: QueueSettings) throws -> [QueueCase] {
    var rows = [row]
    func expand(_ path: WritableKeyPath<QueueSettings, Double?>, _ values: [Double]?) {
      rows = rows.flatMap { row in
        guard row[keyPath: path] == nil, let values else { return [row] }
        return values.map { value in
          var copy = row
          copy[keyPath: path] = value
          return copy
        }
      }
    }
    expand(\.calls, calls?.values)
    expand(\.interval, interval.values)
    expand(\.handlingTime, aht?.values)
    expand(\.patience, patience.values)
    expand(\.within, within.values)
    if row.target == nil { expand(\.agents, agents?.values) }
    if row.agents == nil { expand(\.target, target?.values) }
    return try rows.map(queueCase)
  }

  private func queueCase(_ row: QueueSettings) throws -> QueueCase {
    guard let calls = row.calls else { throw Failure(.usage, ["--calls 300"]) }
    guard let handlingTime = row.handlingTime else { throw Failure(.usage, ["--aht 150"]) }
    return try QueueCase(
      model: row.model.flatMap(QueueModel.init(rawValue:)) ?? model, calls: calls, interval: row.interval ?? 1800,
      handlingTime: handlingTime, patience: row.patience.flatMap { $0.isFinite ? $0 : nil }, agents: row.agents,
      target: QueueTarget(
        serviceLevel: row.target, within: row.within ?? 20, formula: row.formula ?? formula,
        occupancy: row.occupancy ?? occupancy, abandonment: row.abandonment ?? abandonment,
        speedOfAnswer: row.speedOfAnswer ?? asa))
  }
}

/// One number or several, `100,200`; `never` is infinite.
struct NumberList: ExpressibleByArgument, ExpressibleByArrayLiteral {
  var values: [Double]

  init(arrayLiteral elements: Double...) { values = elements }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    values = parts.compactMap { $0 == "never" ? .infinity : Double($0).flatMap { $0.isFinite ? $0 : nil } }
    if values.count != parts.count || values.isEmpty { return nil }
  }

  var defaultValueDescription: String {
    values.map { $0.isFinite ? $0.text($0 == $0.rounded() ? 0 : 4) : "never" }.joined(separator: ",")
  }
}
