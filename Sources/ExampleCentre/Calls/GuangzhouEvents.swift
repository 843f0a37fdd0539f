internal import Vocabulary

/// Billing days, campaigns and outages of the shipped example, to January 2027.
enum GuangzhouEvents {
  /// In order of their first days.
  static var all: [CentreEvent] {
    (billing + campaigns + outages).sorted { ($0.from, $0.name) < ($1.from, $1.name) }
  }

  /// The monthly fee is taken on the first of the month.
  private static var billing: [CentreEvent] {
    let first = Month(containing: GuangzhouCalls.firstDay)
    return (0..<38).map { first.adding(months: $0).period.firstDay }.map { day in
      CentreEvent(from: day, to: day.adding(days: 2), kind: .billing, name: "月初扣费与账单")
    }
  }

  private static var campaigns: [CentreEvent] {
    [
      campaign(2024, 1, 15, days: 7, "新春充值送流量"),
      campaign(2024, 5, 11, days: 9, "电信日优惠"),
      campaign(2024, 9, 2, days: 7, "校园迎新套餐"),
      campaign(2024, 11, 8, days: 5, "双十一充值"),
      campaign(2024, 12, 12, days: 5, "双十二充值"),
      campaign(2025, 1, 6, days: 7, "新春充值送流量"),
      campaign(2025, 5, 12, days: 9, "电信日优惠"),
      campaign(2025, 9, 1, days: 7, "校园迎新套餐"),
      campaign(2025, 11, 8, days: 5, "双十一充值"),
      campaign(2025, 12, 12, days: 5, "双十二充值"),
      campaign(2026, 1, 26, days: 7, "新春充值送流量"),
      campaign(2026, 5, 11, days: 9, "电信日优惠"),
      campaign(2026, 9, 1, days: 7, "校园迎新套餐"),
      campaign(2026, 11, 8, days: 5, "双十一充值"),
      campaign(2026, 12, 11, days: 5, "双十二充值"),
      // A campaign without precedent, with the planner's own estimate.
      campaign(2026, 12, 24, days: 4, "年末换新资费", factor: 1.05),
    ]
  }

  private static var outages: [CentreEvent] {
    [
      CentreEvent(
        from: ExampleCentre.date(2024, 8, 19), to: ExampleCentre.date(2024, 8, 19), kind: .outage, name: "基站故障"),
      CentreEvent(
        from: ExampleCentre.date(2025, 7, 8), to: ExampleCentre.date(2025, 7, 9), kind: .outage, name: "计费系统故障"),
    ]
  }

  private static func campaign(
    _ year: Int, _ month: Int, _ day: Int, days: Int, _ name: String, factor: Double? = nil
  ) -> CentreEvent {
    let from = ExampleCentre.date(year, month, day)
    return CentreEvent(from: from, to: from.adding(days: days - 1), kind: .campaign, name: name, factor: factor)
  }
}
