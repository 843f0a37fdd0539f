internal import Foundation
internal import Vocabulary

/// Every amount of a statement with the rule that made it, the rule's numbers and the contract's keys.
struct StatementItems {
  typealias Item = SettlementTrace.Item

  let centre: Centre
  let statement: SettlementStatement
  /// With a worked day.
  let people: Int
  let days: [SettlementTrace.PersonDay]

  var all: [Item] {
    statement.lines.map(line) + [seatsAmount] + statement.indicators.map(indicator)
      + [coefficient, assessed] + bonus + incidents + fee + mobile + partner
  }

  private var contract: Contract { centre.contract }

  private func line(_ line: SettlementStatement.Line) -> Item {
    let seat = contract.seatPrice(line.kind)
    let kind = line.kind.rawValue
    return Item(
      key: "lines.\(kind)", amount: line.amount, rule: rule(line.kind),
      working:
        "\(plain(line.hours)) h ÷ (\(contract.standardHours) h × \(seat.personsPerSeat)) = \(line.quantity.text(decimals: 4)); × \(money(line.price)) = \(money(line.amount))",
      contractKeys: [
        "standardHours", line.kind == .overtime ? "overtimeHours" : "regularHours", "seats.\(kind).price",
        "seats.\(kind).personsPerSeat",
      ])
  }

  private func rule(_ kind: SeatKind) -> Wording {
    switch (kind, contract.overtimeHours, contract.regularHours) {
    case (.overtime, .clipped, _):
      Wording("逐人超过标准工时的部分之和 ÷ 标准工时 ÷ 人员座席配比 × 单价", "hours beyond the standard, person by person, as seats × price")
    case (.overtime, .netted, _):
      Wording(
        "\(people) 人（工时 − 标准工时）之和，不低于 0，折算座席 × 单价",
        "(hours − standard) summed over \(people) people, not below 0, as seats × price")
    case (_, _, .capped):
      Wording(
        "每人工时计到标准工时，折算座席 × 单价；当日岗位决定类别",
        "hours up to the standard of each person, in the grade of the day, as seats × price")
    case (_, _, .scheduled):
      Wording("全部出勤班次的计薪工时，折算座席 × 单价", "paid hours of all attended shifts as seats × price")
    }
  }

  private var seatsAmount: Item {
    Item(
      key: "seatsAmount", amount: statement.seatsAmount, rule: Wording("四类座席金额之和", "the four lines of seats added up"),
      working: statement.lines.map { money($0.amount) }.joined(separator: " + ") + " = " + money(statement.seatsAmount),
      contractKeys: ["seats"])
  }

  private func indicator(_ result: SettlementStatement.IndicatorResult) -> Item {
    let terms = contract.indicators.first { $0.name == result.name }
    let span = terms.map { "(\(plain(result.actual)) − \($0.floor)) ÷ (\($0.target) − \($0.floor)) × 100" } ?? ""
    let unlimited = terms.map { plain(Assessment.unlimited($0, actual: result.actual)) } ?? ""
    let score = plain(result.score)
    return Item(
      key: "indicators.\(result.name)", amount: result.score,
      rule: Wording(
        "由 floor 的 0 分到 target 的 100 分线性，0 到 scoreCap",
        "linear from 0 at the floor to 100 at the target, between 0 and scoreCap"),
      working: unlimited == score ? "\(span) = \(score)" : "\(span) = \(unlimited) → \(score)",
      contractKeys: ["indicators.\(result.name)", "scoreCap"])
  }

  private var coefficient: Item {
    let scores = statement.scores
    return Item(
      key: "coefficient", amount: statement.coefficient,
      rule: Wording("质量、业务、总分三者最低者所在的档", "the tier of the lowest of quality, business and total"),
      working:
        "min(\(plain(scores.quality)), \(plain(scores.business)), \(plain(scores.total))) = \(plain(scores.lowest)) → \(statement.coefficient)",
      contractKeys: ["indicators", "coefficients"])
  }

  private var assessed: Item {
    Item(
      key: "assessed", amount: statement.assessed, rule: Wording("座席合计 × 系数", "seats × coefficient"),
      working: "\(money(statement.seatsAmount)) × \(statement.coefficient) = \(money(statement.assessed))",
      contractKeys: ["coefficients"])
  }

  private var bonus: [Item] {
    let bonus = statement.bonus
    let terms = contract.bonus
    let rate = terms.map { "\($0.perCall)" } ?? "0"
    return [
      Item(
        key: "bonus.amount", amount: bonus.amount,
        rule: Wording(
          "门槛指标全部达标时：min(上限, (处理量 − 目标) × 单价)", "where every gate is met: min(cap, (handled − target) × per call)"),
        working: bonus.gate
          ? "min(\(money(bonus.cap)), max(0, \(bonus.handled) − \(bonus.target)) × \(rate)) = \(money(bonus.amount))"
          : "0 (gate)",
        contractKeys: ["indicators[].gate", "bonus.targetHandled", "bonus.perCall", "bonus.cap"]),
      Item(
        key: "bonus.partner", amount: bonus.partner, rule: Wording("外包方所得", "the partner's part"),
        working: "\(money(bonus.amount)) × \(terms.map { "\($0.partnerShare)" } ?? "0") = \(money(bonus.partner))",
        contractKeys: ["bonus.partnerShare"]),
      Item(
        key: "bonus.staff", amount: bonus.staff,
        rule: Wording(
          "其余归员工，按处理量（无则按工时）分配，分用最大余额法",
          "the rest goes to the staff by calls handled, else by hours; fen by largest remainder"),
        working: "\(money(bonus.amount)) − \(money(bonus.partner)) = \(money(bonus.staff))"
          + (bonus.split.isEmpty ? "" : "; ÷ \(bonus.split.count)"),
        contractKeys: ["bonus.partnerShare"]),
    ]
  }

  private var incidents: [Item] {
    [
      Item(
        key: "deductions", amount: statement.deductions, rule: Wording("重大事件扣罚之和", "incidents added up"),
        working: (statement.incidents.map { "\($0.date) \(money($0.amount))" } + ["= \(money(statement.deductions))"])
          .joined(separator: "; "), contractKeys: [])
    ]
  }

  private var fee: [Item] {
    [
      Item(
        key: "fee", amount: statement.fee,
        rule: Wording("考核后金额 + 酬金 − 扣罚，不低于 0", "assessed + bonus − deductions, not below 0"),
        working:
          "\(money(statement.assessed)) + \(money(statement.bonus.amount)) − \(money(statement.deductions)) → \(money(statement.fee))",
        contractKeys: []),
      Item(
        key: "carried", amount: statement.carried, rule: Wording("低于 0 的部分，结转", "what lies below 0, carried"),
        working: money(statement.carried), contractKeys: []),
    ]
  }

  private var mobile: [Item] {
    let totals = statement.mobile
    return [
      Item(
        key: "mobile.site", amount: totals.site,
        rule: Wording("按天加权的座席 × 每座席场地费用", "seats weighted by days × site cost of a seat"),
        working:
          "\(totals.siteSeats.text(decimals: 4)) × \(money(contract.mobile.sitePerSeat)) = \(money(totals.site))",
        contractKeys: ["mobile.sitePerSeat"]),
      Item(
        key: "mobile.total", amount: totals.total, rule: Wording("结算费用 + 场地", "fee + site"),
        working: "\(money(totals.fee)) + \(money(totals.site)) = \(money(totals.total))", contractKeys: []),
    ]
  }

  private var partner: [Item] {
    let totals = statement.partner
    let isActual = statement.basis == .actual
    let working = PartnerWorking(contract: contract, shifts: centre.shifts, days: days)
    let costs = [totals.wages, totals.overtime, totals.shifts, totals.nights, totals.staffBonus]
    let parts: [(String, Decimal, Wording, String, [String])] = [
      (
        "wages", totals.wages,
        isActual
          ? Wording("出勤工时减加班 × 小时工资", "worked hours less overtime × wage")
          : Wording("标准工时以内 × 小时工资", "hours up to the standard × wage"),
        working.wages(totals.wages), ["partner.wages"]
      ),
      (
        "overtime", totals.overtime, Wording("加班工时 × 小时工资 × 当日倍数", "overtime × wage × factor of the day"),
        working.overtime(totals.overtime), ["partner.wages", "partner.overtimeFactors"]
      ),
      (
        "shifts", totals.shifts, Wording("班次数 × 每班补贴", "shifts × per shift"), working.attended(totals.shifts),
        ["partner.perShift"]
      ),
      (
        "nights", totals.nights, Wording("夜班、夜7、通宵数 × 夜班津贴", "night, lateNight, overnight shifts × allowance"),
        working.nights(totals.nights), ["partner.nightAllowance"]
      ),
      (
        "staffBonus", totals.staffBonus, Wording("酬金的员工部分", "the staff's part of the bonus"),
        money(totals.staffBonus), ["bonus.partnerShare"]
      ),
      (
        "cost", totals.cost, Wording("以上之和", "the sum of these"),
        costs.map(money).joined(separator: " + ") + " = " + money(totals.cost), []
      ),
      (
        "margin", totals.margin, Wording("结算费用 − 成本", "fee − cost"),
        "\(money(totals.fee)) − \(money(totals.cost)) = \(money(totals.margin))", []
      ),
    ]
    return parts.map { key, amount, rule, working, keys in
      Item(key: "partner.\(key)", amount: amount, rule: rule, working: working, contractKeys: keys)
    }
  }

  private func money(_ amount: Decimal) -> String { amount.text(decimals: 2) }
  private func plain(_ value: Decimal) -> String { value.rounded(decimals: 6).description }
}
