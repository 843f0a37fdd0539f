package import Vocabulary

/// Rules, people and half-hours that cannot hold together.
package struct RosterConflict: Sendable, Equatable {
  /// `R1`…`R11` of DOMAIN.md, `minOnPhone`, `minHoursHard`.
  package var rules: [String]
  package var agent: String?
  package var halfHour: HalfHour?
  package var found: Wording
  package var advice: Wording
}

/// Why there is no roster.
package enum RosterError: Error, Sendable, Equatable {
  /// No roster keeps the hard rules: proved.
  case infeasible([RosterConflict])
  /// The search found none within its work; what stood in the way at the end.
  case noneFound([RosterConflict])
  /// Ended by the user before there was a roster.
  case interrupted
  case solver(String)
}
