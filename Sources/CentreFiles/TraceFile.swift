internal import Foundation
package import Vocabulary

/// `trace.json`: every amount of a statement with its rule, its numbers and the contract's keys, and each seat line opened to
/// the person-days it is made of.
package enum TraceFile {
  package static func json(
    _ trace: SettlementTrace, _ statement: SettlementStatement, contract: ContractReference
  ) -> JSONValue {
    let people = Dictionary(grouping: trace.days, by: \.agent)
    var order: [String] = []
    for day in trace.days where order.last != day.agent { order.append(day.agent) }
    return .object([
      ("centre", .text(statement.centre)), ("month", .text("\(statement.month)")),
      ("basis", .text(statement.basis.rawValue)), ("contract", reference(contract)),
      ("items", .array(trace.items.map { item($0, order, people) })),
    ])
  }

  package static func reference(_ contract: ContractReference) -> JSONValue {
    .object([("version", .text(contract.version)), ("sha256", .text(contract.digest))])
  }

  private static func item(
    _ item: SettlementTrace.Item, _ order: [String], _ people: [String: [SettlementTrace.PersonDay]]
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("key", .text(item.key)), ("amount", .text(item.amount.rounded(decimals: 10).description)),
      ("rule", .text(item.rule.english)), ("ruleChinese", .text(item.rule.chinese)), ("working", .text(item.working)),
      ("contractKeys", .array(item.contractKeys.map { .text("contract.yaml: " + $0) })),
    ]
    if let kind = item.key.split(separator: ".").last.flatMap({ SeatKind(rawValue: String($0)) }),
      item.key.hasPrefix("lines.")
    {
      members.append(("people", .array(order.compactMap { opened(kind, $0, people[$0] ?? []) })))
    }
    return .object(members)
  }

  private static func opened(_ kind: SeatKind, _ agent: String, _ days: [SettlementTrace.PersonDay]) -> JSONValue? {
    func hours(_ day: SettlementTrace.PersonDay) -> Decimal {
      if kind == .overtime { return day.overtimeHours }
      return SeatKind(day.grade) == kind ? day.regularHours : 0
    }
    let own = days.filter { hours($0) != 0 }
    guard !own.isEmpty else { return nil }
    return .object([
      ("agent", .text(agent)), ("hours", plain(own.reduce(Decimal(0)) { $0 + hours($1) })),
      (
        "days",
        .array(
          own.map { day in
            .object([
              ("date", .text("\(day.date)")), ("shift", .text(day.shift)), ("dayKind", .text(day.dayKind.rawValue)),
              ("workedMinutes", .int(day.workedMinutes)), ("overtimeMinutes", plain(day.paidOvertimeMinutes)),
              ("hours", plain(hours(day))),
            ])
          })
      ),
    ])
  }

  private static func plain(_ value: Decimal) -> JSONValue { .text(value.rounded(decimals: 10).description) }
}
