import Foundation
import Testing
import Vocabulary

@testable import Settlement

/// Seats used from attendance, each line worked by hand.
@Suite struct ActualSeatsTests {
  private func settled(_ build: (inout SettledCase) -> Void) throws -> SettlementStatement {
    var settled = SettledCase()
    build(&settled)
    return try settled.statement
  }

  /// 20 × 480 min = 160 h; ÷ 166.64 = 0.960153… → 0.9602; × 7,400 = 7,105.48.
  @Test func anAgentUnderTheStandard() throws {
    let line = try settled {
      $0.person("a"); $0.works("a", Array(1...20))
    }.lines[1]
    #expect(line.hours == 160 && line.quantity == exact("0.9602") && line.amount == exact("7105.48"))
  }

  /// 22 × 8 h = 176 h: 166.64 h regular = 1.0000 = 7,400.00; 9.36 h over ÷ 166.64 = 0.05616… → 0.0562 × 9,800 = 550.76.
  @Test func hoursAboveTheStandardMoveToOvertime() throws {
    let statement = try settled {
      $0.person("a"); $0.works("a", Array(1...22))
    }
    #expect(statement.lines[1].quantity == 1 && statement.lines[1].amount == 7400)
    #expect(statement.lines[3].hours == exact("9.36") && statement.lines[3].amount == exact("550.76"))
    #expect(statement.seatsAmount == exact("7950.76"))
  }

  /// `capped` counts worked minutes, late arrival and all: 20 × 470 min = 9,400 min = 156.666… h; 9,400 ÷ 9,998.4 = 0.94015…
  /// → 0.9402 × 7,400 = 6,957.48.
  @Test func cappedCountsWhatWasWorked() throws {
    let line = try settled {
      $0.person("a"); $0.works("a", Array(1...20), 470)
    }.lines[1]
    #expect(line.quantity == exact("0.9402") && line.amount == exact("6957.48"))
  }

  /// `scheduled` counts the shifts' paid minutes whatever was worked: 20 × 480 = 160 h → 0.9602 × 7,400 = 7,105.48.
  @Test func scheduledCountsTheShiftsAttended() throws {
    let line = try settled {
      $0.contract.regularHours = .scheduled
      $0.person("a")
      $0.works("a", Array(1...20), 470)
    }.lines[1]
    #expect(line.hours == 160 && line.amount == exact("7105.48"))
  }

  /// `scheduled` with overtime worked: 21 × 540 min = 189 h worked, 168 h scheduled. Regular 168 ÷ 166.64 = 1.00816… → 1.0082 ×
  /// 7,400 = 7,460.68; overtime 189 − 166.64 = 22.36 h → 0.13418… → 0.1342 × 9,800 = 1,315.16.
  @Test func scheduledAndOvertimeAreTwoCounts() throws {
    let statement = try settled {
      $0.contract.regularHours = .scheduled
      $0.person("a")
      $0.works("a", Array(1...21), 540, overtime: 60)
    }
    #expect(statement.lines[1].quantity == exact("1.0082") && statement.lines[1].amount == exact("7460.68"))
    #expect(statement.lines[3].hours == exact("22.36") && statement.lines[3].amount == exact("1315.16"))
  }

  /// 176 h and 160 h, clipped: only the first is over, 9.36 h = 0.0562 seats = 550.76.
  @Test func clippedLooksAtEachPerson() throws {
    let line = try settled {
      for id in ["a", "b"] { $0.person(id) }
      $0.works("a", Array(1...22))
      $0.works("b", Array(1...20))
    }.lines[3]
    #expect(line.hours == exact("9.36") && line.amount == exact("550.76"))
  }

  /// The same, netted: 9.36 − 6.64 = 2.72 h ÷ 166.64 = 0.01632… → 0.0163 × 9,800 = 159.74.
  @Test func nettedSetsOffTheShort() throws {
    let line = try settled {
      $0.contract.overtimeHours = .netted
      for id in ["a", "b"] { $0.person(id) }
      $0.works("a", Array(1...22))
      $0.works("b", Array(1...20))
    }.lines[3]
    #expect(line.hours == exact("2.72") && line.amount == exact("159.74"))
  }

  /// Netted sums people with attendance: somebody who never came does not pull 166.64 h down. 176 − 166.64 = 9.36 h.
  @Test func nettedLeavesOutTheAbsent() throws {
    let line = try settled {
      $0.contract.overtimeHours = .netted
      for id in ["a", "b"] { $0.person(id) }
      $0.works("a", Array(1...22))
    }.lines[3]
    #expect(line.hours == exact("9.36"))
  }

  /// Netted below zero is zero: 160 − 166.64 < 0 → 0 seats, 0.00.
  @Test func nettedIsNotBelowZero() throws {
    let line = try settled {
      $0.contract.overtimeHours = .netted
      $0.person("a")
      $0.works("a", Array(1...20))
    }.lines[3]
    #expect(line.hours == 0 && line.amount == 0)
  }

  /// Persons per seat 1.25: 160 ÷ (166.64 × 1.25) = 0.76812… → 0.7681 × 7,400 = 5,683.94.
  @Test func personsPerSeatDivide() throws {
    let line = try settled {
      $0.contract.seats[.agent] = SeatPrice(price: 7400, personsPerSeat: exact("1.25"))
      $0.person("a")
      $0.works("a", Array(1...20))
    }.lines[1]
    #expect(line.quantity == exact("0.7681") && line.amount == exact("5683.94"))
  }

  /// Promoted on the 11th: 10 days each way, 80 h = 0.4801 seats (0.480076…): × 5,200 = 2,496.52, × 7,400 = 3,552.74.
  @Test func aPromotionSplitsTheMonth() throws {
    let lines = try settled {
      $0.person("a", .trainee, promoted: 11); $0.works("a", Array(1...20))
    }.lines
    #expect(lines[0].quantity == exact("0.4801") && lines[0].amount == exact("2496.52"))
    #expect(lines[1].quantity == exact("0.4801") && lines[1].amount == exact("3552.74"))
  }

  /// Promoted and above the standard: the cap is used in order of days. 22 days: 10 as a trainee (80 h), then 86.64 h of 96 as an
  /// agent: 86.64 ÷ 166.64 = 0.51992… → 0.5199 × 7,400 = 3,847.26; 9.36 h overtime.
  @Test func thePromotedUseTheCapInOrder() throws {
    let lines = try settled {
      $0.person("a", .trainee, promoted: 11); $0.works("a", Array(1...22))
    }.lines
    #expect(lines[0].hours == 80 && lines[1].hours == exact("86.64") && lines[1].amount == exact("3847.26"))
    #expect(lines[3].hours == exact("9.36"))
  }

  /// A leader of 20 days: 0.9602 × 9,300 = 8,929.86.
  @Test func aLeadHasALineOfItsOwn() throws {
    let line = try settled {
      $0.person("a", .lead); $0.works("a", Array(1...20))
    }.lines[2]
    #expect(line.kind == .lead && line.amount == exact("8929.86"))
  }

  /// A joiner of the 15th with 12 days: 96 h; the standard is not reduced: 96 ÷ 166.64 = 0.57609… → 0.5761 × 7,400 = 4,263.14.
  @Test func aJoinerHasTheHoursWorked() throws {
    let line = try settled {
      $0.person("a", from: 15); $0.works("a", Array(15...26))
    }.lines[1]
    #expect(line.hours == 96 && line.amount == exact("4263.14"))
  }

  /// Two people's hours are added before the seats are rounded: 2 × 100 min = 200 ÷ 9,998.4 = 0.02000… → 0.0200 × 7,400 = 148.00.
  @Test func seatsAreRoundedOnce() throws {
    let line = try settled {
      for id in ["a", "b"] { $0.person(id); $0.works(id, [1], 100) }
    }.lines[1]
    #expect(line.quantity == exact("0.02") && line.amount == 148)
  }

  /// Standard 200 h = 12,000 min: 3 min are exactly 0.00025 seats → 0.0003 × 10,000 = 3.00.
  @Test func halvesOfSeatsRoundUp() throws {
    let line = try settled {
      $0.contract.standardHours = 200
      $0.contract.seats[.agent] = SeatPrice(price: 10_000, personsPerSeat: 1)
      $0.person("a")
      $0.works("a", [1], 3)
    }.lines[1]
    #expect(line.quantity == exact("0.0003") && line.amount == 3)
  }

  /// Half a fen rounds up: 0.0003 seats × 50 = 0.015 → 0.02.
  @Test func halvesOfFenRoundUp() throws {
    let line = try settled {
      $0.contract.standardHours = 200
      $0.contract.seats[.agent] = SeatPrice(price: 50, personsPerSeat: 1)
      $0.person("a")
      $0.works("a", [1], 3)
    }.lines[1]
    #expect(line.amount == exact("0.02"))
  }

  /// Two shifts of one day, one after the other: 480 + 240 min = 12 h ÷ 166.64 = 0.07201… → 0.0720 × 7,400 = 532.80.
  @Test func twoShiftsOfADayAdd() throws {
    let line = try settled {
      $0.person("a")
      $0.works("a", [1])
      $0.works("a", [1], 240, shift: "短")
    }.lines[1]
    #expect(line.hours == 12 && line.amount == exact("532.80"))
  }

  /// Nobody came: every line 0, the fee 0, the site still paid: 10 × 850 = 8,500.00.
  @Test func anEmptyMonthStillHasASite() throws {
    let statement = try settled { $0.person("a") }
    #expect(statement.seatsAmount == 0 && statement.fee == 0 && statement.mobile.total == 8500)
  }

  /// All four lines at once: trainee 160 h 0.9602 × 5,200 = 4,993.04; agent 166.64 h 7,400.00; lead 8,929.86; overtime 550.76: in all
  /// 21,873.66.
  @Test func linesAddUp() throws {
    let statement = try settled {
      $0.person("t", .trainee); $0.works("t", Array(1...20))
      $0.person("a"); $0.works("a", Array(1...22))
      $0.person("l", .lead); $0.works("l", Array(1...20))
    }
    #expect(
      statement.lines.map(\.amount) == [exact("4993.04"), 7400, exact("8929.86"), exact("550.76")])
    #expect(statement.seatsAmount == exact("21873.66"))
  }
}
