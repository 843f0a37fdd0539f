internal import Foundation
internal import Vocabulary

/// `contract.yaml` with comments for the contract manager. Money stands in quotes so that no reader makes it binary.
enum ContractYAML {
  static func text(_ contract: Contract) -> String {
    seats(contract) + assessment(contract) + costs(contract)
  }

  private static func seats(_ contract: Contract) -> String {
    let prices = SeatKind.allCases.map { kind in
      let price = contract.seatPrice(kind)
      let name = (kind.rawValue + ":").padding(to: 9)
      return "  \(name) {price: \(money(price.price)), personsPerSeat: \(money(price.personsPerSeat))}"
    }
    return """
      # 合同：移动方与外包方之间的结算。金额单位为元。
      version: "\(contract.version)"         # 合同版本，写在每张结算单上
      standardHours: \(contract.standardHours.plainText)     # 合同月标准工时（20.83 天 × 8 小时）
      regularHours: \(contract.regularHours.rawValue)      # capped：每人计到标准工时为止；scheduled：全部排班工时
      overtimeHours: \(contract.overtimeHours.rawValue)    # clipped：逐人超时之和；netted：超时与不足相抵

      # 各类座席单价（元/座席·月）与人员座席配比
      seats:
      \(prices.joined(separator: "\n"))

      """
  }

  private static func assessment(_ contract: Contract) -> String {
    """

    # 考核指标：得分由 floor（0 分）到 target（100 分）线性；floor 大于 target 表示越低越好；gate 为超量酬金的门槛
    indicators:
    \(contract.indicators.map(indicator).joined(separator: "\n"))
    # 预测结算时的假设：排班无法推算的指标
    assumed: {\(contract.indicators.compactMap { assumed($0.name, contract) }.joined(separator: ", "))}
    scoreCap: \(contract.scoreCap.plainText)
    # 质量、业务、总分三者最低者决定系数
    coefficients: [\(contract.coefficients.map(tier).joined(separator: ", "))]

    """
  }

  private static func indicator(_ indicator: Indicator) -> String {
    "  - {name: \(indicator.name), dimension: \(indicator.dimension.rawValue), target: \(indicator.target.plainText), "
      + "floor: \(indicator.floor.plainText), weight: \(indicator.weight.plainText)"
      + (indicator.gate ? ", gate: true}" : "}")
  }

  private static func assumed(_ name: String, _ contract: Contract) -> String? {
    contract.assumed[name].map { "\(name): \($0.plainText)" }
  }

  private static func tier(_ tier: CoefficientTier) -> String {
    "{from: \(tier.from.plainText), value: \(money(tier.value))}"
  }

  private static func costs(_ contract: Contract) -> String {
    let wages = Grade.allCases.map { "\($0.rawValue): \(money(contract.partner.wages[$0] ?? 0))" }
    let factors = contract.partner.overtimeFactors.map(\.plainText)
    return bonus(contract.bonus) + """
      # 外包方支付：小时工资、加班倍数（工作日、休息日、法定节假日）、每班餐补、夜班津贴
      partner:
        wages: {\(wages.joined(separator: ", "))}
        overtimeFactors: [\(factors.joined(separator: ", "))]
        perShift: \(money(contract.partner.perShift))
        nightAllowance: \(money(contract.partner.nightAllowance))
      # 移动方支付：每座席每月场地费用
      mobile: {sitePerSeat: \(money(contract.mobile.sitePerSeat))}

      """
  }

  private static func bonus(_ bonus: Bonus?) -> String {
    guard let bonus else { return "\n" }
    return """

      # 达标超量酬金：门槛指标全部达标时，超出目标话务量的部分按件计酬；cap 为占考核后费用的上限；partnerShare 归外包方，其余归员工
      bonus: {targetHandled: \(bonus.targetHandled.plainText), perCall: \(money(bonus.perCall)), \
      cap: \(bonus.cap.text(decimals: 2)), partnerShare: \(money(bonus.partnerShare))}

      """
  }

  private static func money(_ value: Decimal) -> String {
    "\"" + value.text(decimals: 2) + "\""
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
