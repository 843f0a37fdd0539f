import Foundation
import Testing
import Vocabulary

@testable import ExampleCentre

@Suite struct SizedCentreTests {
  @Test(arguments: [50, 200, 1000])
  func monthIsTight(people: Int) {
    let sized = ExampleCentre.sized(people: people, seed: 1)
    let agents = sized.centre.agents
    #expect(agents.count == people)
    #expect(Set(agents.map(\.id)).count == people)
    #expect(sized.requirement.rows.count == sized.month.period.halfHourCount)
    let required = sized.requirement.rows.reduce(0) { $0 + $1.required } / 2
    let given = BenchmarkStaff.hoursOnPhone(agents, month: sized.month)
    #expect((1.0...1.07).contains(required / given))
    #expect(sized.requirement.rows.allSatisfy { $0.required > 0 })
  }

  /// Leads for at least one in 20, and for one in every half-hour of the month.
  @Test(arguments: [50, 200, 1000, 3000])
  func leadsSuffice(people: Int) {
    let centre = ExampleCentre.sized(people: people, seed: 2).centre
    let leads = centre.agents.filter { $0.grade == .lead }.count
    #expect(leads * 20 >= people - leads)
    #expect(Double(leads) * 160 >= 744)
    #expect(leads < people / 4)
  }

  @Test(arguments: [50, 1000])
  func tailIsLegalAndCoversTheFirstNight(people: Int) {
    let sized = ExampleCentre.sized(people: people, seed: 3)
    let findings = TailFindings(sized.centre, firstDay: sized.month.period.firstDay)
    #expect(findings.shortRests.isEmpty)
    #expect(findings.longestRun <= sized.centre.rules.maxConsecutiveDays)
    #expect(findings.uncoveredHalfHours.isEmpty)
  }

  @Test(arguments: [16, 24, 40, 60, ShiftCatalogue.largest])
  func cataloguesHaveTheSizeAskedFor(count: Int) {
    let shifts = ShiftCatalogue.ofSize(count)
    #expect(shifts.count == count)
    #expect(Set(shifts.map(\.code)).count == count)
    #expect(Set(shifts.map { "\($0.dutyHalfHours) \($0.mealMinutes) \($0.mealStarts)" }).count == count)
    for shift in shifts {
      #expect(shift.start < shift.end && shift.lastEnd.minutes <= 48 * 60, "\(shift.code)")
      #expect(shift.paidMinutes <= 660, "\(shift.code)")
      for meal in shift.mealStarts {
        #expect((meal..<meal + shift.mealHalfHours).allSatisfy(shift.isOnDuty), "\(shift.code)")
      }
    }
    guard count >= 40 else { return }
    #expect(shifts.filter { $0.secondStart != nil }.count >= 3)
    #expect(shifts.filter { $0.shiftClass == .overnight }.count >= 3)
  }

  @Test func sameSeedSameCentre() {
    let first = ExampleCentre.sized(people: 60, shifts: 40, seed: 5)
    let second = ExampleCentre.sized(people: 60, shifts: 40, seed: 5)
    #expect(first.centre == second.centre)
    #expect(first.requirement == second.requirement)
    #expect(ExampleCentre.sized(people: 60, shifts: 40, seed: 6).requirement != first.requirement)
  }
}
