/// What a person's month adds up to, as the search keeps it.
struct MonthTally: Equatable {
  var workDays = 0
  var minutes = 0
  var minutesAfterPromotion = 0
  var classA = 0
  var classB = 0
  var lateNights = 0
  /// Saturday–Sunday pairs that are both off.
  var pairsOff: Int

  init(pairsOff: Int) {
    self.pairsOff = pairsOff
  }

  @inline(__always)
  mutating func add(_ shift: FlatShift, sign: Int, afterPromotion: Bool) {
    workDays += sign
    if afterPromotion { minutesAfterPromotion += sign * shift.minutes } else { minutes += sign * shift.minutes }
    classA += sign * shift.classA
    classB += sign * shift.classB
    lateNights += sign * shift.lateNights
  }

  /// Adds what other days of the month add up to.
  @inline(__always)
  mutating func add(_ days: MonthTally) {
    workDays += days.workDays
    minutes += days.minutes
    minutesAfterPromotion += days.minutesAfterPromotion
    classA += days.classA
    classB += days.classB
    lateNights += days.lateNights
    pairsOff += days.pairsOff
  }
}
