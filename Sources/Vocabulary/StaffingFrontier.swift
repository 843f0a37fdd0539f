/// What levels of service cost and bring, over paths of the forecast: `frontier.json`, `frontier.csv`.
package struct StaffingFrontier: Sendable, Equatable {
  /// What a roster's month may bring.
  package struct Chances: Sendable, Equatable {
    /// The month's, by the centre's formula.
    package var serviceLevel: MonthSimulation.Distribution
    /// That the month's service level reaches the centre's target.
    package var probabilityOfTarget: Double
    /// In falling order of `from`.
    package var tiers: [MonthSimulation.Tier]
    /// Yuan.
    package var fee: MonthSimulation.Distribution
    package var bonus: MonthSimulation.Distribution
    /// The partner's.
    package var margin: MonthSimulation.Distribution?

    package init(
      serviceLevel: MonthSimulation.Distribution, probabilityOfTarget: Double, tiers: [MonthSimulation.Tier],
      fee: MonthSimulation.Distribution, bonus: MonthSimulation.Distribution,
      margin: MonthSimulation.Distribution? = nil
    ) {
      self.serviceLevel = serviceLevel
      self.probabilityOfTarget = probabilityOfTarget
      self.tiers = tiers
      self.fee = fee
      self.bonus = bonus
      self.margin = margin
    }
  }

  /// One level of service, staffed by a quick roster.
  package struct Level: Sendable, Equatable {
    /// The service level the requirement is made for.
    package var target: Double
    package var requiredHours: Double
    package var paidHours: Double
    package var chances: Chances
    /// Expected, yuan.
    package var mobileTotal: Double
    package var partnerCost: Double
    package var partnerMargin: Double

    package init(
      target: Double, requiredHours: Double, paidHours: Double, chances: Chances, mobileTotal: Double,
      partnerCost: Double, partnerMargin: Double
    ) {
      self.target = target
      self.requiredHours = requiredHours
      self.paidHours = paidHours
      self.chances = chances
      self.mobileTotal = mobileTotal
      self.partnerCost = partnerCost
      self.partnerMargin = partnerMargin
    }
  }

  /// A roster judged both ways: queue by queue over the paths, and call by call.
  package struct Verification: Sendable, Equatable {
    package var target: Double
    package var queues: Chances
    package var calls: Chances

    package init(target: Double, queues: Chances, calls: Chances) {
      self.target = target
      self.queues = queues
      self.calls = calls
    }
  }

  package var objective: ServiceTarget.Objective
  /// Of the centre.
  package var target: Double
  package var paths: Int
  package var seed: UInt64
  /// In rising order of target, at least one.
  package let levels: [Level]
  /// Index of the level with the best expected money.
  package let best: Int
  /// Of the roster that was planned.
  package var verification: Verification?

  package init(objective: ServiceTarget.Objective, target: Double, paths: Int, seed: UInt64, levels: [Level]) {
    self.objective = objective
    self.target = target
    self.paths = paths
    self.seed = seed
    self.levels = levels
    best = StaffingFrontier.best(of: levels, objective, target)
  }

  package var chosen: Level { levels[best] }

  /// The lowest of equally good levels.
  private static func best(of levels: [Level], _ objective: ServiceTarget.Objective, _ target: Double) -> Int {
    switch objective {
    case .partner:
      return levels.indices.max { (levels[$0].partnerMargin, $1) < (levels[$1].partnerMargin, $0) } ?? 0
    case .mobile:
      let keeping = levels.indices.filter { levels[$0].chances.serviceLevel.mean >= target }
      return keeping.min { (levels[$0].mobileTotal, $0) < (levels[$1].mobileTotal, $1) }
        ?? levels.indices.max { levels[$0].chances.serviceLevel.mean < levels[$1].chances.serviceLevel.mean } ?? 0
    }
  }
}

extension StaffingFrontier.Chances {
  /// What a month brought when it was replayed call by call.
  package init(_ simulation: MonthSimulation) {
    self.init(
      serviceLevel: simulation.serviceLevel, probabilityOfTarget: simulation.probabilityOfTarget,
      tiers: simulation.tiers, fee: simulation.fee, bonus: simulation.bonus, margin: simulation.margin)
  }
}
