import Testing
import Vocabulary

@Suite struct StaffingFrontierTests {
  /// Levels of service by the service they are expected to give, Mobile's total and the partner's margin.
  private func frontier(
    _ objective: ServiceTarget.Objective, _ levels: [(service: Double, total: Double, margin: Double)]
  ) -> StaffingFrontier {
    StaffingFrontier(
      objective: objective, target: 0.85, paths: 1, seed: 1,
      levels: levels.enumerated().map { index, level in
        let none = MonthSimulation.Distribution([0])
        return StaffingFrontier.Level(
          target: 0.8 + 0.02 * Double(index), requiredHours: 1, paidHours: 1,
          chances: StaffingFrontier.Chances(
            serviceLevel: MonthSimulation.Distribution([level.service]), probabilityOfTarget: 0, tiers: [], fee: none,
            bonus: none),
          mobileTotal: level.total, partnerCost: 0, partnerMargin: level.margin)
      })
  }

  @Test func thePartnerLooksAtTheMarginAlone() {
    #expect(frontier(.partner, [(0.7, 1, 5), (0.8, 2, 9), (0.9, 3, 7)]).best == 1)
    // The lowest of equal ones.
    #expect(frontier(.partner, [(0.7, 1, 5), (0.8, 2, 9), (0.9, 3, 9)]).best == 1)
  }

  @Test func mobileTakesTheCheapestThatKeepsTheTarget() {
    #expect(frontier(.mobile, [(0.7, 1, 5), (0.85, 4, 9), (0.9, 3, 7), (0.95, 3, 7)]).best == 2)
    // None does: the best service there is.
    #expect(frontier(.mobile, [(0.7, 1, 5), (0.84, 4, 9), (0.8, 3, 7)]).best == 1)
  }
}
