import Foundation
import Vocabulary

/// A month as the reports see it, made up from a seed: February 2027, with the Spring Festival and its make-up workdays.
///
/// Names, teams and events hold characters that mean something in markup, calendars and sheet names.
struct SyntheticPlan {
  let people: Int
  var random: SeededRandom
  let month = Month(year: 2027, month: 2)!

  static func make(people: Int, seed: UInt64 = 1) -> MonthPlan {
    var plan = SyntheticPlan(people: people, random: SeededRandom(seed: seed))
    return plan.build()
  }

  private mutating func build() -> MonthPlan {
    let centre = centre()
    let roster = roster(centre)
    let forecast = forecast()
    let coverage = coverage(centre, roster, forecast)
    let requirement = Requirement(
      rows: zip(coverage, forecast.rows).map {
        Requirement.Row(
          start: $0.start, offered: $1.mean, averageHandlingTime: $1.averageHandlingTime, required: $0.required)
      })
    return MonthPlan(
      centre: centre, month: month, forecast: forecast, requirement: requirement, roster: roster, coverage: coverage,
      solution: solution(), settlement: settlement(centre), compliance: compliance())
  }

  static let shifts = [
    Shift(
      code: "早1", shiftClass: .early, start: time(7), end: time(15), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time(10.5), mealTo: time(12.5)),
    Shift(
      code: "中1", shiftClass: .mid, start: time(9), end: time(17.5), paidMinutes: 480, mealMinutes: 60,
      mealFrom: time(11.5), mealTo: time(13.5)),
    Shift(
      code: "两头", shiftClass: .mid, start: time(8.5), end: time(12), paidMinutes: 450, secondStart: time(18),
      secondEnd: time(22)),
    Shift(
      code: "夜1", shiftClass: .night, start: time(15), end: time(23.5), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time(17), mealTo: time(18.5)),
    Shift(
      code: "夜7", shiftClass: .lateNight, start: time(16), end: time(24.5), paidMinutes: 480, mealMinutes: 60,
      mealFrom: time(18), mealTo: time(20.5)),
    Shift(
      code: "通宵", shiftClass: .overnight, start: time(23.5), end: time(31.5), paidMinutes: 480, mealMinutes: 30,
      mealFrom: time(26.5), mealTo: time(29)),
  ]

  static func time(_ hours: Double) -> TimeOfDay { TimeOfDay(minutes: Int(hours * 60)) }

  private mutating func centre() -> Centre {
    var settings = CentreSettings(
      centre: "guangzhou", name: "广州", brand: "神州行 & <R&D>", seats: [SeatsEntry(seats: people)])
    settings.service.target = 0.85
    settings.share = 0.7
    let agents = (0..<people).map { index in
      Agent(
        id: "GZ\(1001 + index)", name: index == 1 ? "<b>O'Neil</b> & \"Söhne\"" : "王\(index)",
        team: index % 40 == 39 ? "夜班/二组" : "\(index / 20 + 1)班",
        grade: index % 20 == 0 ? .lead : index % 20 > 16 ? .trainee : .agent,
        from: index == 2 ? month.period.firstDay.adding(days: 9) : nil,
        to: index == 3 ? month.period.firstDay.adding(days: 19) : nil, nightsYearToDate: random.below(60))
    }
    let leave = agents.indices.filter { $0 % 7 == 4 }.map {
      LeaveEntry(agent: agents[$0].id, date: month.period.firstDay.adding(days: random.below(28)), kind: .leave)
    }
    var centre = Centre(
      settings: settings,
      events: [
        CentreEvent(
          from: month.period.firstDay, to: month.period.firstDay.adding(days: 2), kind: .billing, name: "月初<账单>")
      ], agents: agents, leave: leave, shifts: SyntheticPlan.shifts, holidays: SyntheticPlan.holidays)
    centre.contract.seats = [.agent: SeatPrice(price: 7400, personsPerSeat: 1)]
    centre.contract.indicators = [
      Indicator(
        name: "serviceLevel", dimension: .business, target: Decimal(85) / 100, floor: Decimal(70) / 100, weight: 20)
    ]
    return centre
  }

  /// The Spring Festival of 2027: 5 to 11 February free, 14 and 20 February worked.
  static let holidays: HolidayCalendar = {
    var entries: [CivilDate: HolidayCalendar.Entry] = [:]
    for day in 5...11 {
      entries[CivilDate(year: 2027, month: 2, day: day)!] = HolidayCalendar.Entry(
        name: "春节", kind: day < 9 ? .statutoryHoliday : .restDay)
    }
    for day in [14, 20] {
      entries[CivilDate(year: 2027, month: 2, day: day)!] = HolidayCalendar.Entry(name: "春节", kind: .workday)
    }
    return HolidayCalendar(entries: entries)
  }()

  private mutating func roster(_ centre: Centre) -> Roster {
    var entries: [Roster.Entry] = []
    for agent in centre.agents {
      let leave = Set(centre.leave.filter { $0.agent == agent.id }.map(\.date))
      let offset = random.below(7)
      for (index, date) in month.period.days.enumerated()
      where (index + offset) % 7 < 5 && agent.isEmployed(on: date) && !leave.contains(date) {
        let shift = SyntheticPlan.shifts[random.below(SyntheticPlan.shifts.count)]
        let meals = shift.mealStarts
        let meal = meals.isEmpty ? nil : TimeOfDay(minutes: meals[random.below(meals.count)] * HalfHour.minutes)
        entries.append(Roster.Entry(agent: agent.id, date: date, shift: shift.code, mealStart: meal))
      }
    }
    return Roster(entries: entries)
  }
}
