import Checking
import TestSupport
import Vocabulary

extension PlannedCase {
  func check(_ roster: Roster) -> RosterCheck {
    RosterChecker(centre: centre, period: period, requirement: requirement).check(roster)
  }
}
