package import Vocabulary

// The names users read for the values of the vocabulary.

extension ShiftClass {
  var name: Wording {
    switch self {
    case .early: Wording("早班", "Early")
    case .mid: Wording("中班", "Mid")
    case .night: Wording("夜班", "Night")
    case .lateNight: Wording("夜7", "Late night")
    case .overnight: Wording("通宵", "Overnight")
    }
  }
}

extension Grade {
  var name: Wording {
    switch self {
    case .trainee: Wording("实习话务员", "Trainee")
    case .agent: Wording("客服代表", "Agent")
    case .lead: Wording("班长", "Team lead")
    }
  }
}

extension SeatKind {
  package var name: Wording {
    switch self {
    case .trainee: Grade.trainee.name
    case .agent: Grade.agent.name
    case .lead: Grade.lead.name
    case .overtime: Wording("加班", "Overtime")
    }
  }
}

extension Weekday {
  /// One character, or two letters.
  var shortName: Wording {
    switch self {
    case .monday: Wording("一", "Mo")
    case .tuesday: Wording("二", "Tu")
    case .wednesday: Wording("三", "We")
    case .thursday: Wording("四", "Th")
    case .friday: Wording("五", "Fr")
    case .saturday: Wording("六", "Sa")
    case .sunday: Wording("日", "Su")
    }
  }

  var name: Wording {
    switch self {
    case .monday: Wording("星期一", "Monday")
    case .tuesday: Wording("星期二", "Tuesday")
    case .wednesday: Wording("星期三", "Wednesday")
    case .thursday: Wording("星期四", "Thursday")
    case .friday: Wording("星期五", "Friday")
    case .saturday: Wording("星期六", "Saturday")
    case .sunday: Wording("星期日", "Sunday")
    }
  }
}

extension CentreEvent.Kind {
  var name: Wording {
    switch self {
    case .campaign: Wording("营销活动", "Campaign")
    case .billing: Wording("账单日", "Billing")
    case .outage: Wording("故障", "Outage")
    case .other: Wording("其他", "Other")
    }
  }
}

extension Month {
  var name: Wording {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return Wording("\(year)年\(month)月", "\(names[month - 1]) \(year)")
  }
}

extension PlannedDay {
  /// What is special about the day besides its weekday: the holiday, or the make-up workday.
  var mark: Wording? {
    guard let holidayName else { return nil }
    return isMakeUpWorkday
      ? Wording("\(holidayName)调休上班", "\(holidayName), make-up workday") : Wording(same: holidayName)
  }
}

extension Shift {
  /// `09:00–17:30`, with the second part of a split shift.
  var hoursText: String {
    let first = "\(start)–\(end)"
    guard let secondStart, let secondEnd else { return first }
    return first + " " + "\(secondStart)–\(secondEnd)"
  }

  /// When the meal may start, and how long it is.
  var mealText: Wording {
    guard mealMinutes > 0, let mealFrom, let mealTo else { return Wording("无", "none") }
    return Wording("\(mealFrom)–\(mealTo) 开始，\(mealMinutes) 分钟", "\(mealMinutes) min, starts \(mealFrom)–\(mealTo)")
  }
}
