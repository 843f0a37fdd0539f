internal import Foundation
internal import Vocabulary

extension SequenceRules {
  /// What a rule measures of a person's row.
  @inline(__always)
  func measure(_ rule: Int, _ person: Int, _ row: UnsafePointer<UInt8>) -> Double {
    switch rules[rule].measure {
    case .shortWorkRuns(let least): Double(shortWorkRuns(least, person, row))
    case .shortOffRuns(let least): Double(shortOffRuns(least, person, row))
    case .nights(let set, let most, let daysOff, let after):
      Double(nightRuns(set, most, daysOff, after, person, row))
    case .days(let set): Double(count(set, row))
    case .follow(let from, let to): Double(pairs(from, to, person, row))
    case .weekends: Double(weekends(row))
    case .starts: Double(extraStarts(row))
    case .rotation: Double(outsideStep(person, row))
    case .weeks(let minutes): weeklyOvertime(minutes, person, row)
    case .month: Double(total(row)) - minuteLimits[person]
    case .holidays: Double(holidays(row))
    case .refusedWishes: Double(refusals.count(person, row))
    }
  }

  /// How far apart two days must be for what is measured of them to add up.
  static let reach = 7

  /// A run ends on a free day off inside the period and began after one.
  private func shortWorkRuns(_ least: Int, _ person: Int, _ row: UnsafePointer<UInt8>) -> Int {
    let free = isFree + person * days
    var run = tails[person].workRun
    var isJudged = tails[person].beganEmployed
    var units = 0
    for day in 0..<days {
      if row[day] > 0 {
        if run == 0 { isJudged = day == 0 ? tails[person].beganEmployed : free[day - 1] }
        run += 1
      } else if run > 0 {
        if isJudged && free[day] { units += max(0, least - run) }
        run = 0
      }
    }
    return units
  }

  /// A run of days off ends with work inside the period, after work.
  private func shortOffRuns(_ least: Int, _ person: Int, _ row: UnsafePointer<UInt8>) -> Int {
    let free = isFree + person * days
    var run = tails[person].daysOff
    var isJudged = true
    var units = 0
    for day in 0..<days {
      if row[day] == 0 {
        run += 1
        if !free[day] { isJudged = false }
      } else {
        if run > 0 && isJudged { units += max(0, least - run) }
        run = 0
        isJudged = true
      }
    }
    return units
  }

  /// Nights too many in a row, and days off too few after a run.
  private func nightRuns(
    _ set: UInt64, _ most: Int, _ daysOff: Int, _ after: Int, _ person: Int, _ row: UnsafePointer<UInt8>
  ) -> Int {
    var run = tails[person].nightRun
    var gap = tails[person].daysOff
    var units = 0
    for day in 0..<days {
      guard row[day] > 0 else {
        gap += 1
        continue
      }
      let isNight = sets[Int(row[day])] & set != 0
      if run >= after && !(isNight && gap == 0) { units += max(0, daysOff - gap) }
      run = isNight ? (gap == 0 ? run + 1 : 1) : 0
      if run > most { units += 1 }
      gap = 0
    }
    return units
  }

  private func count(_ set: UInt64, _ row: UnsafePointer<UInt8>) -> Int {
    var count = 0
    for day in 0..<days where sets[Int(row[day])] & set != 0 { count += 1 }
    return count
  }

  private func pairs(_ from: UInt64, _ to: UInt64, _ person: Int, _ row: UnsafePointer<UInt8>) -> Int {
    var before = tails[person].eve
    var count = 0
    for day in 0..<days {
      let today = sets[Int(row[day])]
      if before & from != 0 && today & to != 0 { count += 1 }
      before = today
    }
    return count
  }

  private func weekends(_ row: UnsafePointer<UInt8>) -> Int {
    var count = 0
    var isSaturdayWorked = false
    for day in 0..<days {
      switch (firstWeekday + day) % 7 {
      case 5: isSaturdayWorked = row[day] > 0
      case 6:
        if isSaturdayWorked || row[day] > 0 { count += 1 }
        isSaturdayWorked = false
      default: break
      }
    }
    return isSaturdayWorked ? count + 1 : count
  }

  private func holidays(_ row: UnsafePointer<UInt8>) -> Int {
    var count = 0
    for day in 0..<days where isHoliday[day] && row[day] > 0 { count += 1 }
    return count
  }

  private func extraStarts(_ row: UnsafePointer<UInt8>) -> Int {
    var units = 0
    var starts: UInt64 = 0
    for day in 0..<days {
      starts |= startBits[Int(row[day])]
      if (firstWeekday + day) % 7 == 6 || day == days - 1 {
        units += max(0, starts.nonzeroBitCount - 1)
        starts = 0
      }
    }
    return units
  }

  private func outsideStep(_ person: Int, _ row: UnsafePointer<UInt8>) -> Int {
    var units = 0
    for day in 0..<days where row[day] > 0 {
      let step = steps[person * weeks + (firstWeekday + day) / 7]
      if step != .max && sets[Int(row[day])] & step == 0 { units += 1 }
    }
    return units
  }

  private func weeklyOvertime(_ regular: Double, _ person: Int, _ row: UnsafePointer<UInt8>) -> Double {
    var overtime = 0.0
    var week = 0
    var before = Double(tails[person].weekMinutes)
    for day in 0..<days {
      week += minutes[Int(row[day])]
      if (firstWeekday + day) % 7 == 6 {
        overtime += max(0, min(Double(week), before + Double(week) - regular))
        week = 0
        before = 0
      }
    }
    return overtime
  }

  private func total(_ row: UnsafePointer<UInt8>) -> Int {
    var sum = 0
    for day in 0..<days { sum += minutes[Int(row[day])] }
    return sum
  }
}
