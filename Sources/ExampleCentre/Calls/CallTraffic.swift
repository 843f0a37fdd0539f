internal import Foundation
internal import Vocabulary

/// Synthetic half-hourly calls.
///
/// The mean of a half-hour is level × calendar × events × share of the half-hour. The day as a whole is busier or
/// calmer by an autoregressive factor with Gamma innovations (mean 1, sd 6.5 %, correlation 0.45 from day to day), the
/// half-hour by a Gamma factor of its own (sd 4 %); the count is Poisson: the doubly stochastic arrivals of Oreshkin,
/// Régnard & L'Ecuyer, "Rate-based daily arrival process models with application to call centers" (Operations Research, 2016).
struct CallTraffic {
  let level: CallLevel
  private let calendar: CalendarEffect
  private let events: EventEffect
  private let shares: [CalendarEffect.DayShape: [Double]]

  private static let busynessCorrelation = 0.45
  private static let busynessDeviation = 0.065
  private static let halfHourDeviation = 0.04
  private static let meanHandlingTime = 150.0

  init(level: CallLevel, events: [CentreEvent], holidays: HolidayCalendar) {
    self.level = level
    calendar = CalendarEffect(holidays: holidays)
    self.events = EventEffect(events: events)
    shares = [.workday: DayProfile.shares(.workday), .restDay: DayProfile.shares(.restDay)]
  }

  /// The mean calls of each half-hour of a day, before any chance.
  func means(on date: CivilDate) -> [Double] {
    let total = level.meanCalls(on: date) * calendar.factor(on: date) * events.factor(on: date)
    let shares = shares[calendar.shape(of: date)] ?? []
    return shares.indices.map { total * shares[$0] * events.factor(on: date, slot: $0) }
  }

  /// Recorded traffic from a day to a day, both included.
  ///
  /// - Parameter unrecorded: half-hours the line was open and nothing was recorded.
  func history(
    from firstDay: CivilDate, to lastDay: CivilDate, unrecorded: Set<HalfHour>, seed: UInt64
  ) -> CallHistory {
    var busynessRandom = SeededRandom(seed: seed, stream: .dayBusyness)
    var callRandom = SeededRandom(seed: seed, stream: .calls)
    var handlingRandom = SeededRandom(seed: seed, stream: .handlingTime)
    let handling = DayProfile.handlingTime()
    var busyness = 1.0
    var records: [CallRecord] = []
    records.reserveCapacity((lastDay - firstDay + 1) * HalfHour.perDay)
    for date in (0...(lastDay - firstDay)).map({ firstDay.adding(days: $0) }) {
      busyness = CallTraffic.nextBusyness(after: busyness, &busynessRandom)
      for (slot, mean) in means(on: date).enumerated() {
        let start = HalfHour(date: date, slot: slot)
        let offered = CallTraffic.count(mean: mean * busyness, &callRandom)
        let abandoned = CallTraffic.abandoned(of: offered, busyness: busyness, &callRandom)
        let time = handlingTime(on: date, profile: handling[slot], answered: offered - abandoned, &handlingRandom)
        guard !unrecorded.contains(start) else {
          records.append(CallRecord(start: start, offered: nil))
          continue
        }
        records.append(
          CallRecord(
            start: start, offered: Double(offered), answered: Double(offered - abandoned),
            abandoned: Double(abandoned), averageHandlingTime: time))
      }
    }
    return CallHistory(records: records)
  }

  private static func nextBusyness(after busyness: Double, _ random: inout SeededRandom) -> Double {
    // With innovations of variance v, the stationary variance is v (1 − ρ) ÷ (1 + ρ).
    let variance =
      busynessDeviation * busynessDeviation * (1 + busynessCorrelation) / (1 - busynessCorrelation)
    return busynessCorrelation * busyness + (1 - busynessCorrelation) * random.gammaWithMeanOne(shape: 1 / variance)
  }

  private static func count(mean: Double, _ random: inout SeededRandom) -> Int {
    let shape = 1 / (halfHourDeviation * halfHourDeviation)
    return random.poisson(mean: mean * random.gammaWithMeanOne(shape: shape))
  }

  /// About 3 % give up, more on busy days.
  private static func abandoned(of offered: Int, busyness: Double, _ random: inout SeededRandom) -> Int {
    let share = min(0.2, max(0.01, 0.03 + 0.25 * (busyness - 1)))
    return min(offered, random.poisson(mean: Double(offered) * share))
  }

  /// Seconds, to one decimal; nil where nothing was answered.
  private func handlingTime(
    on date: CivilDate, profile: Double, answered: Int, _ random: inout SeededRandom
  ) -> Double? {
    let deviate = random.normal()
    guard answered > 0 else { return nil }
    let yearsAgo = Double(level.reference - date) / 365.25
    let holiday = calendar.shape(of: date) == .restDay ? 0.98 : 1
    let mean =
      CallTraffic.meanHandlingTime * profile * holiday * (1 - 0.01 * yearsAgo)
      * events.handlingTimeFactor(on: date)
    // The mean of n calls of about 110 s deviation, and 1 % that is common to the half-hour.
    let deviation = (12_100 / Double(answered) + mean * mean * 1e-4).squareRoot()
    return (max(45, mean + deviation * deviate) * 10).rounded() / 10
  }
}
