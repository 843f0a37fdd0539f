internal import Foundation
internal import Vocabulary

/// What one person worked in the month, day by day, whether it comes from a roster or from attendance.
struct WorkedHours {
  struct Day {
    var date: CivilDate
    /// Index in the centre's shifts.
    var shift: Int
    var grade: Grade
    /// Paid minutes of the shift as the catalogue has it.
    var scheduled: Int
    var worked: Int
    /// Minutes attendance states as overtime; nil for a roster, where the contract's split tells it.
    var statedOvertime: Int?
  }

  /// Index in the centre's agents.
  var agent: Int
  /// In order of days; a part of the days of all.
  var days: ArraySlice<Day>

  var minutes: Int { days.reduce(0) { $0 + $1.worked } }

  /// Paid hours of a roster, for everybody in the order of `agents.csv` who works.
  static func of(_ roster: Roster, centre: Centre) -> [WorkedHours] {
    let paid = centre.shifts.map(\.paidMinutes)
    return grouped(roster.entries, centre: centre, agent: { $0.agent }, shift: { $0.shift }) { entry, shift in
      Day(date: entry.date, shift: shift, grade: .agent, scheduled: paid[shift], worked: paid[shift])
    }
  }

  /// Hours of attendance; a row without a worked minute is no attended shift.
  static func of(_ attendance: [MonthActuals.Attendance], centre: Centre) -> [WorkedHours] {
    let paid = centre.shifts.map(\.paidMinutes)
    return grouped(attendance, centre: centre, agent: { $0.agent }, shift: { $0.shift }) { row, shift in
      guard row.workedMinutes > 0 else { return nil }
      return Day(
        date: row.date, shift: shift, grade: .agent, scheduled: paid[shift], worked: row.workedMinutes,
        statedOvertime: row.overtimeMinutes)
    }
  }

  /// Months of many people have 100,000 rows and more: names are looked up by their bytes, days stand in one array, and what is in
  /// order already is not sorted.
  private static func grouped<Row>(
    _ rows: [Row], centre: Centre, agent: (Row) -> String, shift: (Row) -> String, day: (Row, Int) -> Day?
  ) -> [WorkedHours] {
    let agents = NameIndex(centre.agents.map(\.id))
    let shifts = NameIndex(centre.shifts.map(\.code))
    let promoted = centre.agents.map { $0.grade == .trainee ? $0.promoted : nil }
    let grades = centre.agents.map(\.grade)
    var days: [Day] = []
    var people: [Int] = []
    days.reserveCapacity(rows.count)
    people.reserveCapacity(rows.count)
    var last: (id: String, person: Int?) = ("", nil)
    for row in rows {
      let id = agent(row)
      if id != last.id || last.person == nil { last = (id, agents.position(id)) }
      guard let person = last.person, let code = shifts.position(shift(row)), var found = day(row, code) else {
        continue
      }
      found.grade = promoted[person].map { found.date >= $0 } ?? false ? .agent : grades[person]
      days.append(found)
      people.append(person)
    }
    return inOrder(days, of: people, centre)
  }

  /// People in the order of `agents.csv`; days by date, then by the start of the shift: somebody may work two shifts of a day, one
  /// after the other.
  private static func inOrder(_ days: [Day], of people: [Int], _ centre: Centre) -> [WorkedHours] {
    // Where each person's days begin, when they stand together.
    var bounds = [Int](repeating: 0, count: centre.agents.count + 1)
    for person in people { bounds[person + 1] += 1 }
    for person in centre.agents.indices { bounds[person + 1] += bounds[person] }
    var together = days
    if zip(people, people.dropFirst()).contains(where: { $0 > $1 }) {
      var next = bounds
      for (day, person) in zip(days, people) {
        together[next[person]] = day
        next[person] += 1
      }
    }
    let starts = centre.shifts.map(\.start.minutes)
    func isBefore(_ first: Day, _ second: Day) -> Bool {
      first.date == second.date ? starts[first.shift] < starts[second.shift] : first.date < second.date
    }
    return centre.agents.indices.compactMap { person in
      let range = bounds[person]..<bounds[person + 1]
      guard !range.isEmpty else { return nil }
      let isSorted = !range.dropFirst().contains { isBefore(together[$0], together[$0 - 1]) }
      return WorkedHours(
        agent: person, days: isSorted ? together[range] : together[range].sorted(by: isBefore)[...])
    }
  }
}

/// Time kept exactly in whole numbers: 10⁻⁸ of a minute, the last decimal a contract's standard hours can have.
struct Ticks {
  static let perMinute = 100_000_000

  static func of(hours: Decimal) -> Int {
    NSDecimalNumber(decimal: (hours * 60 * Decimal(perMinute)).rounded(decimals: 0)).intValue
  }

  /// Minutes of all days of a person, split at the standard hours: the cap is used up in order of days.
  ///
  /// - Parameter visit: the day, its ticks up to the cap, and those beyond.
  static func split(
    _ person: WorkedHours, standard: Int, _ visit: (WorkedHours.Day, _ regular: Int, _ overtime: Int) -> Void
  ) {
    var left = standard
    for day in person.days {
      let ticks = day.worked * perMinute
      let regular = min(ticks, max(0, left))
      left -= ticks
      visit(day, regular, ticks - regular)
    }
  }

  static func hours(_ ticks: Int) -> Decimal { Decimal(ticks) / Decimal(60 * perMinute) }
}
