package import Vocabulary

/// One period's roster as an integer program, compiled into flat arrays.
///
/// The period has `dayCount` days and `slotCount` half-hours: those of its days and one day more, which shifts of the
/// last day may reach. A cell is a person on a day; its choice is 0 for off or 1 + the index of a shift. The model in
/// mathematical notation is in docs/model.md.
package struct RosterProblem: Sendable {
  package let period: Period
  let centre: Centre
  let dayCount: Int
  let slotCount: Int
  let shifts: [ShiftData]
  var people: [PersonData]

  /// Choice allowed at [(person × days + day) × (shifts + 1) + choice] by R1, R2 against the tail, R5 a day,
  /// R10, locks, hard team rotation, and a hard `forbiddenNextDay` against the tail. Off is allowed unless a shift is locked.
  var isAllowed: [Bool]
  /// Yuan of refused wishes at the same index; empty rows share nothing: zero where nobody asked.
  var wishRow: [Int32]
  var wishCosts: [Double]

  /// Requirement of each slot in coverage units; counted only where the centre is open inside the period.
  let required: [Double]
  /// What a staffing of each slot costs, where it is counted.
  let staffingCosts: [StaffingCost]
  var isCounted: [Bool]
  var seats: [Int32]
  var minOnPhone: [Int32]
  /// What shifts carried in from before the period put on the floor.
  let carriedStaff: [Int32]
  let carriedLeads: [Int32]
  let carriedUnits: [Double]

  /// Saturday and Sunday next to each other in the period, by day.
  let weekends: [(saturday: Int, sunday: Int)]
  let pairs: PairCosts
  var costs: CostSettings
  let limits: HardLimits

  /// The rules a planner has switched on that are not in the allowed choices and pairs; nil, or empty, where none is.
  let sequence: SequenceRules?
  var needs: FloorNeeds
  var dayRules: DayRules
  /// The roster the month is planned anew from; nil where it is planned for the first time.
  var kept: KeptRoster?

  /// Yuan that lines under convex costs add to every person's choice, at [day × (shifts + 1) + choice]; what the relaxation
  /// knows of them. Empty where there are none.
  var tangentPrices: [Double] = []

  func tangentPrice(_ day: Int, choice: Int) -> Double {
    tangentPrices.isEmpty ? 0 : tangentPrices[day * choiceCount + choice]
  }

  var choiceCount: Int { shifts.count + 1 }
  package var personCount: Int { people.count }

  func cell(_ person: Int, _ day: Int) -> Int { person * dayCount + day }

  @inline(__always)
  func isAllowed(_ person: Int, _ day: Int, choice: Int) -> Bool {
    isAllowed[(person * dayCount + day) * choiceCount + choice]
  }

  /// Yuan of refused wishes of a choice, and of the change from the kept roster where there is one.
  func wishCost(_ person: Int, _ day: Int, choice: Int) -> Double {
    let row = wishRow[cell(person, day)]
    return row < 0 ? 0 : wishCosts[Int(row) * choiceCount + choice]
  }
}

/// The limits of rules.yaml that the engine tests on every move.
struct HardLimits: Sendable {
  var maxConsecutiveDays: Int
  var balanceTolerance: Int
  var maxLateNights: Int
  var minLateNights: Int
  /// R8 as a fraction of those on duty, `mealShareNumerator` ÷ `mealShareDenominator`.
  var mealShareNumerator: Int
  var mealShareDenominator: Int
  var seatHeldDuringMeal: Bool
  var leadSpan: Int
  var minHoursHard: Bool

  /// R8: people who may eat at once.
  func mealsAllowed(onDuty: Int) -> Int {
    max(1, (mealShareNumerator * onDuty + mealShareDenominator - 1) / mealShareDenominator)
  }

  /// R11: leads needed for trainees and agents on duty.
  func leadsNeeded(staff: Int) -> Int {
    leadSpan > 0 ? (staff + leadSpan - 1) / leadSpan : 0
  }
}

/// The weights of rules.yaml and the contract's prices, in yuan.
struct CostSettings: Sendable {
  /// Understaffing, piece by piece: share of the requirement up to which the piece reaches (∞ for the last), and yuan per
  /// agent-half-hour.
  var under: [(upTo: Double, price: Double)]
  var over: Double
  var shortHour: Double
  var imbalance: Double
  var lateNightMissing: Double
  var noWeekendOff: Double
  /// The contract's month in minutes, above which hours are overtime.
  var standardMinutes: Double
  /// What a broken hard rule costs in the search, per unit: dearer than anything it could save.
  var violation: Double
}
