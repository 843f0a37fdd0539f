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
  /// Days further on that are planned anew with them; nil where there are none.
  private(set) var second: SecondSpan?

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
    self.init(tables, index, days, line, second: nil)
  }

  /// Two windows of days of a roster, what lies between them held: minutes and weekends go from one to the other.
  ///
  /// - Returns: nil where the run that reaches out of the first ends too near the second.
  init?(_ tables: ShiftLevelTables, person index: Int, days: Range<Int>, and later: Range<Int>, in line: [Int16]) {
    let end = PersonSpan.judgedEnd(days, line)
    guard end < later.lowerBound else { return nil }
    self.init(
      tables, index, days, line,
      second: SecondSpan(
        first: later.lowerBound, freeEnd: later.upperBound, end: PersonSpan.judgedEnd(later, line),
        step: end - days.lowerBound, before: RunBefore(tables, person: index, day: later.lowerBound, in: line)))
  }

  private init(
    _ tables: ShiftLevelTables, _ index: Int, _ days: Range<Int>, _ line: [Int16], second: SecondSpan?
  ) {
    let person = tables.people[index]
    first = days.lowerBound
    freeEnd = days.upperBound
    end = PersonSpan.judgedEnd(days, line)
    let before = RunBefore(tables, person: index, day: first, in: line)
    workRunBefore = before.workRun
    kindBefore = before.kind
    offRunBefore = before.offRun
    var used = 0
    var weekends = 0
    var left = person.mostOfShift
    let inner = first..<end
    let later = second.map { $0.first..<$0.end } ?? 0..<0
    for day in 0..<tables.dayCount where line[day] >= 0 && !inner.contains(day) && !later.contains(day) {
      used += tables.units[Int(line[day])]
      left[Int(line[day])] -= 1
      if day % 7 == 5 || day % 7 == 6 && line[day - 1] < 0 { weekends += 1 }
    }
    minUnits = max(0, person.minUnits - used)
    maxUnits = person.maxUnits - used
    maxWeekends = person.maxWeekends - weekends
    mostOfShift = left
    self.second = second
  }

  /// To the day on which another run has begun among the days held.
  private static func judgedEnd(_ days: Range<Int>, _ line: [Int16]) -> Int {
    var end = days.upperBound
    guard end < line.count else { return end }
    end += 1
    while end < line.count && (line[end] < 0) == (line[end - 1] < 0) { end += 1 }
    return min(line.count, end + 1)
  }

  /// Days planned in all.
  var steps: Int { end - first + (second.map { $0.end - $0.first } ?? 0) }

  func day(_ step: Int) -> Int {
    guard let second, step >= second.step else { return first + step }
    return second.first + step - second.step
  }

  func step(_ day: Int) -> Int {
    guard let second, day >= second.first else { return day - first }
    return day - second.first + second.step
  }
}

/// Days further on that are planned with those of a span.
struct SecondSpan: Sendable {
  let first: Int
  let freeEnd: Int
  let end: Int
  /// Days of the span before these.
  let step: Int
  let before: RunBefore
}

/// The run on the eve of a day: days worked (then with the kind of the last shift) or days off, capped at what matters.
struct RunBefore: Sendable {
  let workRun: Int
  let kind: Int
  let offRun: Int

  init(_ tables: ShiftLevelTables, person: Int, day: Int, in line: [Int16]) {
    let least = tables.people[person].minOffRun
    var run = 0
    if day > 0 {
      while run < day && (line[day - 1 - run] < 0) == (line[day - 1] < 0) { run += 1 }
    }
    let worked = day > 0 && line[day - 1] >= 0
    workRun = worked ? run : 0
    kind = worked ? tables.kinds.ofShift[Int(line[day - 1])] : 0
    offRun = worked ? 0 : run == day ? least : min(run, least)
  }
}
