internal import Solving
internal import Vocabulary

/// What a small change of the input is worth, read off the prices of the relaxation: no plan is made.
///
/// Any prices bound any program from below (weak duality). At the base's prices, the bound of the changed program less the
/// base's own is the value of the change to first order: one seat, one person, one day more of a rule.
package struct MarginalValues: Sendable {
  private let slots: SlotPrices
  /// What one more person who may work on a day saves, by day: yuan.
  let dayPrices: [Double]
  private let people: [String: PersonPrices]
  private let start: Relaxation.Start?
  private let threads: Int
  /// Of the base, at its own prices: yuan.
  package let bound: Double

  /// Solves the relaxation of the base. Blocks its thread.
  ///
  /// - Parameter similar: values of a program much like the base, from which its solution goes on.
  /// - Returns: nil where it has no solution.
  /// - Throws: `SolverError`.
  package init?(
    base: RosterProblem, after similar: MarginalValues? = nil, threads: Int = 1,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    self.threads = threads
    guard let result = try Relaxation(base).solve(from: similar?.start, isCancelled: isCancelled) else { return nil }
    start = result.start
    slots = result.slotPrices
    dayPrices = result.dayPrices
    people = Dictionary(
      zip(MarginalValues.ids(base), result.personPrices), uniquingKeysWith: { first, _ in first })
    bound = LowerBound(problem: base, threads: threads).evaluate(slots, result.personPrices)
  }

  /// Yuan a month by which the changed program is dearer (positive) or cheaper than the base, by the base's prices.
  ///
  /// - Parameter like: whose prices people have who are new; nil = none.
  /// - Returns: nil where the half-hours are others than the base's.
  package func value(of changed: RosterProblem, like: String? = nil) -> Double? {
    bound(of: changed, like: like).map { $0 - bound }
  }

  /// Yuan: at the base's prices no roster of the changed program costs less.
  func bound(of changed: RosterProblem, like: String? = nil) -> Double? {
    guard changed.slotCount == slots.coverage.count else { return nil }
    let known = like.flatMap { people[$0] } ?? PersonPrices()
    let prices = MarginalValues.ids(changed).map { people[$0] ?? known }
    return LowerBound(problem: changed, threads: threads).evaluate(slots, prices)
  }

  private static func ids(_ problem: RosterProblem) -> [String] {
    problem.people.map { problem.centre.agents[$0.agentIndex].id }
  }
}
