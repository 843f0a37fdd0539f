internal import Vocabulary

/// A shift as the search's inner loop reads it: plain numbers, no references.
struct FlatShift {
  var from: Int
  var to: Int
  /// The second part; empty where there is none.
  var secondFrom: Int
  var secondTo: Int
  var mealFrom: Int
  /// Latest start of the meal; before `mealFrom` where there is no meal.
  var mealTo: Int
  var mealLength: Int
  var minutes: Int
  var classA: Int
  var classB: Int
  var lateNights: Int
  /// Shifts of one kind add the same to a person's month: minutes, classes, late nights, switched rules.
  var kind: Int

  init(_ shift: ShiftData, kind: Int) {
    from = shift.duty[0].lowerBound
    to = shift.duty[0].upperBound
    secondFrom = shift.duty.count > 1 ? shift.duty[1].lowerBound : to
    secondTo = shift.duty.count > 1 ? shift.duty[1].upperBound : to
    mealFrom = shift.mealStarts.first ?? 0
    mealTo = shift.mealStarts.last ?? -1
    mealLength = shift.mealHalfHours
    minutes = shift.paidMinutes
    classA = shift.isClassA ? 1 : 0
    classB = shift.isClassB ? 1 : 0
    lateNights = shift.isLateNight ? 1 : 0
    self.kind = kind
  }
}

/// The parts of a problem that the search reads in its inner loops, as flat memory that lives as long as this object.
///
/// Read only after `init`, so that both search tasks may share it.
final class SearchTables: @unchecked Sendable {
  let problem: RosterProblem
  let days: Int
  let choices: Int
  let shifts: UnsafeMutablePointer<FlatShift>
  /// A representative shift of each kind; kind 0 is a day off.
  let kindShifts: UnsafeMutablePointer<FlatShift?>
  let kindCount: Int
  /// A choice of each kind.
  let kindChoices: UnsafeMutablePointer<UInt8>
  let people: UnsafeMutablePointer<PersonData>
  let isAllowed: UnsafeMutablePointer<Bool>
  let wishRow: UnsafeMutablePointer<Int32>
  let wishCosts: UnsafeMutablePointer<Double>
  let nextDay: UnsafeMutablePointer<Double>
  let dayAfterNext: UnsafeMutablePointer<Double>
  /// The other day of a Saturday–Sunday pair, −1 elsewhere.
  let weekendPartner: UnsafeMutablePointer<Int>
  /// First and last slot any shift touches on its day, widened to whole fours.
  let firstSlot: Int
  let lastSlot: Int
  let slotCosts: SlotCosts
  let seats: UnsafeMutablePointer<Int32>
  let minOnPhone: UnsafeMutablePointer<Int32>
  let violation: Double
  let seatHeldDuringMeal: Bool
  let minHoursHard: Bool
  let reachesDayAfterNext: Bool
  let maxConsecutiveDays: Int
  let balanceTolerance: Int
  let minLateNights: Int
  let maxLateNights: Int
  let standardMinutes: Double
  let shortMinute: Double
  /// A minute under hard minimum hours: dearer than the half-hours a shift may break until a lead joins it.
  let brokenMinute: Double
  let imbalance: Double
  let lateNightMissing: Double
  let noWeekendOff: Double
  private let leadSpan: Int
  /// One of those a lead leads, as a share of them; 0 without such a rule.
  let leadShare: Double
  let leadsNeeded: UnsafeMutablePointer<Int32>
  /// Leads for the staff that is likely to come to a half-hour.
  let leadsWanted: UnsafeMutablePointer<Int32>
  let alike: AlikePeople
  let mealsAllowed: UnsafeMutablePointer<Int32>
  /// Switched rules; nil, or none, where they are off.
  let sequence: SequenceRules?
  /// Days further apart than this do not touch.
  var reach: Int { sequence == nil ? 3 : SequenceRules.reach }
  /// The roster the month is planned anew from, by cell; nil where it is planned for the first time.
  let keptChoices: UnsafeMutablePointer<UInt8>?
  let keptMeals: UnsafeMutablePointer<UInt8>?
  let changedDay: Double
  let needCount: Int
  let needsLeast: UnsafeMutablePointer<Int32>
  let hasDayRules: Bool
  /// Some switched rule ties cells of a person, or of two, together.
  var hasJoinedCells: Bool { sequence != nil || !problem.dayRules.pairs.isEmpty }
  /// Cells that may work at all.
  let isWorkable: UnsafeMutablePointer<Bool>

  /// - Parameter worth: what a fully productive agent is worth in each half-hour, by slot; empty where not known.
  init(_ problem: RosterProblem, worth: [Double] = []) {
    self.problem = problem
    days = problem.dayCount
    choices = problem.choiceCount
    var kinds: [FlatShift?] = [nil]
    var kindChoices: [UInt8] = [0]
    let flat = problem.shifts.enumerated().map { index, shift in
      let kind = kinds.indices.first { kind in
        (kinds[kind].map {
          $0.minutes == shift.paidMinutes && $0.classA == (shift.isClassA ? 1 : 0)
            && $0.classB == (shift.isClassB ? 1 : 0) && $0.lateNights == (shift.isLateNight ? 1 : 0)
        } ?? false) && problem.sequence?.areAlike(index + 1, Int(kindChoices[kind])) ?? true
      }
      let result = FlatShift(shift, kind: kind ?? kinds.count)
      if kind == nil {
        kinds.append(result)
        kindChoices.append(UInt8(index + 1))
      }
      return result
    }
    self.kindChoices = kindChoices.copiedToFlatMemory()
    kindShifts = kinds.copiedToFlatMemory()
    kindCount = kinds.count
    shifts = flat.copiedToFlatMemory()
    people = problem.people.copiedToFlatMemory()
    isAllowed = problem.isAllowed.copiedToFlatMemory()
    wishRow = problem.wishRow.copiedToFlatMemory()
    wishCosts = problem.wishCosts.copiedToFlatMemory()
    nextDay = problem.pairs.nextDay.copiedToFlatMemory()
    dayAfterNext = problem.pairs.dayAfterNext.copiedToFlatMemory()
    var partner = [Int](repeating: -1, count: problem.dayCount)
    for weekend in problem.weekends {
      partner[weekend.saturday] = weekend.sunday
      partner[weekend.sunday] = weekend.saturday
    }
    weekendPartner = partner.copiedToFlatMemory()
    firstSlot = (problem.shifts.map(\.firstSlot).min() ?? 0) / 4 * 4
    lastSlot = ((problem.shifts.map(\.lastSlot).max() ?? 0) + 3) / 4 * 4
    slotCosts = SlotCosts(problem, worth: worth)
    seats = problem.seats.copiedToFlatMemory()
    minOnPhone = problem.minOnPhone.copiedToFlatMemory()
    violation = problem.costs.violation
    seatHeldDuringMeal = problem.limits.seatHeldDuringMeal
    reachesDayAfterNext = problem.pairs.reachesDayAfterNext
    minHoursHard = problem.limits.minHoursHard
    maxConsecutiveDays = problem.limits.maxConsecutiveDays
    balanceTolerance = problem.limits.balanceTolerance
    minLateNights = problem.limits.minLateNights
    maxLateNights = problem.limits.maxLateNights
    standardMinutes = problem.costs.standardMinutes
    shortMinute = problem.costs.shortHour / 60
    brokenMinute = problem.costs.violation / 5
    imbalance = problem.costs.imbalance
    lateNightMissing = problem.costs.lateNightMissing
    noWeekendOff = problem.costs.noWeekendOff
    let most = problem.people.count + Int(problem.carriedStaff.max() ?? 0) + Int(problem.carriedLeads.max() ?? 0) + 2
    leadSpan = problem.limits.leadSpan
    leadShare = leadSpan > 0 ? 1 / Double(leadSpan) : 0
    leadsNeeded = (0...most).map { Int32(problem.limits.leadsNeeded(staff: $0)) }.copiedToFlatMemory()
    mealsAllowed = (0...most).map { Int32(problem.limits.mealsAllowed(onDuty: $0)) }.copiedToFlatMemory()
    leadsWanted = SearchTables.leadsWanted(problem, slotCosts).copiedToFlatMemory()
    alike = AlikePeople(problem)
    sequence = problem.sequence
    keptChoices = problem.kept?.choices.copiedToFlatMemory()
    keptMeals = problem.kept?.meals.copiedToFlatMemory()
    changedDay = problem.kept?.changedDay ?? 0
    needCount = problem.needs.needs.count
    needsLeast = problem.needs.needs.flatMap(\.least).copiedToFlatMemory()
    hasDayRules = !problem.dayRules.isEmpty
    let choiceCount = problem.choiceCount
    isWorkable = (0..<(problem.people.count * problem.dayCount)).map { cell in
      problem.isAllowed[(cell * choiceCount + 1)..<(cell * choiceCount + choiceCount)].contains(true)
    }.copiedToFlatMemory()
  }

  /// R11 for the staffing at which a half-hour costs least, by slot.
  private static func leadsWanted(_ problem: RosterProblem, _ costs: SlotCosts) -> [Int32] {
    let staff = problem.people.filter { !$0.isLead }.map { $0.units(day: problem.dayCount / 2) }
    let units = staff.reduce(0, +) / Double(max(1, staff.count))
    return (0..<problem.slotCount).map { slot in
      guard units > 0, problem.isCounted[slot], problem.required[slot] > 0 else { return 0 }
      let likely = (costs.sharpLeast(slot) ?? problem.required[slot]) / units
      return Int32(problem.limits.leadsNeeded(staff: Int(likely.rounded(.up))))
    }
  }

  /// R11: trainees and agents that so many leads may lead.
  @inline(__always)
  func staffLed(_ leads: Int) -> Int { leadSpan > 0 ? leads * leadSpan : Int.max }

  deinit {
    kindShifts.deallocate()
    kindChoices.deallocate()
    needsLeast.deallocate()
    shifts.deallocate()
    people.deallocate()
    isAllowed.deallocate()
    wishRow.deallocate()
    wishCosts.deallocate()
    nextDay.deallocate()
    dayAfterNext.deallocate()
    weekendPartner.deallocate()
    seats.deallocate()
    minOnPhone.deallocate()
    leadsNeeded.deallocate()
    leadsWanted.deallocate()
    isWorkable.deallocate()
    keptChoices?.deallocate()
    keptMeals?.deallocate()
    mealsAllowed.deallocate()
  }
}

extension Array {
  /// A copy outside of the array's own storage; the caller frees it.
  func copiedToFlatMemory() -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(1, count))
    memory.initialize(from: self, count: count)
    return memory
  }
}
