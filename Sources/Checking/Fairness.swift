package import Foundation
package import Vocabulary

/// How evenly the burdens are spread over the people employed all month, this month and over the year (R13).
package struct Fairness: Sendable, Equatable {
  /// A burden of the month, or of the year up to and with this month.
  package enum Measure: String, Sendable, CaseIterable {
    case nights, lateNights, weekends, publicHolidays, refusedWishes
    case nightsOfYear, weekendsOfYear, publicHolidaysOfYear

    package var name: Wording {
      switch self {
      case .nights: Wording("夜班天数", "night days")
      case .lateNights: Wording("夜7 天数", "lateNight days")
      case .weekends: Wording("上班的周末", "weekends worked")
      case .publicHolidays: Wording("节假日上班天数", "public holidays worked")
      case .refusedWishes: Wording("未满足的愿望", "refused wishes")
      case .nightsOfYear: Wording("全年夜班天数", "night days of the year")
      case .weekendsOfYear: Wording("全年上班的周末", "weekends worked of the year")
      case .publicHolidaysOfYear: Wording("全年节假日上班天数", "public holidays worked of the year")
      }
    }
  }

  package struct Spread: Sendable, Equatable {
    package var measure: Measure
    /// People compared: employed all month, and allowed the classes the measure counts.
    package var people: Int
    package var least: Int
    package var most: Int
    package var mean: Decimal
  }

  /// In the order of `Measure.allCases`; without the measures nobody is compared by.
  package var spreads: [Spread]
  /// People who carry two or more above the mean of any measure of the month.
  package var peopleAboveAverage: Int

  /// - Parameter summaries: of the month's people, in their order.
  init(month: RosteredMonth, summaries: [PersonSummary]) {
    let compared = zip(month.people, summaries).filter { $1.employedDays == month.period.dayCount }
      .map { (agent: $0.agent, summary: $1) }
    var spreads: [Spread] = []
    var above: Set<String> = []
    for measure in Measure.allCases {
      let values = compared.filter { measure.applies(to: $0.agent) }
        .map { (id: $0.agent.id, value: measure.value($0.summary, of: $0.agent)) }
      guard let least = values.map(\.value).min(), let most = values.map(\.value).max() else { continue }
      let mean = Decimal(values.reduce(0) { $0 + $1.value }) / Decimal(values.count)
      spreads.append(Spread(measure: measure, people: values.count, least: least, most: most, mean: mean))
      if measure.isOfMonth { above.formUnion(values.filter { Decimal($0.value) >= mean + 2 }.map(\.id)) }
    }
    self.spreads = spreads
    peopleAboveAverage = above.count
  }
}

extension Fairness.Measure {
  fileprivate var isOfMonth: Bool {
    switch self {
    case .nights, .lateNights, .weekends, .publicHolidays, .refusedWishes: true
    case .nightsOfYear, .weekendsOfYear, .publicHolidaysOfYear: false
    }
  }

  fileprivate func applies(to agent: Agent) -> Bool {
    switch self {
    case .nights, .nightsOfYear: agent.mayWork(.night) || agent.mayWork(.lateNight) || agent.mayWork(.overnight)
    case .lateNights: agent.mayWork(.lateNight)
    default: true
    }
  }

  fileprivate func value(_ summary: PersonSummary, of agent: Agent) -> Int {
    switch self {
    case .nights: summary.nights
    case .lateNights: summary.lateNights
    case .weekends: summary.weekendsWorked
    case .publicHolidays: summary.publicHolidaysWorked
    case .refusedWishes: summary.refusedWishes
    case .nightsOfYear: agent.nightsYearToDate + summary.nights
    case .weekendsOfYear: agent.weekendsYearToDate + summary.weekendsWorked
    case .publicHolidaysOfYear: agent.holidaysYearToDate + summary.publicHolidaysWorked
    }
  }
}
