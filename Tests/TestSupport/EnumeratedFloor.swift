internal import Foundation
internal import Vocabulary

/// The floor of the enumeration: counts of each half-hour that go up and down as patterns are tried.
struct EnumeratedFloor {
  private let rules: Rules
  private let halfHourCount: Int
  private let seats: [Int]
  private let isOpen: [Bool]
  private let required: [Double]
  /// Understaffing; a piece without a share has no end.
  private let pieces: [(share: Double?, yuan: Double)]
  private let overYuan: Double
  /// Curves by which service is weighed instead.
  private let services: [PricedService?]
  private let mealsAllowed: [Int]
  private var onDuty: [Int]
  private var onMeal: [Int]
  private var leads: [Int]
  private var effective: [Double]

  var count: Int { onDuty.count }

  init(_ planned: PlannedCase) {
    let centre = planned.centre
    let period = planned.period
    let count = period.halfHourCount + HalfHour.perDay
    let halfHours = (0..<count).map { period.firstHalfHour.adding($0) }
    rules = centre.rules
    halfHourCount = period.halfHourCount
    seats = halfHours.map { centre.settings.seats(on: $0.date) }
    isOpen = halfHours.map { period.contains($0.date) && centre.settings.isOpen($0, holidays: centre.holidays) }
    let needs = Dictionary(uniqueKeysWithValues: planned.requirement.rows.map { ($0.start, $0.required) })
    required = halfHours.map { needs[$0] ?? 0 }
    pieces = centre.rules.weights.under.map { ($0.upTo?.doubleValue, $0.perHalfHour.doubleValue) }
    let curves = Dictionary(uniqueKeysWithValues: planned.requirement.rows.map { ($0.start, $0.service) })
    services = halfHours.map { curves[$0] ?? nil }
    overYuan = centre.rules.weights.over.doubleValue
    mealsAllowed = (0...centre.agents.count).map { onDuty in
      max(1, Int((centre.rules.mealShare * Decimal(onDuty)).doubleValue.rounded(.up)))
    }
    onDuty = [Int](repeating: 0, count: count)
    onMeal = onDuty
    leads = onDuty
    effective = [Double](repeating: 0, count: count)
    addCarriedIn(planned)
  }

  private mutating func addCarriedIn(_ planned: PlannedCase) {
    for row in planned.centre.previous {
      guard let agent = planned.centre.agents.first(where: { $0.id == row.agent }),
        let shift = planned.centre.shifts.first(where: { $0.code == row.shift })
      else { continue }
      let midnight = (row.date - planned.period.firstDay) * HalfHour.perDay
      for offset in shift.dutyHalfHours.joined().map({ midnight + $0 }) where offset >= 0 {
        onDuty[offset] += 1
        leads[offset] += agent.grade == .lead ? 1 : 0
        effective[offset] += agent.productivity(on: row.date).doubleValue
      }
    }
  }

  mutating func add(_ pattern: PersonPattern, times: Int) {
    for presence in pattern.presences {
      onDuty[presence.offset] += times
      if presence.isEating { onMeal[presence.offset] += times }
      if pattern.isLead { leads[presence.offset] += times }
      effective[presence.offset] += Double(times) * presence.effective
    }
  }

  /// The least that under- and overstaffing can cost when up to so much more comes onto the phone; exact for no more.
  /// Nil where the seats are too few already.
  func bound(mostMore: [Double]) -> Double? {
    var yuan = 0.0
    for offset in onDuty.indices {
      guard seated(offset) <= seats[offset] else { return nil }
      guard isOpen[offset] else { continue }
      let short = required[offset] - effective[offset]
      if let service = services[offset] {
        yuan += serviceYuan(service, effective[offset] + mostMore[offset])
        if short > mostMore[offset] {
          yuan += underYuan(short - mostMore[offset], required: required[offset])
        }
      } else if short < 0 {
        yuan -= short * overYuan
      } else if short > mostMore[offset] {
        yuan += underYuan(short - mostMore[offset], required: required[offset])
      }
    }
    return yuan
  }

  /// R8, R9, R11 and minOnPhone.
  func keepsTheRules() -> Bool {
    onDuty.indices.allSatisfy { offset in
      let others = onDuty[offset] - leads[offset]
      let neededLeads =
        rules.leadSpan == 0 || onDuty[offset] == 0 ? 0 : max(1, (others + rules.leadSpan - 1) / rules.leadSpan)
      return onMeal[offset] <= mealsAllowed[onDuty[offset]] && seated(offset) <= seats[offset]
        && leads[offset] >= neededLeads
        && (!isOpen[offset] || onDuty[offset] - onMeal[offset] >= rules.minOnPhone)
    }
  }

  private func seated(_ offset: Int) -> Int {
    rules.seatHeldDuringMeal ? onDuty[offset] : onDuty[offset] - onMeal[offset]
  }

  /// The dearest of the lines through neighbouring points, extended: the curve is convex; level beyond the last.
  private func serviceYuan(_ service: PricedService, _ effective: Double) -> Double {
    let last = service.points[service.points.count - 1].beyondTarget
    let lines = zip(service.points, service.points.dropFirst()).map { left, right in
      let slope = (right.beyondTarget - left.beyondTarget) / (right.effective - left.effective)
      return last - left.beyondTarget - slope * (effective - left.effective)
    }
    return (service.pricePerCall ?? 0) * max(0, lines.max() ?? 0)
  }

  private func underYuan(_ short: Double, required: Double) -> Double {
    var yuan = 0.0
    var reached = 0.0
    for piece in pieces {
      let end = piece.share.map { min(short, $0 * required) } ?? short
      yuan += max(0, end - reached) * piece.yuan
      reached = max(reached, end)
    }
    return yuan
  }
}
