internal import Vocabulary

/// One person's month: a cell for each day, and what it adds up to.
struct PersonMonth {
  let agent: Agent
  /// The grade of the last day employed.
  let grade: Grade
  /// One for each day of the month.
  let cells: [DayCell]
  let totals: PersonTotals
  let isEmployedAllMonth: Bool

  init(agent: Agent, cells: [DayCell], days: [CivilDate], holidays: HolidayCalendar) {
    self.agent = agent
    self.cells = cells
    grade = agent.grade(on: days.last { agent.isEmployed(on: $0) } ?? days[0])
    totals = PersonTotals(cells: cells, days: days, holidays: holidays)
    isEmployedAllMonth = days.allSatisfy(agent.isEmployed(on:))
  }
}

/// Counts of a person's month.
struct PersonTotals: Equatable {
  private(set) var daysWorked = 0
  /// Employed days without a shift, leave included.
  private(set) var daysOff = 0
  private(set) var leaveDays = 0
  private(set) var paidMinutes = 0
  /// Weekends, a Saturday and the Sunday after it, with a shift on either day.
  private(set) var weekends = 0
  /// Shifts on days off of a public holiday.
  private(set) var publicHolidays = 0
  private var daysByClass: [ShiftClass: Int] = [:]

  init(cells: [DayCell], days: [CivilDate], holidays: HolidayCalendar) {
    var saturdays: Set<CivilDate> = []
    for (date, cell) in zip(days, cells) {
      switch cell {
      case .shift(let shift, _):
        daysWorked += 1
        paidMinutes += shift.paidMinutes
        daysByClass[shift.shiftClass, default: 0] += 1
        if holidays.isHoliday(date) { publicHolidays += 1 }
        if date.weekday == .saturday { saturdays.insert(date) }
        if date.weekday == .sunday { saturdays.insert(date.adding(days: -1)) }
      case .leave:
        leaveDays += 1
        daysOff += 1
      case .off:
        daysOff += 1
      case .notEmployed:
        break
      }
    }
    weekends = saturdays.count
  }

  func days(_ shiftClass: ShiftClass) -> Int { daysByClass[shiftClass] ?? 0 }

  /// Days of class night, lateNight and overnight, those that earn the night allowance.
  var nights: Int { days(.night) + days(.lateNight) + days(.overnight) }

  var hours: Double { Double(paidMinutes) / 60 }
}
