internal import Vocabulary

/// What each shift of each day costs a person of a kind at the half-hours' prices, with the meal where it costs least.
///
/// People of one kind have the same role and productivity; micro-yuan, rounded down.
final class ShiftPriceTable: @unchecked Sendable {
  private let problem: RosterProblem
  private let kinds: [Kind]
  private let tables: [UnsafeMutablePointer<Double>]
  /// Where the meal costs least, at the same places; nil without a meal.
  private let meals: [[Int?]]
  private let kindOfPerson: [Int]

  private struct Kind: Hashable {
    var isLead: Bool
    var units: Double
    var unitsAfterPromotion: Double
    var promotionDay: Int
  }

  /// - Parameter staffing: the kinds that the prices tell apart.
  init(_ problem: RosterProblem, _ slots: SlotPrices, _ staffing: StaffingKinds?) {
    self.problem = problem
    var kinds: [Kind] = []
    var index: [Kind: Int] = [:]
    kindOfPerson = problem.people.map { person in
      let kind = Kind(
        isLead: person.isLead, units: person.units, unitsAfterPromotion: person.unitsAfterPromotion,
        promotionDay: person.promotionDay)
      if let known = index[kind] { return known }
      index[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }
    self.kinds = kinds
    let priced = kinds.map { ShiftPriceTable.prices(problem, slots, $0, staffing) }
    tables = priced.map { $0.map(\.cost).copiedToFlatMemory() }
    meals = priced.map { $0.map(\.meal) }
  }

  deinit {
    for table in tables { table.deallocate() }
  }

  /// At [day × shifts + shift].
  func prices(of person: Int) -> UnsafePointer<Double> {
    UnsafePointer(tables[kindOfPerson[person]])
  }

  /// Where a person's meal on a shift costs least.
  func meal(of person: Int, day: Int, shift: Int) -> Int? {
    meals[kindOfPerson[person]][day * problem.shifts.count + shift]
  }

  private static func prices(
    _ problem: RosterProblem, _ slots: SlotPrices, _ kind: Kind, _ staffing: StaffingKinds?
  ) -> [(cost: Double, meal: Int?)] {
    var result: [(cost: Double, meal: Int?)] = []
    let span = Double(problem.limits.leadSpan)
    for day in 0..<problem.dayCount {
      let base = day * HalfHour.perDay
      let units = day >= kind.promotionDay ? kind.unitsAfterPromotion : kind.units
      let productivity = units / CoverageUnits.perAgent
      let number = staffing?.kind(of: units)
      for shift in problem.shifts {
        var cost = 0.0
        for slot in shift.duty.joined() {
          let at = base + slot
          cost += slots.seat[at] - slots.worth(productivity, kind: number, at)
          cost += kind.isLead ? -span * slots.lead[at] : slots.lead[at]
        }
        var best: (cost: Double, meal: Int)?
        for start in shift.mealStarts {
          let change = (start..<(start + shift.mealHalfHours)).reduce(0.0) { sum, slot in
            let freed = problem.limits.seatHeldDuringMeal ? 0 : slots.seat[base + slot]
            return sum + slots.worth(productivity, kind: number, base + slot) - freed
          }
          if change < best?.cost ?? .infinity { best = (change, start) }
        }
        cost += best?.cost ?? 0
        result.append(((cost * PersonBound.microYuan - 1).rounded(.down), best?.meal))
      }
    }
    return result
  }
}
