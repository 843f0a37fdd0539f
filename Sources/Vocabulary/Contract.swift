package import Foundation

/// The money of the contract, `contract.yaml`. Amounts in yuan.
package struct Contract: Sendable, Equatable {
  package enum RegularHours: String, Sendable, CaseIterable {
    /// Hours up to `standardHours` a person.
    case capped
    /// All scheduled hours.
    case scheduled
  }

  package enum OvertimeHours: String, Sendable, CaseIterable {
    /// Σ over people of max(0, worked − standard).
    case clipped
    /// Σ over people of (worked − standard), not below 0 in total.
    case netted
  }

  /// The edition of the contract, as the parties call it; stands on every statement.
  package var version = ""
  package var standardHours: Decimal = 166.64
  package var regularHours = RegularHours.capped
  package var overtimeHours = OvertimeHours.clipped
  package var seats: [SeatKind: SeatPrice] = [:]
  package var indicators: [Indicator] = []
  /// Assumed values of indicators that a roster cannot tell, for projections.
  package var assumed: [String: Decimal] = [:]
  package var scoreCap: Decimal = 100
  /// Tiers in falling order of `from`.
  package var coefficients: [CoefficientTier] = []
  package var bonus: Bonus?
  package var partner = PartnerCosts()
  package var mobile = MobileCosts()

  package init() {}

  /// Price of an hour of regular work in a grade: price ÷ (standard hours × persons per seat).
  package func seatPrice(_ kind: SeatKind) -> SeatPrice {
    seats[kind] ?? SeatPrice(price: 0, personsPerSeat: 1)
  }
}

package enum SeatKind: String, Sendable, CaseIterable, Hashable {
  case trainee, agent, lead, overtime

  package init(_ grade: Grade) {
    switch grade {
    case .trainee: self = .trainee
    case .agent: self = .agent
    case .lead: self = .lead
    }
  }
}

/// The price of a settlement seat and month.
package struct SeatPrice: Sendable, Equatable {
  package var price: Decimal
  /// 人员座席配比
  package var personsPerSeat: Decimal

  package init(price: Decimal, personsPerSeat: Decimal) {
    self.price = price
    self.personsPerSeat = personsPerSeat
  }
}

/// An indicator of the assessment (考核指标). Its score is linear from 0 at the floor to 100 at the target.
package struct Indicator: Sendable, Equatable {
  package enum Dimension: String, Sendable, CaseIterable {
    case quality, business
  }

  package var name: String
  package var dimension: Dimension
  package var target: Decimal
  /// Above the target where lower is better.
  package var floor: Decimal
  package var weight: Decimal
  /// The bonus is paid only where every gate's target is met.
  package var gate: Bool

  package init(
    name: String, dimension: Dimension, target: Decimal, floor: Decimal, weight: Decimal, gate: Bool = false
  ) {
    self.name = name
    self.dimension = dimension
    self.target = target
    self.floor = floor
    self.weight = weight
    self.gate = gate
  }
}

package struct CoefficientTier: Sendable, Equatable {
  package var from: Decimal
  package var value: Decimal

  package init(from: Decimal, value: Decimal) {
    self.from = from
    self.value = value
  }
}

/// The over-target bonus (达标超量酬金).
package struct Bonus: Sendable, Equatable {
  package var targetHandled: Decimal
  package var perCall: Decimal
  /// As a share of the fee before the bonus.
  package var cap: Decimal
  package var partnerShare: Decimal

  package init(targetHandled: Decimal, perCall: Decimal, cap: Decimal, partnerShare: Decimal) {
    self.targetHandled = targetHandled
    self.perCall = perCall
    self.cap = cap
    self.partnerShare = partnerShare
  }
}

/// What the partner pays its people.
package struct PartnerCosts: Sendable, Equatable {
  /// Per hour.
  package var wages: [Grade: Decimal] = [:]
  /// On workdays, rest days, statutory holidays.
  package var overtimeFactors: [Decimal] = [1.5, 2, 3]
  package var perShift: Decimal = 0
  package var nightAllowance: Decimal = 0

  package init() {}

  package func overtimeFactor(_ kind: DayKind) -> Decimal {
    switch kind {
    case .workday: overtimeFactors[0]
    case .restDay: overtimeFactors[1]
    case .statutoryHoliday: overtimeFactors[2]
    }
  }
}

/// What Mobile pays beside the fee.
package struct MobileCosts: Sendable, Equatable {
  /// 场地费用 per seat and month.
  package var sitePerSeat: Decimal = 0

  package init() {}
}
