package import Foundation

/// Why a month's fee and margin are not those that were projected. The parts add up to the differences, to the fen.
package struct SettlementVariance: Sendable, Equatable {
  /// In the order in which the projection is turned into the actual statement, one input after the other.
  package enum Cause: String, Sendable, CaseIterable {
    /// The projection worked out again from its files: rules, people or terms that changed since it was made.
    case restated
    /// Calls offered, at the forecast's handling times, on the planned roster.
    case volume
    /// Handling times.
    case handlingTime
    /// Planned days not worked, or worked in part.
    case absence
    /// Other shifts, days that were not planned, overtime.
    case rosterChanges
    /// The scores, and so the coefficient, beyond what the calls and the people on the floor explain.
    case service
    /// The contract's terms.
    case price
    case bonus
    case incidents
  }

  package struct Part: Sendable, Equatable {
    package var cause: Cause
    package var fee: Decimal
    package var margin: Decimal
    /// Reached after this step, since a tier takes many small changes to move: the coefficient, and the service level it goes by,
    /// where the contract has one.
    package var coefficient: Decimal
    package var serviceLevel: Decimal?

    package init(cause: Cause, fee: Decimal, margin: Decimal, coefficient: Decimal, serviceLevel: Decimal?) {
      self.cause = cause
      self.fee = fee
      self.margin = margin
      self.coefficient = coefficient
      self.serviceLevel = serviceLevel
    }
  }

  /// Planned against worked person-days.
  package struct Adherence: Sendable, Equatable {
    package var planned = 0
    /// The planned shift.
    package var kept = 0
    /// Another shift than planned.
    package var changed = 0
    package var absent = 0
    /// Worked without a plan.
    package var unplanned = 0
    /// Of planned shifts kept.
    package var minutesShort = 0
    package var overtimeMinutes = 0

    package init() {}

    /// 1 where nothing was planned.
    package var share: Double { planned > 0 ? Double(kept) / Double(planned) : 1 }
  }

  /// The forecast against the calls that came, the partner's share applied. Nil where no half-hour was recorded.
  package struct ForecastError: Sendable, Equatable {
    package var forecast: Double
    package var offered: Double
    /// Σ|offered − forecast| ÷ Σ offered, by half-hour and by daily total.
    package var halfHour: Double
    package var day: Double
    /// Seconds, weighted by calls.
    package var forecastHandlingTime: Double
    package var handlingTime: Double

    package init(
      forecast: Double, offered: Double, halfHour: Double, day: Double, forecastHandlingTime: Double,
      handlingTime: Double
    ) {
      self.forecast = forecast
      self.offered = offered
      self.halfHour = halfHour
      self.day = day
      self.forecastHandlingTime = forecastHandlingTime
      self.handlingTime = handlingTime
    }
  }

  package var projectedFee: Decimal
  package var actualFee: Decimal
  package var projectedMargin: Decimal
  package var actualMargin: Decimal
  /// Every cause once, in order.
  package var parts: [Part]
  package var adherence: Adherence
  package var forecastError: ForecastError?

  package init(
    projectedFee: Decimal, actualFee: Decimal, projectedMargin: Decimal, actualMargin: Decimal, parts: [Part],
    adherence: Adherence, forecastError: ForecastError?
  ) {
    self.projectedFee = projectedFee
    self.actualFee = actualFee
    self.projectedMargin = projectedMargin
    self.actualMargin = actualMargin
    self.parts = parts
    self.adherence = adherence
    self.forecastError = forecastError
  }
}

/// What a plan's folder says of a month, before it came.
package struct Projection: Sendable, Equatable {
  package var roster: Roster
  package var forecast: Forecast
  package var requirement: Requirement
  /// As stated in `settlement.json`.
  package var fee: Decimal
  package var margin: Decimal
  package var indicators: [String: Decimal]
  package var handled: Decimal
  /// The terms it was made by.
  package var contract: Contract

  package init(
    roster: Roster, forecast: Forecast, requirement: Requirement, fee: Decimal, margin: Decimal,
    indicators: [String: Decimal], handled: Decimal, contract: Contract
  ) {
    self.roster = roster
    self.forecast = forecast
    self.requirement = requirement
    self.fee = fee
    self.margin = margin
    self.indicators = indicators
    self.handled = handled
    self.contract = contract
  }
}

/// The partner beside Mobile's own people (自营) on the same calls. Nil = not known.
package struct InHouseComparison: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// An indicator's name, `answered` or `costPerAnswered`.
    package var measure: String
    package var partner: Decimal?
    package var inHouse: Decimal?

    package init(measure: String, partner: Decimal?, inHouse: Decimal?) {
      self.measure = measure
      self.partner = partner
      self.inHouse = inHouse
    }
  }

  package var rows: [Row]

  package init(rows: [Row]) {
    self.rows = rows
  }
}
