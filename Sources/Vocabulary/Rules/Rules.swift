package import Foundation

/// The rules of the roster, `rules.yaml`. Hard limits first, then weights in yuan.
package struct Rules: Sendable, Equatable {
  /// R2: hours between the end of a shift and the start of the next.
  package var restHours: Decimal = 11
  /// R3
  package var maxConsecutiveDays = 6
  /// R4, for somebody employed the whole month.
  package var minDaysOff = 8
  /// R5: paid hours above these are overtime here.
  package var standardHours: Decimal = 166.64
  package var maxOvertimeHours: Decimal = 36
  /// R5: paid minutes of one shift are at most 480 and these.
  package var maxDailyOvertimeMinutes = 180
  /// R6
  package var balance = Balance()
  /// R7
  package var lateNight = LateNight()
  /// R8: share of those on duty who may eat at once, rounded up, at least one.
  package var mealShare: Decimal = 0.34
  /// R9
  package var seatHeldDuringMeal = true
  /// People on duty and not eating in every open half-hour; 0 = no such rule.
  package var minOnPhone = 0
  /// Nobody under their minimum hours.
  package var minHoursHard = false
  /// R11: trainees and agents on duty for each lead; 0 switches the rule off.
  package var leadSpan = 20
  package var weights = Weights()

  // Rules that a planner may switch on; absent = off. Each is hard, or soft where it has a weight.
  package var minWorkRun: MinimumRun?
  package var minOffRun: MinimumRun?
  package var nightRuns: NightRuns?
  package var maxDays: [DayLimit] = []
  package var forbiddenNextDay: [ForbiddenNextDay] = []
  package var maxWeekends: WeekendLimit?
  package var sameStart: SameStart?
  package var teamRotation: TeamRotation?
  package var workingTime: WorkingTime?
  package var minStaff: [StaffMinimum] = []
  package var skillNeeds: [SkillNeed] = []
  package var peopleOff: [PeopleOff] = []
  /// Of the rows of `pairs.csv`.
  package var pairs = PairRules()
  /// Yuan by which each further day, weekend or wish of a kind costs more than the one before; kinds without are off.
  package var fairness: [FairnessKind: Decimal] = [:]

  package init() {}

  /// R6: the days in the classes of A and of B differ by at most `tolerance`.
  package struct Balance: Sendable, Equatable {
    package var classesA: Set<ShiftClass> = [.night, .lateNight]
    package var classesB: Set<ShiftClass> = [.early]
    package var tolerance = 2

    package init() {}
  }

  /// R7: days of class `lateNight` per person.
  package struct LateNight: Sendable, Equatable {
    package var max = 2
    package var min = 1

    package init() {}
  }

  package struct Weights: Sendable, Equatable {
    /// Per effective agent-half-hour short, piece by piece; prices never fall from piece to piece.
    package var under: [UnderPiece] = [
      UnderPiece(upTo: 0.05, perHalfHour: 60), UnderPiece(upTo: nil, perHalfHour: 180),
    ]
    /// Per effective agent-half-hour above required.
    package var over: Decimal = 2
    /// Per paid hour under the minimum hours.
    package var shortHour: Decimal = 60
    package var imbalance: Decimal = 10
    package var lateNightMissing: Decimal = 30
    package var noWeekendOff: Decimal = 30
    package var refusedWish: Decimal = 20
    /// Per pair of consecutive worked days whose starts differ by more than 60 minutes.
    package var startChange: Decimal = 2
    /// Per pair of consecutive worked days whose second start is 120 minutes or more earlier in the day.
    package var backward: Decimal = 5
    /// Re-planning only: per person-day whose shift or meal differs from the kept roster.
    package var changedDay: Decimal = 100

    package init() {}
  }

  /// A piece of the understaffing cost: up to a (cumulative) share of the requirement, nil = without end.
  package struct UnderPiece: Sendable, Equatable {
    package var upTo: Decimal?
    package var perHalfHour: Decimal

    package init(upTo: Decimal?, perHalfHour: Decimal) {
      self.upTo = upTo
      self.perHalfHour = perHalfHour
    }
  }

  /// Paid minutes of a normal day, above which a shift contains overtime (R5).
  package static let normalDayMinutes = 480
}
