internal import Foundation
internal import Vocabulary

/// Settings, rules and contract of the shipped example.
enum GuangzhouSettings {
  static var settings: CentreSettings {
    var settings = CentreSettings(
      centre: "guangzhou", name: "广州", brand: "神州行",
      seats: [
        SeatsEntry(from: GuangzhouCalls.firstDay, seats: 112),
        SeatsEntry(from: ExampleCentre.date(2026, 12, 10), seats: 116),
      ])
    settings.share = 0.7
    settings.service.target = 0.85
    settings.service.within = 15
    settings.service.scope = .month
    settings.service.floor = 0.7
    settings.service.formula = .offered
    settings.service.uncertainty = .expected
    settings.patience = 120
    settings.averageHandlingTime = 150
    settings.shrinkage = 0.08
    settings.maxOccupancy = 0.9
    settings.language = .chinese
    return settings
  }

  static var rules: Rules {
    var rules = Rules()
    rules.minOnPhone = 1
    return rules
  }

  static var contract: Contract {
    var contract = Contract()
    contract.version = "2026-1"
    contract.seats = [
      .trainee: SeatPrice(price: 5200, personsPerSeat: 1), .agent: SeatPrice(price: 7400, personsPerSeat: 1),
      .lead: SeatPrice(price: 9300, personsPerSeat: 1), .overtime: SeatPrice(price: 9800, personsPerSeat: 1),
    ]
    contract.indicators = indicators
    // Somewhat under target where a study can show what better quality is worth; the gates are met.
    contract.assumed = [
      "satisfaction": ExampleCentre.exact("0.93"), "qualityInspection": ExampleCentre.exact("0.94"),
      "firstCallResolution": ExampleCentre.exact("0.84"), "complaintRate": ExampleCentre.exact("0.0005"),
    ]
    contract.coefficients = [
      CoefficientTier(from: 95, value: ExampleCentre.exact("1.03")), CoefficientTier(from: 90, value: 1),
      CoefficientTier(from: 85, value: ExampleCentre.exact("0.97")),
      CoefficientTier(from: 0, value: ExampleCentre.exact("0.9")),
    ]
    contract.bonus = Bonus(
      targetHandled: 620_000, perCall: ExampleCentre.exact("0.35"), cap: ExampleCentre.exact("0.08"),
      partnerShare: ExampleCentre.exact("0.2"))
    contract.partner.wages = [.trainee: 22, .agent: 28, .lead: 36]
    contract.partner.overtimeFactors = [ExampleCentre.exact("1.5"), 2, 3]
    contract.partner.perShift = 15
    contract.partner.nightAllowance = 20
    contract.mobile.sitePerSeat = 850
    return contract
  }

  private static var indicators: [Indicator] {
    [
      Indicator(
        name: "serviceLevel", dimension: .business, target: ExampleCentre.exact("0.85"),
        floor: ExampleCentre.exact("0.7"), weight: 20, gate: true),
      Indicator(
        name: "answerRate", dimension: .business, target: ExampleCentre.exact("0.95"),
        floor: ExampleCentre.exact("0.85"), weight: 15, gate: true),
      Indicator(name: "aht", dimension: .business, target: 155, floor: 190, weight: 10),
      Indicator(
        name: "satisfaction", dimension: .quality, target: ExampleCentre.exact("0.93"),
        floor: ExampleCentre.exact("0.85"), weight: 20, gate: true),
      Indicator(
        name: "qualityInspection", dimension: .quality, target: ExampleCentre.exact("0.95"),
        floor: ExampleCentre.exact("0.85"), weight: 15),
      Indicator(
        name: "firstCallResolution", dimension: .quality, target: ExampleCentre.exact("0.85"),
        floor: ExampleCentre.exact("0.7"), weight: 10),
      Indicator(
        name: "complaintRate", dimension: .quality, target: ExampleCentre.exact("0.0005"),
        floor: ExampleCentre.exact("0.002"), weight: 10),
    ]
  }
}
