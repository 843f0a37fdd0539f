import Checking
import Testing

/// Every rule of the recomputation alone, and the cost term by term, on an instance of our own.
@Suite struct CurtoisCheckTests {
  /// Two weeks; ann is bound by everything, bob by nothing.
  static let instance = """
    SECTION_HORIZON
    14
    SECTION_SHIFTS
    E,480,
    N,600,E
    SECTION_STAFF
    ann,E=8|N=2,4320,960,5,2,2,1
    bob,E=14|N=0,9999,0,14,1,1,2
    SECTION_DAYS_OFF
    ann,9
    SECTION_SHIFT_ON_REQUESTS
    ann,1,E,4
    SECTION_SHIFT_OFF_REQUESTS
    bob,2,E,3
    SECTION_COVER
    1,E,2,100,1
    2,E,0,100,7

    """

  private func check(ann: String, bob: String = "..............") -> CurtoisCheck {
    func line(_ name: String, _ days: String) -> String {
      ([name] + days.map { $0 == "." ? "" : String($0) }).joined(separator: ",")
    }
    let header = "staff," + (0..<14).map(String.init).joined(separator: ",")
    let roster = [header, line("ann", ann), line("bob", bob)].joined(separator: "\n") + "\n"
    return CurtoisCheck(instance: CurtoisCheckTests.instance, roster: roster)
  }

  private func rules(_ ann: String) -> [CurtoisCheck.Violation.Rule] { check(ann: ann).violations.map(\.rule) }

  @Test func aRosterThatKeepsTheRulesHasNoViolations() {
    #expect(rules(".EEEE..EE.....") == [])
    // Runs that touch an end may be short: worked on day 0 and on day 13.
    #expect(rules("E..EE........E") == [])
  }

  @Test func daysToBeOffAreOff() { #expect(rules("........EE....") == [.daysOff]) }

  @Test func aPersonWorksOnlyWhatTheyMay() {
    let check = check(ann: "..EE..........", bob: "N.............")
    #expect(check.violations.map(\.rule) == [.qualification, .shiftLimit])
    #expect(check.violations.first?.person == "bob")
  }

  @Test func anUnknownShiftIsAViolation() {
    #expect(check(ann: "..EE..........", bob: "X.............").violations.map(\.rule).contains(.qualification))
  }

  @Test func limitsPerShiftHold() {
    #expect(rules("..NN..........") == [])
    #expect(rules("..NNN.........") == [.shiftLimit])
  }

  @Test func forbiddenPairsHold() {
    #expect(rules("..NE..........") == [.nextDay])
    #expect(rules("..EN..........") == [])
  }

  @Test func minutesHoldBothWays() {
    #expect(rules("..............") == [.minutes])
    #expect(rules("EEEEE..EE..EEE").contains(.minutes))
  }

  @Test func runsOfWorkAreNotTooLong() {
    #expect(rules("EEEEEE........").contains(.longestWorkRun))
    #expect(!rules("EEEEE.........").contains(.longestWorkRun))
  }

  @Test func runsOfWorkAreNotTooShortWithinTheHorizon() {
    #expect(rules("..E..EE.......") == [.shortestWorkRun])
    #expect(rules("E..EE.........") == [])
    #expect(rules("..EE.........E") == [])
  }

  @Test func runsOfDaysOffAreNotTooShortWithinTheHorizon() {
    #expect(rules("EE.EE.........") == [.shortestOffRun])
    #expect(rules(".EE...........") == [])
    #expect(rules("..........EEE.") == [])
  }

  @Test func weekendsAreCountedOnceEach() {
    #expect(rules(".....EE.......") == [])
    #expect(rules(".....EE.....EE") == [.weekends])
    #expect(rules("......EE...EE.") == [.weekends])
  }

  @Test func theCostIsTheSumOfItsTerms() {
    let check = check(ann: "EE............", bob: "..E...........")
    #expect(check.violations.isEmpty)
    #expect(check.onRequestCost == 0)
    #expect(check.offRequestCost == 3)
    #expect(check.underCost == 100)
    #expect(check.overCost == 7)
    #expect(check.cost == 110)
    #expect(self.check(ann: "..EE..........").onRequestCost == 4)
  }

  @Test func aTableThatIsNotCompleteIsAViolation() {
    let instance = CurtoisCheckTests.instance
    let missing = CurtoisCheck(instance: instance, roster: "staff,0\nann,E\n")
    #expect(missing.violations.map(\.rule) == [.table, .table, .table])
    let stranger = CurtoisCheck(instance: instance, roster: "staff\neve" + String(repeating: ",", count: 14) + "\n")
    #expect(stranger.violations.contains { $0.rule == .table && $0.person == "eve" })
  }
}
