internal import Foundation
internal import Vocabulary
internal import Yams

/// `contract.yaml`.
enum ContractFile {
  private static let money: ClosedRange<Decimal> = 0...1_000_000_000

  static func read(_ map: YAMLMap) -> Contract {
    var contract = Contract()
    contract.version = map.text("version") ?? ""
    contract.standardHours = map.decimal("standardHours", 1...744) ?? contract.standardHours
    contract.regularHours = map.choice("regularHours", Contract.RegularHours.self) ?? contract.regularHours
    contract.overtimeHours = map.choice("overtimeHours", Contract.OvertimeHours.self) ?? contract.overtimeHours
    contract.seats = seats(map)
    contract.indicators = (map.maps("indicators") ?? []).compactMap(indicator)
    checkUnique(contract.indicators, map)
    if let assumed = map.map("assumed") {
      for key in assumed.keys { contract.assumed[key] = assumed.decimal(key, -1_000_000...1_000_000) }
    }
    contract.scoreCap = map.decimal("scoreCap", 0...1_000) ?? contract.scoreCap
    contract.coefficients = coefficients(map)
    if let bonus = map.map("bonus") { contract.bonus = read(bonus: bonus) }
    if let partner = map.map("partner") { contract.partner = read(partner: partner) }
    if let mobile = map.map("mobile") {
      contract.mobile.sitePerSeat = mobile.decimal("sitePerSeat", money) ?? 0
      mobile.warnOfUnknown()
    }
    map.warnOfUnknown()
    return contract
  }

  private static func seats(_ map: YAMLMap) -> [SeatKind: SeatPrice] {
    guard let seats = map.map("seats") else {
      map.missing("seats", Wording("应有各类座席单价", "expected the prices of seats"))
      return [:]
    }
    var result: [SeatKind: SeatPrice] = [:]
    for kind in SeatKind.allCases {
      guard let entry = seats.map(kind.rawValue) else {
        seats.missing(kind.rawValue, Wording("应有 price 与 personsPerSeat", "expected price and personsPerSeat"))
        continue
      }
      defer { entry.warnOfUnknown() }
      guard let price = entry.decimal("price", money) else {
        entry.missing("price", Wording("应有单价", "expected a price"))
        continue
      }
      let persons = entry.decimal("personsPerSeat", 0.01...100) ?? 1
      result[kind] = SeatPrice(price: price, personsPerSeat: persons)
    }
    seats.warnOfUnknown()
    return result
  }

  private static func indicator(_ map: YAMLMap) -> Indicator? {
    defer { map.warnOfUnknown() }
    let range: ClosedRange<Decimal> = -1_000_000...1_000_000
    guard let name = map.text("name"), let dimension = map.choice("dimension", Indicator.Dimension.self),
      let target = map.decimal("target", range), let floor = map.decimal("floor", range),
      let weight = map.decimal("weight", 0...1_000_000)
    else {
      for key in ["name", "dimension", "target", "floor", "weight"] where map.node(key) == nil {
        map.missing(
          key, Wording("指标应有 name、dimension、target、floor、weight", "expected name, dimension, target, floor and weight"))
      }
      return nil
    }
    if target == floor { map.fail("floor", Wording("不应等于 target", "expected another value than target")) as Void? }
    return Indicator(
      name: name, dimension: dimension, target: target, floor: floor, weight: weight, gate: map.bool("gate") ?? false)
  }

  private static func checkUnique(_ indicators: [Indicator], _ map: YAMLMap) {
    var seen: Set<String> = []
    for indicator in indicators where !seen.insert(indicator.name).inserted {
      map.fail("indicators", Wording("指标 \(indicator.name) 不应重复", "expected the indicator \(indicator.name) once"))
        as Void?
    }
  }

  private static func coefficients(_ map: YAMLMap) -> [CoefficientTier] {
    guard let entries = map.maps("coefficients") else {
      map.missing("coefficients", Wording("应有系数表", "expected the tiers of the coefficient"))
      return []
    }
    let tiers = entries.compactMap { entry -> CoefficientTier? in
      defer { entry.warnOfUnknown() }
      guard let from = entry.decimal("from", -1_000...1_000), let value = entry.decimal("value", 0...100) else {
        entry.missing("from, value", Wording("每档应有 from 与 value", "expected from and value in each tier"))
        return nil
      }
      return CoefficientTier(from: from, value: value)
    }.sorted { $0.from > $1.from }
    if Set(tiers.map(\.from)).count != tiers.count {
      map.fail("coefficients", Wording("各档 from 不应重复", "expected every from once")) as Void?
    }
    if let lowest = tiers.last, lowest.from > 0 {
      map.fail("coefficients", Wording("应有一档从 0 开始", "expected a tier from 0")) as Void?
    }
    return tiers
  }

  private static func read(bonus map: YAMLMap) -> Bonus? {
    defer { map.warnOfUnknown() }
    guard let target = map.decimal("targetHandled", 0...1_000_000_000), let perCall = map.decimal("perCall", 0...1_000)
    else {
      map.missing("targetHandled, perCall", Wording("应有 targetHandled 与 perCall", "expected targetHandled and perCall"))
      return nil
    }
    return Bonus(
      targetHandled: target, perCall: perCall, cap: map.decimal("cap", 0...100) ?? 1,
      partnerShare: map.decimal("partnerShare", 0...1) ?? Decimal(2) / 10)
  }

  private static func read(partner map: YAMLMap) -> PartnerCosts {
    defer { map.warnOfUnknown() }
    var partner = PartnerCosts()
    if let wages = map.map("wages") {
      for grade in Grade.allCases { partner.wages[grade] = wages.decimal(grade.rawValue, 0...100_000) ?? 0 }
      wages.warnOfUnknown()
    }
    if let factors = map.list("overtimeFactors") {
      let values = factors.compactMap { map.decimal($0, "overtimeFactors", 0...100) }
      if values.count == 3 {
        partner.overtimeFactors = values
      } else {
        map.fail(
          "overtimeFactors", Wording("应有三个：工作日、休息日、法定节假日", "expected three: workday, rest day, statutory holiday"))
          as Void?
      }
    }
    partner.perShift = map.decimal("perShift", 0...100_000) ?? 0
    partner.nightAllowance = map.decimal("nightAllowance", 0...100_000) ?? 0
    return partner
  }
}
