package import Foundation

/// A month's settlement (结算), projected or actual: `settlement.json`. Amounts in yuan, rounded to the fen.
package struct SettlementStatement: Sendable, Equatable {
  package enum Basis: String, Sendable {
    case projected, actual
  }

  package struct Line: Sendable, Equatable {
    package var kind: SeatKind
    package var hours: Decimal
    /// Settlement seats, four decimals.
    package var quantity: Decimal
    package var price: Decimal
    package var amount: Decimal

    package init(kind: SeatKind, hours: Decimal, quantity: Decimal, price: Decimal, amount: Decimal) {
      self.kind = kind
      self.hours = hours
      self.quantity = quantity
      self.price = price
      self.amount = amount
    }
  }

  package struct IndicatorResult: Sendable, Equatable {
    package var name: String
    package var dimension: Indicator.Dimension
    package var actual: Decimal
    package var score: Decimal
    package var weight: Decimal
    package var gate: Bool
    package var met: Bool

    package init(
      name: String, dimension: Indicator.Dimension, actual: Decimal, score: Decimal, weight: Decimal, gate: Bool,
      met: Bool
    ) {
      self.name = name
      self.dimension = dimension
      self.actual = actual
      self.score = score
      self.weight = weight
      self.gate = gate
      self.met = met
    }
  }

  package struct Scores: Sendable, Equatable {
    package var quality: Decimal
    package var business: Decimal
    package var total: Decimal
    package var lowest: Decimal

    package init(quality: Decimal, business: Decimal, total: Decimal, lowest: Decimal) {
      self.quality = quality
      self.business = business
      self.total = total
      self.lowest = lowest
    }
  }

  package struct BonusResult: Sendable, Equatable {
    package struct Part: Sendable, Equatable {
      package var agent: String
      package var amount: Decimal

      package init(agent: String, amount: Decimal) {
        self.agent = agent
        self.amount = amount
      }
    }

    package var handled: Decimal
    package var target: Decimal
    /// Every gate indicator is met.
    package var gate: Bool
    package var cap: Decimal
    package var amount: Decimal
    package var partner: Decimal
    package var staff: Decimal
    package var split: [Part]

    package init(
      handled: Decimal, target: Decimal, gate: Bool, cap: Decimal, amount: Decimal, partner: Decimal, staff: Decimal,
      split: [Part]
    ) {
      self.handled = handled
      self.target = target
      self.gate = gate
      self.cap = cap
      self.amount = amount
      self.partner = partner
      self.staff = staff
      self.split = split
    }
  }

  package struct Incident: Sendable, Equatable {
    package var date: CivilDate
    package var category: String
    package var amount: Decimal

    package init(date: CivilDate, category: String, amount: Decimal) {
      self.date = date
      self.category = category
      self.amount = amount
    }
  }

  package struct MobileTotals: Sendable, Equatable {
    package var fee: Decimal
    /// Seats of the site, weighted by days.
    package var siteSeats: Decimal
    package var site: Decimal
    package var total: Decimal

    package init(fee: Decimal, siteSeats: Decimal, site: Decimal, total: Decimal) {
      self.fee = fee
      self.siteSeats = siteSeats
      self.site = site
      self.total = total
    }
  }

  package struct PartnerTotals: Sendable, Equatable {
    package var fee: Decimal
    package var wages: Decimal
    package var overtime: Decimal
    package var shifts: Decimal
    package var nights: Decimal
    package var staffBonus: Decimal
    package var cost: Decimal
    package var margin: Decimal

    package init(
      fee: Decimal, wages: Decimal, overtime: Decimal, shifts: Decimal, nights: Decimal, staffBonus: Decimal,
      cost: Decimal, margin: Decimal
    ) {
      self.fee = fee
      self.wages = wages
      self.overtime = overtime
      self.shifts = shifts
      self.nights = nights
      self.staffBonus = staffBonus
      self.cost = cost
      self.margin = margin
    }
  }

  package var basis: Basis
  package var centre: String
  package var month: Month
  package var lines: [Line]
  package var seatsAmount: Decimal
  package var indicators: [IndicatorResult]
  package var scores: Scores
  package var coefficient: Decimal
  package var assessed: Decimal
  package var bonus: BonusResult
  package var incidents: [Incident]
  package var deductions: Decimal
  package var fee: Decimal
  /// What a fee below zero leaves for the next month.
  package var carried: Decimal
  package var mobile: MobileTotals
  package var partner: PartnerTotals

  package init(
    basis: Basis, centre: String, month: Month, lines: [Line], seatsAmount: Decimal, indicators: [IndicatorResult],
    scores: Scores, coefficient: Decimal, assessed: Decimal, bonus: BonusResult, incidents: [Incident],
    deductions: Decimal, fee: Decimal, carried: Decimal, mobile: MobileTotals, partner: PartnerTotals
  ) {
    self.basis = basis
    self.centre = centre
    self.month = month
    self.lines = lines
    self.seatsAmount = seatsAmount
    self.indicators = indicators
    self.scores = scores
    self.coefficient = coefficient
    self.assessed = assessed
    self.bonus = bonus
    self.incidents = incidents
    self.deductions = deductions
    self.fee = fee
    self.carried = carried
    self.mobile = mobile
    self.partner = partner
  }
}
