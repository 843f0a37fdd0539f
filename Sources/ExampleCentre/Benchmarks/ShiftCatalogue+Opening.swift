internal import Vocabulary

extension ShiftCatalogue {
  /// The sixteen, moved into opening hours: a shift that ends too late is shifted to end at closing time, one that
  /// starts too early to start at opening time, and one longer than the opening hours is cut.
  static func within(from open: TimeOfDay, to close: TimeOfDay) -> [Shift] {
    guard close.minutes - open.minutes < TimeOfDay.minutesPerDay else { return sixteen }
    var shifts: [Shift] = []
    for shift in sixteen where shift.shiftClass != .overnight {
      guard let moved = moved(shift, from: open, to: close) else { continue }
      // Two shifts with the same hours and meal are one.
      let isNew = !shifts.contains {
        $0.dutyHalfHours == moved.dutyHalfHours && $0.mealStarts == moved.mealStarts
          && $0.mealMinutes == moved.mealMinutes && $0.shiftClass == moved.shiftClass
      }
      if isNew { shifts.append(moved) }
    }
    return shifts
  }

  private static func moved(_ shift: Shift, from open: TimeOfDay, to close: TimeOfDay) -> Shift? {
    let late = max(0, shift.lastEnd.minutes - close.minutes)
    let early = max(0, open.minutes - shift.start.minutes)
    guard late > 0 || early > 0 else { return shift }
    // 夜7 is what it is by its end; a split shift has its hours for a reason.
    guard shift.shiftClass != .lateNight, shift.secondStart == nil else { return nil }
    let length = min(shift.end.minutes - shift.start.minutes, close.minutes - open.minutes)
    let isCut = length < shift.end.minutes - shift.start.minutes
    let start = isCut ? open.minutes : shift.start.minutes - late + early
    var moved = shift
    moved.start = TimeOfDay(minutes: start)
    moved.end = TimeOfDay(minutes: start + length)
    moved.paidMinutes = min(shift.paidMinutes, length)
    let distance = start - shift.start.minutes
    moved.mealFrom = shift.mealFrom.map { TimeOfDay(minutes: $0.minutes + distance) }
    moved.mealTo = shift.mealTo.map {
      TimeOfDay(minutes: min($0.minutes + distance, start + length - shift.mealMinutes))
    }
    if let from = moved.mealFrom, let to = moved.mealTo, from > to {
      moved.mealMinutes = 0
      moved.mealFrom = nil
      moved.mealTo = nil
    }
    return moved
  }
}
