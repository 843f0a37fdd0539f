import Foundation
import Vocabulary

/// Who is on the floor, half-hour by half-hour.
struct Floor {
  struct Row {
    let start: HalfHour
    /// The centre answers calls.
    let isOpen: Bool
    /// Seats of the date.
    let seats: Int
    /// 0 in closed half-hours and after the period.
    let required: Decimal
    /// Everybody, leads and those eating included.
    let onDuty: Int
    let onMeal: Int
    /// Leads on duty, those eating included.
    let leads: Int
    /// Productivity of those on duty and not eating.
    let effective: Decimal
    /// What more than `required` is worth, where the roster weighs service; nil where closed.
    let service: PricedService?

    /// What the floor lacks to the requirement, in effective agents; 0 where closed.
    var under: Decimal { isOpen ? max(0, required - effective) : 0 }
    /// What it has above the requirement; 0 where closed.
    var over: Decimal { isOpen ? max(0, effective - required) : 0 }

    func seated(seatHeldDuringMeal: Bool) -> Int { seatHeldDuringMeal ? onDuty : onDuty - onMeal }
  }

  /// Every half-hour of the period in order.
  let rows: [Row]
  /// The half-hours after the period that shifts of its last days reach, by this roster's people alone.
  let rowsAfter: [Row]

  var rowsWithThoseAfter: [Row] { rows + rowsAfter }

  init(count: FloorCount, settings: CentreSettings, holidays: HolidayCalendar, requirement: Requirement) {
    let required = Dictionary(
      requirement.rows.map { ($0.start, exactDecimal($0.required)) }, uniquingKeysWith: { first, _ in first })
    let services = Dictionary(
      requirement.rows.map { ($0.start, $0.service) }, uniquingKeysWith: { first, _ in first })
    let period = count.period
    let all = count.onDuty.indices.map { offset in
      let start = period.firstHalfHour.adding(offset)
      let isOpen = settings.isOpen(start, holidays: holidays)
      let isInPeriod = offset < period.halfHourCount
      return Row(
        start: start, isOpen: isOpen, seats: settings.seats(on: start.date),
        required: isOpen && isInPeriod ? required[start] ?? 0 : 0, onDuty: count.onDuty[offset],
        onMeal: count.onMeal[offset], leads: count.leads[offset], effective: count.effective(at: offset),
        service: isOpen && isInPeriod ? services[start] ?? nil : nil)
    }
    rows = Array(all.prefix(period.halfHourCount))
    rowsAfter = Array(all.dropFirst(period.halfHourCount)).filter { $0.onDuty > 0 }
  }
}

/// The decimal number a binary one was read from: the shortest that reads back as it, which is the text of the file.
func exactDecimal(_ value: Double) -> Decimal {
  Decimal(string: "\(value)", locale: nil) ?? 0
}

/// Counts the people of each half-hour of the period and of the two days after it, which its shifts may reach.
struct FloorCount {
  let period: Period
  private(set) var onDuty: [Int]
  private(set) var onMeal: [Int]
  private(set) var leads: [Int]
  /// People on duty and not eating, for each productivity.
  private var onPhone: [Decimal: [Int]] = [:]

  init(period: Period) {
    self.period = period
    onDuty = [Int](repeating: 0, count: period.halfHourCount + 2 * HalfHour.perDay)
    onMeal = onDuty
    leads = onDuty
  }

  /// Counts a person's shifts in the half-hours of the period and after that they cover; the productivity is that of the
  /// day the shift starts.
  mutating func add(_ shifts: [WorkedShift], of agent: Agent) {
    let promoted = agent.promoted ?? CivilDate(dayNumber: Int.max)
    for part in [shifts.filter { $0.date < promoted }, shifts.filter { $0.date >= promoted }] where !part.isEmpty {
      let productivity = agent.productivity(on: part[0].date)
      var serving = onPhone.removeValue(forKey: productivity) ?? [Int](repeating: 0, count: onDuty.count)
      for worked in part { add(worked, isLead: agent.grade == .lead, serving: &serving) }
      onPhone[productivity] = serving
    }
  }

  private mutating func add(_ worked: WorkedShift, isLead: Bool, serving: inout [Int]) {
    let midnight = (worked.date - period.firstDay) * HalfHour.perDay
    let meal =
      worked.mealStart.map { midnight + $0.halfHours..<midnight + $0.halfHours + worked.shift.mealHalfHours } ?? 0..<0
    for part in worked.shift.dutyHalfHours {
      for offset in midnight + part.lowerBound..<midnight + part.upperBound where onDuty.indices.contains(offset) {
        onDuty[offset] += 1
        leads[offset] += isLead ? 1 : 0
        if meal.contains(offset) {
          onMeal[offset] += 1
        } else {
          serving[offset] += 1
        }
      }
    }
  }

  func effective(at offset: Int) -> Decimal {
    onPhone.reduce(0) { $0 + $1.key * Decimal($1.value[offset]) }
  }
}
