import Checking
import Foundation
import TestSupport
import Vocabulary

extension PlannedCase {
  func check(_ roster: Roster) -> RosterCheck {
    RosterChecker(centre: centre, period: period, requirement: requirement).check(roster)
  }

  /// The days on which, and half-hours in which, a roster breaks a rule, as text in the order found.
  func broken(_ rule: String, _ entries: [Roster.Entry]) -> [String] {
    check(Roster(entries: entries)).violations.filter { $0.rule == rule }
      .map { violation in
        [violation.agent, violation.halfHour?.description ?? violation.date?.description].compactMap { $0 }
          .joined(separator: " ")
      }
  }

  func yuan(_ term: String, _ entries: [Roster.Entry]) -> Decimal {
    check(Roster(entries: entries)).yuan(of: term)
  }
}

/// The plain week, Monday 2026-06-01 to Sunday 2026-06-07, with no requirement.
func plainWeek(_ agents: [Agent], change: (inout Centre) -> Void = { _ in }) -> PlannedCase {
  var centre = PlainCentre.centre(agents)
  change(&centre)
  return PlannedCase(centre: centre, period: PlainCentre.week, requirement: Requirement(PlainCentre.week) { _ in 0 })
}

/// A day of June 2026; 0 and less are the days of May before it.
func june(_ day: Int) -> CivilDate { PlainCentre.week.firstDay.adding(days: day - 1) }

func work(_ agent: String, _ day: Int, _ shift: Shift, meal: String? = nil) -> Roster.Entry {
  Roster.Entry(agent: agent, date: june(day), shift: shift.code, mealStart: meal.flatMap { TimeOfDay($0) })
}

func work(_ agent: String, _ days: some Sequence<Int>, _ shift: Shift, meal: String? = nil) -> [Roster.Entry] {
  days.map { work(agent, $0, shift, meal: meal) }
}

func worked(_ agent: String, _ day: Int, _ shift: Shift) -> PreviousShift {
  PreviousShift(agent: agent, date: june(day), shift: shift.code)
}

func decimal(_ text: String) -> Decimal { Decimal(string: text)! }
