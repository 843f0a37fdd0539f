import Foundation
import Testing
import Vocabulary

@testable import Settlement

/// What the partner pays for a past month, worked by hand.
@Suite struct PartnerCostTests {
  private func partner(_ build: (inout SettledCase) -> Void) throws -> SettlementStatement.PartnerTotals {
    var settled = SettledCase()
    build(&settled)
    return try settled.statement.partner
  }

  /// 20 × 8 h × 28 = 4,480.00; 20 × 15 = 300.00; no night, no overtime: 4,780.00.
  @Test func wagesAndShifts() throws {
    let totals = try partner {
      $0.person("a"); $0.works("a", Array(1...20))
    }
    #expect(totals.wages == 4480 && totals.shifts == 300 && totals.nights == 0 && totals.overtime == 0)
    #expect(totals.cost == 4780)
  }

  /// Wages go by attendance, not by the standard hours: 22 × 8 h = 176 h × 28 = 4,928.00 without a minute stated as overtime.
  @Test func onlyStatedOvertimeIsPaidAsOvertime() throws {
    let totals = try partner {
      $0.person("a"); $0.works("a", Array(1...22))
    }
    #expect(totals.wages == 4928 && totals.overtime == 0)
  }

  /// 540 min with 60 of overtime on a Tuesday: 8 h × 28 = 224.00; 1 h × 28 × 1.5 = 42.00.
  @Test func overtimeOnAWorkday() throws {
    let totals = try partner {
      $0.person("a"); $0.works("a", [1], 540, overtime: 60)
    }
    #expect(totals.wages == 224 && totals.overtime == 42)
  }

  /// On Saturday the 5th: 1 h × 28 × 2 = 56.00.
  @Test func overtimeOnARestDay() throws {
    let totals = try partner {
      $0.person("a"); $0.works("a", [5], 540, overtime: 60)
    }
    #expect(totals.overtime == 56)
  }

  /// On a statutory holiday: 1 h × 28 × 3 = 84.00.
  @Test func overtimeOnAStatutoryHoliday() throws {
    let totals = try partner {
      $0.holidays = HolidayCalendar(entries: [SettledCase.day(1): .init(name: "x", kind: .statutoryHoliday)])
      $0.person("a")
      $0.works("a", [1], 540, overtime: 60)
    }
    #expect(totals.overtime == 84)
  }

  /// A Saturday worked instead of another day (调休) is a workday: 1 h × 28 × 1.5 = 42.00.
  @Test func aMakeUpSaturdayIsAWorkday() throws {
    let totals = try partner {
      $0.holidays = HolidayCalendar(entries: [SettledCase.day(5): .init(name: "x", kind: .workday)])
      $0.person("a")
      $0.works("a", [5], 540, overtime: 60)
    }
    #expect(totals.overtime == 42)
  }

  /// A weekday given free next to a holiday is a rest day: 1 h × 28 × 2 = 56.00.
  @Test func anExchangedWeekdayIsARestDay() throws {
    let totals = try partner {
      $0.holidays = HolidayCalendar(entries: [SettledCase.day(1): .init(name: "x", kind: .restDay)])
      $0.person("a")
      $0.works("a", [1], 540, overtime: 60)
    }
    #expect(totals.overtime == 56)
  }

  /// Night, 夜7 and 通宵 have the allowance, early and mid not: 3 × 20 = 60.00; 5 × 15 = 75.00.
  @Test func threeClassesAreNights() throws {
    let totals = try partner {
      $0.person("a")
      for (day, shift) in [(1, "早1"), (3, "中1"), (5, "夜1"), (7, "夜7"), (9, "通宵")] {
        $0.works("a", [day], shift: shift)
      }
    }
    #expect(totals.nights == 60 && totals.shifts == 75)
  }

  /// Each kind is rounded once: three days of 100 min × 28 ÷ 60 = 46.666… each: 140.00, not 3 × 46.67.
  @Test func wagesAreRoundedOnce() throws {
    let totals = try partner {
      $0.person("a"); $0.works("a", [1, 2, 3], 100)
    }
    #expect(totals.wages == 140)
  }

  /// Wages of the day's grade: promoted on the 2nd: 8 × 22 + 8 × 28 = 400.00; a lead 8 × 36 = 288.00.
  @Test func wagesFollowTheGradeOfTheDay() throws {
    let totals = try partner {
      $0.person("a", .trainee, promoted: 2)
      $0.works("a", [1, 2])
      $0.person("l", .lead)
      $0.works("l", [1])
    }
    #expect(totals.wages == 688)
  }

  /// A row without a worked minute is no attended shift: nothing is paid for it.
  @Test func aDayNotWorkedIsNoShift() throws {
    let totals = try partner {
      $0.person("a"); $0.works("a", [1]); $0.works("a", [2], 0)
    }
    #expect(totals.shifts == 15 && totals.wages == 224)
  }

  /// The staff's bonus is a cost: 8 h ÷ 166.64 = 0.0480 × 7,400 = 355.20 × 1.03 = 365.856 → 365.86; bonus 10 × 1 =
  /// 10.00 (cap 365.86), staff 8.00; cost 224 + 15 + 8 = 247.00; margin 375.86 − 247.00 = 128.86.
  @Test func theMarginIsFeeLessCost() throws {
    let totals = try partner {
      $0.person("a")
      $0.works("a", [1])
      $0.bonus(target: 0, perCall: "1", cap: "1")
      $0.handled([("a", 10)])
    }
    #expect(totals.fee == exact("375.86") && totals.staffBonus == 8)
    #expect(totals.cost == 247 && totals.margin == exact("128.86"))
  }
}
