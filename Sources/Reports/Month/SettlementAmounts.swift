internal import Foundation
internal import Vocabulary

/// The amounts of a settlement from the seats to both parties' totals, in the order of the statement.
struct SettlementAmounts {
  struct Amount {
    /// By which formulas of others name it.
    let key: String
    let name: Wording
    let value: Decimal
    /// How it follows from others, with their keys in brackets: `ROUND([seats]*[coefficient],2)`; nil where it does not.
    var formula: String?
    var isTotal = false
    /// Not yuan but a factor or a score.
    var isFactor = false
  }

  let all: [Amount]

  init(_ statement: SettlementStatement) {
    all =
      SettlementAmounts.assessment(statement) + SettlementAmounts.fee(statement) + SettlementAmounts.parties(statement)
  }

  private static func assessment(_ statement: SettlementStatement) -> [Amount] {
    let scores = statement.scores
    return [
      Amount(key: "quality", name: Wording("质量得分", "Quality score"), value: scores.quality, isFactor: true),
      Amount(key: "business", name: Wording("业务得分", "Business score"), value: scores.business, isFactor: true),
      Amount(key: "total", name: Wording("总分", "Total score"), value: scores.total, isFactor: true),
      Amount(key: "lowest", name: Wording("最低得分", "Lowest score"), value: scores.lowest, isFactor: true),
      Amount(key: "coefficient", name: Wording("考核系数", "Coefficient"), value: statement.coefficient, isFactor: true),
    ]
  }

  private static func fee(_ statement: SettlementStatement) -> [Amount] {
    let due = "[assessed]+[bonus]+[deductions]"
    return [
      Amount(
        key: "seats", name: Wording("座席合计", "Seats in all"), value: statement.seatsAmount, formula: "[seatLines]"),
      Amount(
        key: "assessed", name: Wording("考核后金额", "Assessed amount"), value: statement.assessed,
        formula: "ROUND([seats]*[coefficient],2)"),
      Amount(key: "bonus", name: Wording("达标超量酬金", "Over-target bonus"), value: statement.bonus.amount),
      Amount(key: "deductions", name: Wording("事件扣罚", "Incident deductions"), value: -statement.deductions),
      Amount(
        key: "fee", name: Wording("结算费用", "Fee"), value: statement.fee, formula: "MAX(0,ROUND(\(due),2))",
        isTotal: true),
      Amount(
        key: "carried", name: Wording("结转下月", "Carried to the next month"), value: statement.carried,
        formula: "MAX(0,-ROUND(\(due),2))"),
    ]
  }

  private static func parties(_ statement: SettlementStatement) -> [Amount] {
    let (mobile, partner) = (statement.mobile, statement.partner)
    return [
      Amount(key: "site", name: Wording("场地费用（移动方）", "Site (Mobile)"), value: mobile.site),
      Amount(
        key: "mobile", name: Wording("移动方总成本", "Mobile's total cost"), value: mobile.total,
        formula: "ROUND([fee]+[site],2)", isTotal: true),
      Amount(key: "wages", name: Wording("工资", "Wages"), value: partner.wages),
      Amount(key: "overtime", name: Wording("加班工资", "Overtime pay"), value: partner.overtime),
      Amount(key: "shifts", name: Wording("班次补贴", "Per shift"), value: partner.shifts),
      Amount(key: "nights", name: Wording("夜班津贴", "Night allowance"), value: partner.nights),
      Amount(key: "staff", name: Wording("员工酬金", "Staff bonus"), value: partner.staffBonus),
      Amount(
        key: "cost", name: Wording("外包方成本", "Partner's cost"), value: partner.cost,
        formula: "ROUND([wages]+[overtime]+[shifts]+[nights]+[staff],2)", isTotal: true),
      Amount(
        key: "margin", name: Wording("外包方毛利", "Partner's margin"), value: partner.margin,
        formula: "ROUND([fee]-[cost],2)", isTotal: true),
    ]
  }
}
