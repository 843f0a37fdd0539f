/// The days of a person that may change, and what the days before and after leave of each limit.
///
/// Days from `first` to `end` are planned anew; those from `freeEnd` on are held as they are and only there so that the run
/// of days that reaches out of the free ones is judged to its end.
struct PersonSpan: Sendable {
  let first: Int
  let freeEnd: Int
  let end: Int
  /// The run on the eve: days worked (then with the kind of the last shift) or days off, capped at what matters.
  let workRunBefore: Int
  let kindBefore: Int
  let offRunBefore: Int
  let minUnits: Int
  let maxUnits: Int
  let maxWeekends: Int
  /// By shift, how many times at most.
  let mostOfShift: [Int]

  /// The whole horizon.
  init(_ person: ShiftLevelPerson, dayCount: Int) {
    first = 0
    freeEnd = dayCount
    end = dayCount
    workRunBefore = 0
    kindBefore = 0
    offRunBefore = person.minOffRun
    minUnits = person.minUnits
    maxUnits = person.maxUnits
    maxWeekends = person.maxWeekends
    mostOfShift = person.mostOfShift
  }

  /// A window of days of a roster.
  init(_ tables: ShiftLevelTables, person index: Int, days: Range<Int>, in line: [Int16]) {
    let person = tables.people[index]
    let count = tables.dayCount
    first = days.lowerBound
    freeEnd = days.upperBound
    var end = days.upperBound
    if end < count {
      // To the day on which another run has begun among the days held.
      end += 1
      while end < count && (line[end] < 0) == (line[end - 1] < 0) { end += 1 }
      end = min(count, end + 1)
    }
    self.end = end
    var run = 0
    if first > 0 {
      while run < first && (line[first - 1 - run] < 0) == (line[first - 1] < 0) { run += 1 }
    }
    let worked = first > 0 && line[first - 1] >= 0
    workRunBefore = worked ? run : 0
    kindBefore = worked ? tables.kinds.ofShift[Int(line[first - 1])] : 0
    offRunBefore = worked ? 0 : run == first ? person.minOffRun : min(run, person.minOffRun)
    var used = 0
    var weekends = 0
    var left = person.mostOfShift
    for day in 0..<count where (day < first || day >= end) && line[day] >= 0 {
      used += tables.units[Int(line[day])]
      left[Int(line[day])] -= 1
      if day % 7 == 5 || day % 7 == 6 && line[day - 1] < 0 { weekends += 1 }
    }
    minUnits = max(0, person.minUnits - used)
    maxUnits = person.maxUnits - used
    maxWeekends = person.maxWeekends - weekends
    mostOfShift = left
  }
}
