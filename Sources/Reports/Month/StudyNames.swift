internal import Foundation
internal import Vocabulary

/// The names of a scenario's figures.
enum StudyNames {
  static func money(_ key: String) -> Wording {
    switch key {
    case "seats.trainee": SeatKind.trainee.name
    case "seats.agent": SeatKind.agent.name
    case "seats.lead": SeatKind.lead.name
    case "seats.overtime": SeatKind.overtime.name
    case "seatsAmount": Wording("座席合计", "Seats in all")
    case "coefficient": Wording("系数", "Coefficient")
    case "assessed": Wording("考核后金额", "Assessed")
    case "bonus": Wording("超量酬金", "Bonus")
    case "fee": Wording("结算费用", "Fee")
    case "site": Wording("场地", "Site")
    case "mobileTotal": Wording("移动方总成本", "Mobile's total")
    case "wages": Wording("工资", "Wages")
    case "overtimePay": Wording("加班工资", "Overtime pay")
    case "shifts": Wording("班次补贴", "Per shift")
    case "nights": Wording("夜班津贴", "Nights")
    case "staffBonus": Wording("员工酬金", "Staff bonus")
    case "cost": Wording("外包方成本", "Partner's cost")
    case "margin": Wording("外包方毛利", "Partner's margin")
    default: Wording(same: key)
    }
  }

  /// A scenario's name as far as there is room beside a bar; a Chinese character takes two letters' room.
  static func short(_ name: String) -> String {
    let most = 44
    func room(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    guard room(name) > most else { return name }
    var short = name[...]
    while room(short) > most - 1 { short.removeLast() }
    return short + "…"
  }

  static func chance(_ coefficient: Decimal) -> Wording {
    let shown = coefficient == coefficient.roundedToFen ? coefficient.text(decimals: 2) : "\(coefficient)"
    return Wording("系数 \(shown) 的概率", "Chance of \(shown)")
  }

  static func number(_ key: String) -> Wording {
    switch key {
    case "people": Wording("排班人数", "People rostered")
    case "calls": Wording("预测话务", "Calls expected")
    case "requiredHours": Wording("需求人时", "Agent-hours needed")
    case "paidHours": Wording("计薪工时", "Paid hours")
    case "overtimeHours": Wording("加班工时", "Overtime hours")
    case "underHours": Wording("缺员人时", "Agent-hours short")
    case "settlementSeats": Wording("结算座席", "Settlement seats")
    case "seatedHighest": Wording("最多在座", "Most seated")
    case "serviceLevel": Wording("服务水平", "Service level")
    case "answerRate": Wording("接通率", "Answer rate")
    case "objective": Wording("班表成本", "Roster cost")
    case "lowerBound": Wording("可证下界", "Proved bound")
    case "serviceLevelMean": Wording("期望服务水平", "Service level, expected")
    case "targetChance": Wording("达标概率", "Chance of the target")
    case "feeMean": Wording("期望费用", "Fee, expected")
    case "feeP05": Wording("费用 5% 分位", "Fee, 5 %")
    case "feeP95": Wording("费用 95% 分位", "Fee, 95 %")
    case "marginMean": Wording("期望毛利", "Margin, expected")
    case "marginP05": Wording("毛利 5% 分位", "Margin, 5 %")
    case "marginP95": Wording("毛利 95% 分位", "Margin, 95 %")
    default: Wording(same: key)
    }
  }
}
