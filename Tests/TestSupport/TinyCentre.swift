internal import Foundation
internal import Vocabulary

/// A seeded generator of tiny centres that visits the corners of the rules: month ends, carried-in shifts, split and
/// overnight shifts, part-time employment, promotions, tight seats, leads, wishes.
///
/// Nothing promises that a roster keeps the hard rules: minimum hours, people on the phone and carried-in shifts may
/// leave none.
package enum TinyCentre {
  package struct Size: Sendable {
    package var people: ClosedRange<Int>
    package var days: ClosedRange<Int>
    package var shifts: ClosedRange<Int>
    /// Most half-hours at which a shift's meal may start.
    package var mealStarts: Int
    /// The largest requirement, in hundredths of half the people.
    package var demand = 30...100
    /// Fewer days off, a balance that can be kept in a few days, fewer leads: rosters can fill up.
    package var isLoose = false

    /// Small enough for an exact program.
    package static let usual = Size(people: 2...5, days: 4...7, shifts: 2...4, mealStarts: 3)
    /// The same with more to do than the people can, so that rosters fill up against the hard rules.
    package static let busy = Size(
      people: 2...5, days: 4...7, shifts: 2...4, mealStarts: 3, demand: 60...160, isLoose: true)
    /// Long enough for the monthly terms that need ten days.
    package static let long = Size(people: 2...3, days: 10...14, shifts: 2...4, mealStarts: 2)
    /// Small enough to go through all rosters.
    package static let enumerable = Size(
      people: 1...2, days: 2...4, shifts: 1...2, mealStarts: 2, demand: 60...160, isLoose: true)

    package init(
      people: ClosedRange<Int>, days: ClosedRange<Int>, shifts: ClosedRange<Int>, mealStarts: Int,
      demand: ClosedRange<Int> = 30...100,
      isLoose: Bool = false
    ) {
      self.people = people
      self.days = days
      self.shifts = shifts
      self.mealStarts = mealStarts
      self.demand = demand
      self.isLoose = isLoose
    }
  }

  package static func random(seed: UInt64, size: Size = .usual) -> PlannedCase {
    var maker = TinyCentreMaker(random: SeededRandom(seed: seed), size: size)
    return maker.make()
  }
}

/// Draws the parts of a tiny centre one after the other from one sequence of random numbers.
struct TinyCentreMaker {
  var random: SeededRandom
  let size: TinyCentre.Size
  var period = Period(firstDay: CivilDate(dayNumber: 0), dayCount: 1)

  init(random: SeededRandom, size: TinyCentre.Size) {
    self.random = random
    self.size = size
  }

  mutating func make() -> PlannedCase {
    period = Period(
      firstDay: CivilDate(year: 2026, month: 1, day: 1)!.adding(days: random.below(365)), dayCount: draw(size.days))
    let shifts = makeShifts()
    let rules = makeRules()
    let agents = makeAgents(rules: rules)
    var settings = CentreSettings(centre: "tiny", name: "小中心", seats: makeSeats(people: agents.count))
    settings.open = makeOpening(shifts: shifts)
    var centre = Centre(settings: settings, agents: agents, shifts: shifts, rules: rules, contract: makeContract())
    centre.holidays = makeHolidays()
    centre.leave = makeLeave(agents: agents, shifts: shifts)
    centre.previous = makePrevious(agents: agents, shifts: shifts, rules: rules)
    return PlannedCase(centre: centre, period: period, requirement: makeRequirement(centre))
  }

  // MARK: Drawing

  mutating func draw(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[random.below(elements.count)] }

  /// A decimal number with two decimals.
  mutating func decimal(_ hundredths: ClosedRange<Int>) -> Decimal { Decimal(draw(hundredths)) / 100 }

  mutating func day() -> CivilDate { period.firstDay.adding(days: random.below(period.dayCount)) }

  // MARK: The floor

  private mutating func makeSeats(people: Int) -> [SeatsEntry] {
    let seats = chance(30) ? max(1, people - draw(1...2)) : people + draw(0...2)
    guard chance(20) else { return [SeatsEntry(seats: seats)] }
    return [SeatsEntry(seats: seats), SeatsEntry(from: day(), seats: max(1, seats + draw(-1...1)))]
  }

  /// Short hours mostly, so that exact programs stay small; past midnight where a shift reaches it.
  private mutating func makeOpening(shifts: [Shift]) -> [OpeningEntry] {
    func hours(_ days: OpeningEntry.Days, _ from: Int, _ to: Int) -> OpeningEntry {
      OpeningEntry(days: days, from: TimeOfDay(minutes: from * 60), to: TimeOfDay(minutes: to * 60))
    }
    let passesMidnight = shifts.contains { $0.lastEnd.minutes > TimeOfDay.minutesPerDay }
    let opens = pick([8, 8, 9])
    let closes = passesMidnight && chance(60) ? draw(24...26) : pick([18, 20, 20])
    var entries = [hours(.all, opens, closes)]
    if passesMidnight, chance(15) { entries = [hours(.all, 0, 24)] }
    if chance(15) { entries.append(hours(.weekdays([.saturday, .sunday]), 10, chance(30) ? 10 : 16)) }
    if chance(10) { entries.append(hours(.holidays, 10, 16)) }
    return entries
  }

  private mutating func makeHolidays() -> HolidayCalendar {
    guard chance(30) else { return HolidayCalendar() }
    return HolidayCalendar(entries: [
      day(): HolidayCalendar.Entry(name: "节", kind: pick([.statutoryHoliday, .restDay, .workday]))
    ])
  }

  /// Small decimals that rise and fall over the day; some half-hours need nobody, a closed one may be given a need
  /// that must not count.
  private mutating func makeRequirement(_ centre: Centre) -> Requirement {
    let level = decimal(size.demand) * Decimal(centre.agents.count)
    return Requirement(period) { halfHour in
      guard centre.settings.isOpen(halfHour, holidays: centre.holidays) || chance(2), !chance(10) else { return 0 }
      let needed = level * Decimal(40 + random.below(61)) / 200
      // By way of the text, so that the binary number is the one a file would give.
      return Double(needed.text(decimals: chance(50) ? 1 : 4)) ?? 0
    }
  }
}
