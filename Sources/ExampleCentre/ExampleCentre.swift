internal import Foundation
package import Vocabulary

/// Makes centres: the shipped example, and centres of any size for benchmarks.
///
/// Everything is synthetic and drawn from a seed: the same seed gives the same centre, byte by byte. No person and no
/// call of these centres exists.
///
///     let folder = ExampleCentre.guangzhou(seed: ExampleCentre.guangzhouSeed, holidays: holidays)
///     for file in folder.files { write(file.contents, to: "data/guangzhou/" + file.name) }
package enum ExampleCentre {
  /// The seed of `data/guangzhou`, as shipped.
  package static let guangzhouSeed: UInt64 = 10_086

  /// The month the shipped example is there to plan.
  package static let guangzhouMonth = Month(containing: date(2026, 12, 1))

  /// The shipped example: the Guangzhou centre of the prepaid brand, about 240 people round the clock, a month that can
  /// just be staffed, and the actuals of October 2026.
  ///
  /// - Parameter holidays: the Chinese calendar of 2023 to 2027, which shapes the calls.
  package static func guangzhou(seed: UInt64, holidays: HolidayCalendar) -> ExampleFolder {
    let month = guangzhouMonth
    let events = GuangzhouEvents.all
    let shifts = ShiftCatalogue.sixteen
    let agents = GuangzhouStaff(month: month, seed: seed).agents()
    let traffic = CallTraffic(level: GuangzhouCalls.level, events: events, holidays: holidays)
    let calls = traffic.history(
      from: GuangzhouCalls.firstDay, to: GuangzhouCalls.lastDay, unrecorded: GuangzhouCalls.unrecorded, seed: seed)
    let rotation = RotatingRoster(agents: agents, shifts: shifts, overnight: 12)
    let centre = Centre(
      settings: GuangzhouSettings.settings, calls: calls, events: events, agents: agents,
      leave: LeaveGenerator(agents: agents, shifts: shifts, period: month.period, seed: seed).entries(),
      previous: rotation.tail(before: month.period.firstDay), shifts: shifts, rules: GuangzhouSettings.rules,
      contract: GuangzhouSettings.contract, holidays: holidays)
    let past = PastMonth(centre: centre, month: month.adding(months: -2), seed: seed, rotation: rotation)
    return ExampleFolder(centre: centre, actuals: past.actuals(), published: past.published)
  }

  /// The agents the mean calls of the shipped example need, estimated: what its volume was chosen by.
  package static func guangzhouRequirement(period: Period, holidays: HolidayCalendar) -> Requirement {
    let settings = GuangzhouSettings.settings
    let traffic = CallTraffic(level: GuangzhouCalls.level, events: GuangzhouEvents.all, holidays: holidays)
    let offered = period.days.flatMap { date in
      traffic.means(on: date).enumerated().map { slot, mean in
        (start: HalfHour(date: date, slot: slot), calls: mean * settings.share)
      }
    }
    return SquareRootStaffing.requirement(
      offered, averageHandlingTime: settings.averageHandlingTime, shrinkage: settings.shrinkage)
  }

  /// The decimal number written. A literal would not do: it goes through binary, and 0.94 becomes
  /// 0.9399999999999997952.
  static func exact(_ text: String) -> Decimal {
    Decimal(exactly: text)!
  }

  /// A day that is known to exist.
  static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }
}

/// Independent random streams of one seed, so that a change to one part leaves the others as they are.
enum RandomStream: UInt64 {
  case names = 1
  case staff, leave, dayBusyness, calls, handlingTime, actuals, requirement
}

extension SeededRandom {
  init(seed: UInt64, stream: RandomStream) {
    self.init(seed: seed, stream: stream.rawValue)
  }

  /// One element, each with the same chance.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// True with a probability.
  mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }
}
