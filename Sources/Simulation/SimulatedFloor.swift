/// Who is on the phone when, as numbers: what a roster means to the calls.
package struct SimulatedFloor: Sendable, Equatable {
  /// One person's time on duty without a break in it but the meal; a split shift is two.
  package struct Duty: Sendable, Equatable {
    /// Position in `productivities`.
    package var rank: Int
    /// Half-hours from the first of the period; may begin before it and end after it.
    package var span: Range<Int>
    /// Half-hours of the meal; empty where there is none.
    package var meal: Range<Int>
    /// Duties of one person's shift are missed together: same number, same fate.
    package var shift: Int

    package init(rank: Int, span: Range<Int>, meal: Range<Int>, shift: Int) {
      self.rank = rank
      self.span = span
      self.meal = meal
      self.shift = shift
    }
  }

  /// Calls served against a fully trained agent's, above 0; each person has one of them.
  package var productivities: [Double]
  package var duties: [Duty]
  package var shiftCount: Int

  package init(productivities: [Double], duties: [Duty], shiftCount: Int) {
    self.productivities = productivities
    self.duties = duties
    self.shiftCount = shiftCount
  }
}

/// How calls come and go.
package struct CallTraffic: Sendable {
  /// The calls of a replication, by half-hour.
  package enum Arrivals: Sendable {
    /// Calls to expect; they come as a Poisson process. By replication.
    case rates(@Sendable (Int) -> [Double])
    /// Exactly so many, at random instants of the half-hour.
    case counts([Int])
  }

  package enum Handling: Sendable, Equatable {
    /// With the ratio of standard deviation and mean.
    case lognormal(variation: Double)
    case exponential
  }

  package var arrivals: Arrivals
  /// Mean seconds by half-hour, of an agent of productivity 1.
  package var handlingTimes: [Double]
  package var handling = Handling.lognormal(variation: 1)
  /// Mean seconds until a waiting caller gives up, exponential; nil = never.
  package var patience: Double?
  /// Part of those who gave up that call again, and mean seconds until they do.
  package var redialShare = 0.0
  package var redialDelay = 300.0

  package init(arrivals: Arrivals, handlingTimes: [Double], patience: Double?) {
    self.arrivals = arrivals
    self.handlingTimes = handlingTimes
    self.patience = patience
  }
}

package struct SimulationOptions: Sendable, Equatable {
  package var replications = 100
  package var seed: UInt64 = 1
  package var threads = 2
  /// Seconds of the service level.
  package var within: Double
  /// Part of the on-phone time that is lost by half-hour, absences of whole shifts included; empty = none.
  package var shrinkage: [Double] = []
  /// Part of the shifts that are missed whole.
  package var absence = 0.0

  package init(within: Double) {
    self.within = within
  }

  /// Chance of those who came to be away from the phone in a half-hour.
  func away(_ half: Int) -> Double {
    guard half < shrinkage.count, absence < 1 else { return 0 }
    return max(0, (shrinkage[half] - absence) / (1 - absence))
  }
}
