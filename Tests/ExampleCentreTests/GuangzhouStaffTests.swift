import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

@Suite struct GuangzhouStaffTests {
  private let centre = ShippedData.guangzhou.centre
  private let period = ExampleCentre.guangzhouMonth.period

  private func count(_ grade: Grade) -> Int {
    centre.agents.filter { $0.grade == grade }.count
  }

  @Test func headcountsAndLeads() {
    #expect(count(.agent) == 195)
    #expect(count(.trainee) == 30)
    #expect(count(.lead) * 20 >= count(.agent) + count(.trainee))
    #expect(Set(centre.agents.map(\.id)).count == centre.agents.count)
    #expect(Set(centre.agents.map(\.name)).count == centre.agents.count)
    let teams = Dictionary(grouping: centre.agents, by: \.team)
    #expect(teams.count == 12)
    for (team, people) in teams {
      #expect((19...22).contains(people.count), "\(team)")
      #expect(people.contains { $0.grade == .lead }, "\(team)")
    }
  }

  @Test func traineesHaveFewDistinctProductivities() {
    let values = Set(centre.agents.filter { $0.grade == .trainee }.map(\.productivity))
    #expect((3...6).contains(values.count))
    #expect(values.allSatisfy { $0 >= 0.55 && $0 <= 0.9 })
  }

  @Test func someMonthsAreNotPlain() {
    let agents = centre.agents
    #expect(agents.contains { $0.from.map(period.contains) ?? false })
    #expect(agents.contains { $0.to.map(period.contains) ?? false })
    #expect(agents.contains { $0.promoted.map(period.contains) ?? false && $0.grade == .trainee })
    #expect(agents.contains { ($0.minHours ?? 160) < 100 && !$0.classes.isEmpty })
  }

  @Test func shiftsAreSixteenAndWellFormed() {
    let shifts = centre.shifts
    #expect(shifts.count == 16)
    #expect(Set(shifts.map(\.code)).count == 16)
    for shift in shifts {
      let duty = shift.dutyHalfHours.reduce(0) { $0 + $1.count }
      #expect(shift.start.isOnGrid && shift.lastEnd.isOnGrid && shift.lastEnd.minutes <= 48 * 60, "\(shift.code)")
      #expect((duty - shift.mealHalfHours) * 30 <= shift.paidMinutes + 30, "\(shift.code)")
      #expect((duty * 30 - 60...duty * 30).contains(shift.paidMinutes), "\(shift.code)")
      #expect((shift.mealMinutes == 0) == shift.mealStarts.isEmpty, "\(shift.code)")
      for meal in shift.mealStarts {
        #expect((meal..<meal + shift.mealHalfHours).allSatisfy(shift.isOnDuty), "\(shift.code)")
      }
      if shift.shiftClass == .night { #expect(shift.lastEnd == TimeOfDay("23:30")) }
      if shift.shiftClass == .lateNight { #expect(shift.lastEnd == TimeOfDay("24:30")) }
    }
    #expect(shifts.filter { $0.secondStart != nil }.count == 1)
    #expect(Set(shifts.map(\.shiftClass)) == Set(ShiftClass.allCases))
  }

  /// Every half-hour of a day is within some shift of the day or of the day before.
  @Test func shiftsCoverTheDay() {
    for slot in 0..<HalfHour.perDay {
      #expect(
        centre.shifts.contains { $0.isOnDuty(halfHour: slot) || $0.isOnDuty(halfHour: slot + HalfHour.perDay) },
        "\(TimeOfDay(minutes: slot * 30))")
    }
  }

  @Test func leaveContradictsNothing() {
    let agents = Dictionary(uniqueKeysWithValues: centre.agents.map { ($0.id, $0) })
    let shifts = Dictionary(uniqueKeysWithValues: centre.shifts.map { ($0.code, $0) })
    var seen: Set<String> = []
    for entry in centre.leave {
      #expect(seen.insert("\(entry.agent) \(entry.date)").inserted, "two entries: \(entry)")
      #expect(agents[entry.agent]?.isEmployed(on: entry.date) ?? false)
      #expect(period.contains(entry.date))
      switch entry.kind {
      case .want(let code), .avoid(let code):
        #expect(shifts[code].map { agents[entry.agent]?.mayWork($0.shiftClass) ?? false } ?? false, "\(entry)")
      case .leave, .off: break
      }
    }
    let share = Double(centre.leave.filter { $0.kind == .leave }.count) / Double(centre.agents.count * period.dayCount)
    #expect((0.018...0.032).contains(share))
    #expect(centre.leave.contains { if case .want = $0.kind { true } else { false } })
  }
}
