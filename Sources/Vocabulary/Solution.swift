/// What the optimizer states of a roster: `solution.json`.
package struct Solution: Sendable, Equatable {
  package enum Status: String, Sendable {
    case optimal, feasible
  }

  /// The objective and bound after a stage of the solution, and the seconds it took.
  package struct Phase: Sendable, Equatable {
    package var name: String
    package var objectiveBefore: Double?
    package var objectiveAfter: Double?
    package var lowerBound: Double?
    package var seconds: Double

    package init(
      name: String, objectiveBefore: Double?, objectiveAfter: Double?, lowerBound: Double?, seconds: Double
    ) {
      self.name = name
      self.objectiveBefore = objectiveBefore
      self.objectiveAfter = objectiveAfter
      self.lowerBound = lowerBound
      self.seconds = seconds
    }
  }

  /// Yuan.
  package var objective: Double
  /// Yuan: no roster that keeps the hard rules costs less.
  package var lowerBound: Double
  /// Yuan: the pay of everybody's minimum hours.
  package var basePay: Double
  /// Yuan of each cost term, by the weight names of `rules.yaml` and `regularHours`, `overtimeHours`, in that order.
  package var terms: [(name: String, yuan: Double)]
  package var phases: [Phase]
  package var seconds: Double
  package var seed: UInt64
  package var status: Status

  package init(
    objective: Double, lowerBound: Double, basePay: Double, terms: [(name: String, yuan: Double)], phases: [Phase],
    seconds: Double, seed: UInt64, status: Status
  ) {
    self.objective = objective
    self.lowerBound = lowerBound
    self.basePay = basePay
    self.terms = terms
    self.phases = phases
    self.seconds = seconds
    self.seed = seed
    self.status = status
  }

  /// (objective − lower bound) ÷ objective, 0 where both are 0.
  package var gap: Double { objective > 0 ? max(0, objective - lowerBound) / objective : 0 }

  /// (objective − lower bound) ÷ (objective − base pay): the gap on the part the roster decides.
  package var gapControllable: Double {
    objective > basePay ? max(0, objective - lowerBound) / (objective - basePay) : 0
  }

  package static func == (left: Solution, right: Solution) -> Bool {
    left.objective == right.objective && left.lowerBound == right.lowerBound && left.basePay == right.basePay
      && left.terms.elementsEqual(right.terms, by: { $0 == $1 }) && left.phases == right.phases
      && left.seconds == right.seconds && left.seed == right.seed && left.status == right.status
  }
}
