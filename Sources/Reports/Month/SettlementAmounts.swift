internal import Foundation
internal import Vocabulary

/// The amounts of a settlement from the seats to both parties' totals, in the order of the statement.
struct SettlementAmounts {
  struct Amount {
    let name: Wording
    let value: Decimal
    var isTotal = false
    /// Not yuan but a factor or a score.
    var isFactor = false
  }

  let all: [Amount]

  init(_ statement: SettlementStatement) {
    let (scores, bonus) = (statement.scores, statement.bonus)
    let (mobile, partner) = (statement.mobile, statement.partner)
    all = [
      Amount(name: Wording("质量得分", "Quality score"), value: scores.quality, isFactor: true),
      Amount(name: Wording("业务得分", "Business score"), value: scores.business, isFactor: true),
      Amount(name: Wording("总分", "Total score"), value: scores.total, isFactor: true),
      Amount(name: Wording("最低得分", "Lowest score"), value: scores.lowest, isFactor: true),
      Amount(name: Wording("考核系数", "Coefficient"), value: statement.coefficient, isFactor: true),
      Amount(name: Wording("座席合计", "Seats in all"), value: statement.seatsAmount),
      Amount(name: Wording("考核后金额", "Assessed amount"), value: statement.assessed),
      Amount(name: Wording("达标超量酬金", "Over-target bonus"), value: bonus.amount),
      Amount(name: Wording("事件扣罚", "Incident deductions"), value: -statement.deductions),
      Amount(name: Wording("结算费用", "Fee"), value: statement.fee, isTotal: true),
      Amount(name: Wording("结转下月", "Carried to the next month"), value: statement.carried),
      Amount(name: Wording("场地费用（移动方）", "Site (Mobile)"), value: mobile.site),
      Amount(name: Wording("移动方总成本", "Mobile's total cost"), value: mobile.total, isTotal: true),
      Amount(name: Wording("工资", "Wages"), value: partner.wages),
      Amount(name: Wording("加班工资", "Overtime pay"), value: partner.overtime),
      Amount(name: Wording("班次补贴", "Per shift"), value: partner.shifts),
      Amount(name: Wording("夜班津贴", "Night allowance"), value: partner.nights),
      Amount(name: Wording("员工酬金", "Staff bonus"), value: partner.staffBonus),
      Amount(name: Wording("外包方成本", "Partner's cost"), value: partner.cost, isTotal: true),
      Amount(name: Wording("外包方毛利", "Partner's margin"), value: partner.margin, isTotal: true),
    ]
  }
}
