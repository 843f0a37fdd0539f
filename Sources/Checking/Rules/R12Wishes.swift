import Vocabulary

/// R12, soft: a full weekend off, wishes, the same start on consecutive days, forward rotation.
struct WishRule: RosterRule {
  static let id = "R12"
  static let name = Wording("周末、愿望与轮转", "weekends, wishes and rotation")
  /// Starts of consecutive days that differ by more than this are a change.
  static let sameStartMinutes = 60
  /// A second start earlier by this or more is a backward rotation.
  static let backwardMinutes = 120

  let month: RosteredMonth

  /// The month has a Saturday and Sunday pair, and the person has none of them off. Leave and days outside the
  /// employment are off.
  func lacksWeekendOff(_ person: PersonMonth) -> Bool {
    let pairs = month.period.days.filter { $0.weekday == .saturday && month.period.contains($0.adding(days: 1)) }
    return !pairs.isEmpty
      && !pairs.contains { !person.workedDays.contains($0) && !person.workedDays.contains($0.adding(days: 1)) }
  }

  /// Wishes of employed days that the roster does not grant.
  func refusedWishes(_ person: PersonMonth) -> [LeaveEntry] {
    person.wishes.filter { wish in
      let shifts = person.shifts.filter { $0.date == wish.date }
      return switch wish.kind {
      case .leave: false
      case .off: !shifts.isEmpty
      case .want(let code): !shifts.contains { $0.shift.code == code }
      case .avoid(let code): shifts.contains { $0.shift.code == code }
      }
    }
  }

  /// Pairs of adjacent days of the month, both worked, whose starts differ by more than an hour.
  func startChanges(_ person: PersonMonth) -> Int {
    adjacentDays(person).count { abs($1.shift.start.minutes - $0.shift.start.minutes) > Self.sameStartMinutes }
  }

  /// Pairs of adjacent days of the month, both worked, whose second start is two hours or more earlier in the day.
  func backwardSteps(_ person: PersonMonth) -> Int {
    adjacentDays(person).count { $0.shift.start.minutes - $1.shift.start.minutes >= Self.backwardMinutes }
  }

  private func adjacentDays(_ person: PersonMonth) -> [(WorkedShift, WorkedShift)] {
    zip(person.shifts, person.shifts.dropFirst()).filter { $1.date - $0.date == 1 }
  }

  func finding() -> RuleFinding {
    let weekends = month.people.count(where: lacksWeekendOff)
    let refused = month.people.reduce(0) { $0 + refusedWishes($1).count }
    let wishes = month.people.reduce(0) { $0 + $1.wishes.count }
    let changes = month.people.reduce(0) { $0 + startChanges($1) }
    let backward = month.people.reduce(0) { $0 + backwardSteps($1) }
    return softFinding(
      limit: Wording(
        "每月一个完整周末休息，满足愿望，相邻班次起点相差不超过 1 小时，顺向轮转",
        "a full weekend off, wishes granted, starts within an hour of the day before, forward rotation"),
      found: Wording(
        "无完整周末 \(weekends) 人，未满足愿望 \(refused)/\(wishes)，起点变动 \(changes) 次，逆向 \(backward) 次",
        "\(weekends) people without a weekend off, \(refused) of \(wishes) wishes refused, \(changes) changes of start, "
          + "\(backward) backward"),
      count: weekends + refused + changes + backward)
  }
}
