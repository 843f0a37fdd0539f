package import Rostering
package import Vocabulary

/// A roster with the requirement it was made for, whose price of a call planning may have found.
package struct RosteredRequirement: Sendable {
  package var requirement: Requirement
  package var outcome: RosterOutcome
  /// Expected share of the month's calls served in time; nil where service was not weighed.
  package var serviceLevel: Double?
  /// Rosters made with other prices.
  package var replans = 0

  /// Yuan without the price of the calls not served in time.
  var ownCost: Double {
    outcome.solution.objective - (outcome.solution.terms.first { $0.name == "service" }?.yuan ?? 0)
  }
}
