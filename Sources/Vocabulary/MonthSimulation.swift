package import Foundation

/// What a roster's month brings when it is replayed call by call, many times: `simulation.json`, `simulation.csv`.
package struct MonthSimulation: Sendable, Equatable {
  /// Which calls were replayed.
  package enum Basis: String, Sendable {
    /// Joint paths of the forecast.
    case forecast
    /// The calls recorded in the month.
    case actual
  }

  /// A mean over replications and half the width of its 95 % confidence interval.
  package struct Estimate: Sendable, Equatable {
    package var value: Double
    /// Nil for one replication.
    package var halfWidth: Double?

    package init(value: Double, halfWidth: Double?) {
      self.value = value
      self.halfWidth = halfWidth
    }
  }

  /// A half-hour, a day or the month; indicators are nil where nothing counts.
  package struct Span: Sendable, Equatable {
    /// Calls in a replication, on average.
    package var offered: Double
    /// Served in time by the centre's formula.
    package var serviceLevel: Estimate?
    package var abandonment: Estimate?
    /// Seconds until those who are answered are answered.
    package var speedOfAnswer: Estimate?
    package var occupancy: Estimate?
    /// What the plan expects, where it says so.
    package var planned: Double?

    package init(
      offered: Double, serviceLevel: Estimate?, abandonment: Estimate?, speedOfAnswer: Estimate?, occupancy: Estimate?,
      planned: Double?
    ) {
      self.offered = offered
      self.serviceLevel = serviceLevel
      self.abandonment = abandonment
      self.speedOfAnswer = speedOfAnswer
      self.occupancy = occupancy
      self.planned = planned
    }
  }

  /// A quantity over the replications.
  package struct Distribution: Sendable, Equatable {
    package var mean: Double
    package var p05: Double
    package var p50: Double
    package var p95: Double

    package init(mean: Double, p05: Double, p50: Double, p95: Double) {
      self.mean = mean
      self.p05 = p05
      self.p50 = p50
      self.p95 = p95
    }

    /// Quantiles are order statistics; all is 0 without a value, as when a simulation was stopped before its first month.
    package init(_ values: [Double]) {
      let sorted = values.sorted()
      func quantile(_ level: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int((Double(sorted.count) * level).rounded(.down)))]
      }
      mean = values.reduce(0, +) / Double(max(1, values.count))
      p05 = quantile(0.05)
      p50 = quantile(0.5)
      p95 = quantile(0.95)
    }
  }

  package struct Tier: Sendable, Equatable {
    package var from: Decimal
    package var value: Decimal
    package var probability: Double

    package init(from: Decimal, value: Decimal, probability: Double) {
      self.from = from
      self.value = value
      self.probability = probability
    }
  }

  /// An indicator of the contract that calls decide.
  package struct Indicator: Sendable, Equatable {
    package var name: String
    package var actual: Distribution
    package var score: Distribution
    package var probabilityMet: Double

    package init(name: String, actual: Distribution, score: Distribution, probabilityMet: Double) {
      self.name = name
      self.actual = actual
      self.score = score
      self.probabilityMet = probabilityMet
    }
  }

  /// A half-hour that falls furthest below its target, and the agents that would mend it.
  package struct WorstHalfHour: Sendable, Equatable {
    package var start: HalfHour
    package var span: Span
    package var effective: Double
    /// Effective agents to add; 0 where the half-hours before pass their queue on.
    package var toAdd: Double

    package init(start: HalfHour, span: Span, effective: Double, toAdd: Double) {
      self.start = start
      self.span = span
      self.effective = effective
      self.toAdd = toAdd
    }
  }

  package var basis: Basis
  package var replications: Int
  package var seed: UInt64
  package var target: ServiceTarget
  /// Every half-hour of the month in order; every day; the whole.
  package var halfHours: [Span] = []
  package var days: [Span] = []
  package var month: Span
  /// The month's service level over the replications.
  package var serviceLevel: Distribution
  /// That the month's service level reaches the centre's target.
  package var probabilityOfTarget: Double
  package var indicators: [Indicator] = []
  /// Whole values of the score that picks the coefficient, with their probabilities, in rising order.
  package var scores: [(score: Int, probability: Double)] = []
  /// In falling order of `from`.
  package var tiers: [Tier] = []
  /// Yuan.
  package var fee: Distribution
  package var bonus: Distribution
  /// The partner's.
  package var margin: Distribution?
  package var worst: [WorstHalfHour] = []

  package init(
    basis: Basis, replications: Int, seed: UInt64, target: ServiceTarget, month: Span, serviceLevel: Distribution,
    probabilityOfTarget: Double, fee: Distribution, bonus: Distribution
  ) {
    self.basis = basis
    self.replications = replications
    self.seed = seed
    self.target = target
    self.month = month
    self.serviceLevel = serviceLevel
    self.probabilityOfTarget = probabilityOfTarget
    self.fee = fee
    self.bonus = bonus
  }

  package static func == (left: MonthSimulation, right: MonthSimulation) -> Bool {
    left.basis == right.basis && left.replications == right.replications && left.seed == right.seed
      && left.target == right.target && left.halfHours == right.halfHours && left.days == right.days
      && left.month == right.month && left.serviceLevel == right.serviceLevel
      && left.probabilityOfTarget == right.probabilityOfTarget && left.indicators == right.indicators
      && left.scores.elementsEqual(right.scores, by: { $0 == $1 }) && left.tiers == right.tiers && left.fee == right.fee
      && left.bonus == right.bonus && left.margin == right.margin && left.worst == right.worst
  }
}
