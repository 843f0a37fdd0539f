import ArgumentParser
import CentreFiles
import Foundation
import Reports
import Vocabulary

/// What every entry of a ledger says.
struct LedgerOptions: ParsableArguments {
  @Argument(help: "结算单文件夹 — the folder of a statement.") var folder: String
  @Option(help: "经手人 — who.") var who: String
  @Option(help: "说明 — a note.") var note = ""
  @Option(help: "时间，默认现在 — when, YYYY-MM-DDTHH:MM; now by default.") var at: String?

  func validate() throws {
    if !who.contains(where: { !$0.isWhitespace }) { throw ValidationError("--who: 经手人 — who did it") }
    if let at, !SettlementLedger.Entry.isMoment(at) { throw ValidationError("--at \(at): YYYY-MM-DDTHH:MM") }
  }

  /// Adds an entry, and shows where the statement stands.
  func add(
    _ action: SettlementLedger.Action, amount: Decimal? = nil, item: String = "", _ session: Session
  ) throws {
    let entry = SettlementLedger.Entry(
      at: at ?? LedgerOptions.now, action: action, who: who, amount: amount, item: item, note: note,
      statement: try LedgerFile.statementDigest(folder: folder))
    var ledger = try LedgerView.read(folder)
    if let refusal = ledger.add(entry) { throw Failure(.badInput, [refusal.text(session.language)]) }
    let view = try LedgerView(ledger, folder: folder)
    try LedgerFile.write(ledger, page: view.page(session.language), folder: folder)
    view.show(session)
  }

  /// Local civil time, to the minute.
  private static var now: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day, .hour, .minute], from: Date())
    func two(_ value: Int?) -> String { (value ?? 0) < 10 ? "0\(value ?? 0)" : "\(value ?? 0)" }
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))T\(two(parts.hour)):\(two(parts.minute))"
  }
}

/// A statement's ledger with what the statement says of itself.
struct LedgerView {
  let ledger: SettlementLedger
  private let place: String
  private let fee: Decimal

  init(_ ledger: SettlementLedger, folder: String) throws {
    self.ledger = ledger
    let json = try ResultReader.json(folder + "/settlement.json")
    place = [json?["centre"]?.textValue, json?["month"]?.textValue].compactMap { $0 }.joined(separator: " ")
    fee = json?["fee"]?.textValue.flatMap { Decimal(exactly: $0) } ?? 0
  }

  /// - Throws: where the statement is not the one that was confirmed.
  static func read(_ folder: String) throws -> SettlementLedger {
    let ledger = try LedgerFile.read(folder: folder)
    let digest = try LedgerFile.statementDigest(folder: folder)
    if ledger.state != .draft, let last = ledger.entries.last, last.statement != digest {
      throw InputProblems([
        InputProblem(
          file: "settlement.json", line: 1, column: 1,
          found: Wording("不是当初确认的结算单", "it is not the statement that was confirmed"),
          expected: Wording("SHA-256 应为 \(last.statement)", "expected SHA-256 \(last.statement)"))
      ])
    }
    return ledger
  }

  func page(_ language: Language) -> String {
    LedgerReport(ledger, place: place, fee: fee, language: language).text()
  }

  func show(_ session: Session) {
    let payable = fee + ledger.adjustments
    let chain = LedgerFile.head(ledger)
    session.output.printJSON(
      .object([
        ("state", .text(ledger.state.rawValue)), ("fee", .text(fee.text(decimals: 2))),
        ("adjustments", .text(ledger.adjustments.text(decimals: 2))), ("payable", .text(payable.text(decimals: 2))),
        ("entries", .int(ledger.entries.count)), ("chain", .text(chain)),
      ]))
    guard !session.output.json else { return }
    let name = ledger.state.name
    print(
      Wording(
        "\(place)：\(name.chinese)；费用 \(fee.yuan)，调整 \(ledger.adjustments.yuan)，应付 \(payable.yuan)",
        "\(place): \(name.english); fee \(fee.yuan), adjustments \(ledger.adjustments.yuan), payable \(payable.yuan)"
      ).text(session.language))
    if let last = ledger.entries.last {
      print(
        Wording(
          "\(ledger.entries.count) 条记录，最后一条 \(last.at) \(last.action.name.chinese)（\(last.who)）；链摘要 \(chain)",
          "\(ledger.entries.count) entries, the last of \(last.at): \(last.action.name.english) (\(last.who)); chain \(chain)"
        ).text(session.language))
    }
  }
}

/// `banbiao settle confirm DIR --party partner|mobile --who NAME`.
struct ConfirmCommand: ParsableCommand {
  enum Party: String, ExpressibleByArgument, CaseIterable {
    case partner, mobile
  }

  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "外包方、移动方先后确认 — confirmation, by the partner first, then by Mobile.")

  @OptionGroup var ledger: LedgerOptions
  @Option(help: "partner 或 mobile — the party.") var party: Party
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { try ledger.add(party == .partner ? .confirmPartner : .confirmMobile, $0) }
  }
}

/// `banbiao settle close DIR --who NAME`.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "双方确认后关账 — closing, after both confirmed.")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try Session(output).run { try ledger.add(.close, $0) } }
}

/// `banbiao settle withdraw DIR --who NAME`.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "关账前退回草稿 — back to the draft, before closing.")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try Session(output).run { try ledger.add(.withdraw, $0) } }
}

/// `banbiao settle adjust DIR --amount AMOUNT --who NAME`.
struct AdjustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust", abstract: "关账后加一行调整 — an adjustment line after closing.")

  @OptionGroup var ledger: LedgerOptions
  @Option(parsing: .unconditional, help: "加到费用上的金额，可为负 — yuan added to the fee, may be negative.") var amount: String
  @Option(help: "涉及的项目，如 lines.agent — the item it concerns.") var item = ""
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let value = Decimal(exactly: amount), value == value.rounded(decimals: 2) else {
      throw ValidationError("--amount \(amount): 0.00")
    }
  }

  func run() throws {
    try Session(output).run { session in
      try checkItem(session)
      try ledger.add(.adjust, amount: Decimal(exactly: amount), item: item, session)
    }
  }

  /// An item that is named is one of the statement's.
  private func checkItem(_ session: Session) throws {
    guard !item.isEmpty else { return }
    let trace = try ResultReader.json(ledger.folder + "/trace.json")
    let known = (trace?["items"]?.arrayValue ?? []).compactMap { $0["key"]?.textValue }
    guard !known.contains(item) else { return }
    let list = known.joined(separator: " ")
    throw Failure(
      .badInput,
      [
        Wording(
          "--item \(item)：结算单没有此项目；应为其中之一：\(list)",
          "--item \(item): the statement has no such item; expected one of \(list)"
        ).text(session.language)
      ])
  }
}

/// `banbiao settle ledger DIR`.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "结算单的状态与应付 — where a statement stands, and what is payable.")

  @Argument(help: "结算单文件夹 — the folder of a statement.") var folder: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { try LedgerView(try LedgerView.read(folder), folder: folder).show($0) }
  }
}
