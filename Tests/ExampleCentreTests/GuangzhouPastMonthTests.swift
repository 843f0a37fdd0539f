import Checking
import Staffing
import Testing
import Vocabulary

@testable import ExampleCentre

/// The published roster of the past month, and the attendance that came of it.
@Suite struct GuangzhouPastMonthTests {
  private static let folder = ShippedData.guangzhou
  private static let past = {
    let centre = folder.centre
    return PastMonth(
      centre: centre, month: folder.actuals.month, seed: ExampleCentre.guangzhouSeed,
      rotation: RotatingRoster(agents: centre.agents, shifts: centre.shifts, overnight: 12))
  }()

  private var past: PastMonth { Self.past }
  private var checked: RosterCheck { check(past.published) }

  private func check(_ roster: Roster) -> RosterCheck {
    let period = past.month.period
    let rows = past.requirement.rows.prefix(period.halfHourCount)
    return RosterChecker(centre: past.centre, period: period, requirement: Requirement(rows: Array(rows))).check(roster)
  }

  @Test func publishedRosterKeepsEveryHardRule() {
    #expect(past.published == Self.folder.published)
    let checked = checked
    #expect(checked.violations.isEmpty, "\(checked.violations.prefix(5).map(\.found.english))")
    #expect(checked.compliance.count >= 14)
    // Two people join in December.
    #expect(checked.people.count == past.centre.agents.count - 2)
  }

  /// Not only enough people, but when the calls come: a rotation blind to the day leaves 9 % of it open.
  @Test func publishedRosterFollowsTheCalls() {
    let coverage = checked.coverage
    let required = coverage.reduce(0) { $0 + $1.required }
    let effective = coverage.reduce(0) { $0 + $1.effective }
    #expect((1.0...1.08).contains(effective / required), "\(effective / required)")
    #expect(coverage.reduce(0) { $0 + $1.under } / required < 0.025)
    for (date, rows) in Dictionary(grouping: coverage, by: \.start.date) {
      let part = rows.reduce(0) { $0 + $1.effective } / rows.reduce(0) { $0 + $1.required }
      #expect((0.95...1.15).contains(part), "\(date): \(part)")
    }
  }

  /// Those who came keep the rules of a person, with swaps and calls-in. Illness alone may leave somebody's nights and
  /// earlies apart (R6), and the floor short of leads.
  @Test func attendanceKeepsTheRulesOfAPerson() {
    let attended = AttendanceGenerator(past: past, calls: Self.folder.actuals.calls).attended()
    #expect(attended.count == Self.folder.actuals.attendance.count)
    let found = check(Roster(entries: attended.map(\.entry))).violations
      .filter { $0.agent != nil && $0.rule != "R6" }
    #expect(found.isEmpty, "\(found.prefix(5).map(\.found.english))")
    let shifts = Dictionary(uniqueKeysWithValues: past.centre.shifts.map { ($0.code, $0) })
    let byPerson = Dictionary(grouping: attended, by: \.entry.agent)
    let rests = byPerson.values.flatMap { rows in
      zip(rows, rows.dropFirst()).compactMap { before, after -> Int? in
        guard let first = shifts[before.entry.shift], let second = shifts[after.entry.shift] else { return nil }
        let days = after.entry.date - before.entry.date
        return days * TimeOfDay.minutesPerDay + second.start.minutes - first.lastEnd.minutes - before.overtimeMinutes
      }
    }
    #expect((rests.min() ?? 0) >= 11 * 60)
  }

  @Test func somePeopleAreAbsentSwapAndAreCalledIn() {
    let actuals = Self.folder.actuals
    func days(_ rows: [(agent: String, date: CivilDate, shift: String)]) -> [String: String] {
      Dictionary(uniqueKeysWithValues: rows.map { ("\($0.agent) \($0.date)", $0.shift) })
    }
    let planned = days(past.published.entries.map { ($0.agent, $0.date, $0.shift) })
    let worked = days(actuals.attendance.map { ($0.agent, $0.date, $0.shift) })
    let count = Double(planned.count)
    #expect((0.02...0.05).contains(Double(planned.keys.count { worked[$0] == nil }) / count))
    #expect((0.005...0.03).contains(Double(worked.keys.count { planned[$0] == nil }) / count))
    let changed = planned.count { day, shift in worked[day].map { $0 != shift } ?? false }
    #expect((0.01...0.06).contains(Double(changed) / count))
    #expect(actuals.attendance.contains { $0.overtimeMinutes > 0 })
  }

  /// The scores are what the queue makes of attendance and calls.
  @Test func scoresFollowTheAttendance() {
    let calls = Self.folder.actuals.calls
    let attended = AttendanceGenerator(past: past, calls: calls).attended()
    func service(_ rows: [AttendanceGenerator.Attended]) -> Double {
      WorkedService(past: past, calls: calls, attended: rows).outcome().serviceLevel
    }
    let stated = Self.folder.actuals.scores.first { $0.indicator == "serviceLevel" }?.actual.doubleValue ?? .nan
    #expect(abs(service(attended) - stated) <= 0.00005)
    #expect((0.82...0.88).contains(stated))
    let withoutOvertime = attended.map {
      AttendanceGenerator.Attended(entry: $0.entry, lateMinutes: $0.lateMinutes, overtimeMinutes: 0)
    }
    #expect(service(withoutOvertime) < stated - 0.005)
    let late = attended.map {
      AttendanceGenerator.Attended(entry: $0.entry, lateMinutes: 30, overtimeMinutes: $0.overtimeMinutes)
    }
    #expect(service(late) < stated - 0.02)
  }
}
