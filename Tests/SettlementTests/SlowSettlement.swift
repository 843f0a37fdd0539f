import Foundation
import Vocabulary

/// The settlement once more, in whole numbers only: fen, hundredths of an hour, fractions kept as numerator and denominator. It
/// shares no line with the module and takes no care of time.
struct SlowSettlement {
  /// A contract in whole numbers.
  struct Terms {
    /// Hundredths of an hour.
    var standard = 16_664
    var isCapped = true
    var isClipped = true
    /// Fen, and hundredths of a person; trainee, agent, lead, overtime.
    var prices = [0, 0, 0, 0]
    var persons = [100, 100, 100, 100]
    /// Target, floor and score in the same whole unit.
    var indicators: [(isQuality: Bool, target: Int, floor: Int, weight: Int, isGate: Bool, actual: Int)] = []
    var scoreCap = 100
    /// Points, and hundredths; any order.
    var tiers: [(from: Int, value: Int)] = []
    /// Fen a call, cap and partner's share in hundredths; nil = no bonus.
    var bonus: (target: Int, perCall: Int, cap: Int, share: Int)?
    /// Fen an hour by grade; tenths by workday, rest day, holiday.
    var wages = [0, 0, 0]
    var factors = [15, 20, 30]
    var perShift = 0
    var night = 0
    var sitePerSeat = 0
  }

  struct Day {
    var person: Int
    var date: Int
    /// 0 trainee, 1 agent, 2 lead: of that day.
    var grade: Int
    /// 0 workday, 1 rest day, 2 statutory holiday.
    var kind: Int
    var isNight: Bool
    var scheduled: Int
    var worked: Int
    var overtime: Int
  }

  /// By the names of `settlement.json`; fen, seats in ten-thousandths, the coefficient in hundredths.
  private(set) var figures: [String: Int] = [:]
  private(set) var split: [Int: Int] = [:]

  init(_ terms: Terms, _ days: [Day], handled: [Int], incidents: [Int], seatDays: Int, dayCount: Int) {
    let seats = seats(terms, days)
    let coefficient = coefficient(terms)
    let assessed = SlowSettlement.halfUp(Int128(seats) * Int128(coefficient), 100)
    var amount = 0
    let calls = handled.reduce(0, +)
    let gatesMet = terms.indicators.allSatisfy { indicator in
      !indicator.isGate
        || (indicator.target > indicator.floor
          ? indicator.actual >= indicator.target : indicator.actual <= indicator.target)
    }
    var partner = 0
    if let bonus = terms.bonus {
      let cap = SlowSettlement.halfUp(Int128(assessed) * Int128(bonus.cap), 100)
      if gatesMet && calls > bonus.target { amount = min(cap, (calls - bonus.target) * bonus.perCall) }
      partner = SlowSettlement.halfUp(Int128(amount) * Int128(bonus.share), 100)
    }
    parts(amount - partner, handled)
    let deductions = incidents.reduce(0, +)
    let due = assessed + amount - deductions
    let siteSeats = SlowSettlement.halfUp(Int128(seatDays) * 10_000, Int128(dayCount))
    let site = SlowSettlement.halfUp(Int128(siteSeats) * Int128(terms.sitePerSeat), 10_000)
    let cost = partnerCost(terms, days, staffBonus: amount - partner)
    let fee = due > 0 ? due : 0
    for (key, value) in [
      ("seatsAmount", seats), ("coefficient", coefficient), ("assessed", assessed), ("bonus.amount", amount),
      ("bonus.partner", partner), ("bonus.staff", amount - partner), ("deductions", deductions), ("fee", fee),
      ("carried", due < 0 ? -due : 0), ("mobile.siteSeats", siteSeats), ("mobile.site", site),
      ("mobile.total", fee + site), ("partner.cost", cost), ("partner.margin", fee - cost),
    ] { figures[key] = value }
  }

  /// Half-up for what is not negative.
  private static func halfUp(_ numerator: Int128, _ denominator: Int128) -> Int {
    Int((2 * numerator + denominator) / (2 * denominator))
  }

  // Time in hundredths of a minute: standard hours of two decimals × 60 are whole.

  private mutating func seats(_ terms: Terms, _ days: [Day]) -> Int {
    let standard = terms.standard * 60
    var used = [0, 0, 0, 0]
    var net = 0
    for person in Set(days.map(\.person)) {
      var total = 0
      for day in days.filter({ $0.person == person }).sorted(by: { $0.date < $1.date }) {
        let before = min(standard, total)
        total += day.worked * 100
        used[day.grade] += terms.isCapped ? min(standard, total) - before : day.scheduled * 100
      }
      if total > standard { used[3] += total - standard }
      net += total - standard
    }
    if !terms.isClipped { used[3] = max(0, net) }
    var sum = 0
    for (index, kind) in SeatKind.allCases.enumerated() {
      let quantity = SlowSettlement.halfUp(Int128(used[index]) * 10_000 * 100, Int128(standard * terms.persons[index]))
      let amount = SlowSettlement.halfUp(Int128(quantity) * Int128(terms.prices[index]), 10_000)
      figures["lines.\(kind.rawValue).quantity"] = quantity
      figures["lines.\(kind.rawValue).amount"] = amount
      sum += amount
    }
    return sum
  }

  /// Every score over the product of all spans, so that means compare exactly.
  private func coefficient(_ terms: Terms) -> Int {
    let common = terms.indicators.reduce(Int128(1)) { $0 * Int128(abs($1.target - $1.floor)) }
    let scores = terms.indicators.map { indicator -> Int128 in
      let span = Int128(abs(indicator.target - indicator.floor))
      let reach =
        indicator.target > indicator.floor ? indicator.actual - indicator.floor : indicator.floor - indicator.actual
      return max(0, min(Int128(terms.scoreCap) * common, Int128(reach) * 100 * (common / span)))
    }
    var means: [(sum: Int128, weight: Int128)] = []
    for part in [true, false, nil] as [Bool?] {
      let chosen = terms.indicators.indices.filter { part == nil || terms.indicators[$0].isQuality == part }
      let weight = chosen.reduce(Int128(0)) { $0 + Int128(terms.indicators[$1].weight) }
      if weight > 0 {
        means.append((chosen.reduce(Int128(0)) { $0 + scores[$1] * Int128(terms.indicators[$1].weight) }, weight))
      }
    }
    func reaches(_ from: Int) -> Bool {
      means.allSatisfy { $0.sum >= Int128(from) * common * $0.weight } && (!means.isEmpty || from <= 100)
    }
    return terms.tiers.filter { reaches($0.from) }.max { $0.from < $1.from }?.value ?? 100
  }

  private mutating func parts(_ fen: Int, _ handled: [Int]) {
    let total = handled.reduce(0, +)
    guard fen > 0, total > 0 else { return }
    for index in handled.indices { split[index] = fen * handled[index] / total }
    var left = fen - split.values.reduce(0, +)
    while left > 0 {
      // The largest remainder not served yet, the first of equals.
      let best = handled.indices.filter { split[$0] == fen * handled[$0] / total && handled[$0] > 0 }
        .max { (fen * handled[$0] % total, $1) < (fen * handled[$1] % total, $0) }!
      split[best]! += 1
      left -= 1
    }
  }

  private mutating func partnerCost(_ terms: Terms, _ days: [Day], staffBonus: Int) -> Int {
    var wages = 0
    var overtime = 0
    for day in days {
      wages += (day.worked - day.overtime) * terms.wages[day.grade]
      overtime += day.overtime * terms.wages[day.grade] * terms.factors[day.kind]
    }
    let amounts = [
      SlowSettlement.halfUp(Int128(wages), 60), SlowSettlement.halfUp(Int128(overtime), 600),
      days.count * terms.perShift, days.filter(\.isNight).count * terms.night,
    ]
    for (name, amount) in zip(["wages", "overtime", "shifts", "nights"], amounts) {
      figures["partner.\(name)"] = amount
    }
    return amounts.reduce(staffBonus, +)
  }
}
