internal import Vocabulary

/// A person's cheapest line over the whole horizon that keeps the rules of runs and of neighbouring days, at given prices of the
/// cells. Hours, weekends and limits per shift are left to the prices, which makes it a hundred times as fast as counting them
/// over a year: the state after a day is the run of days off, or of days worked with the kind of the last shift. Integers
/// throughout. Time: days × longest run × kinds × kinds.
///
/// Not safe to share between threads.
final class RunProgram {
  private static let unreachable = Int64.max / 4

  private let tables: ShiftLevelTables
  private let kinds: ShiftKinds
  /// The cheapest line, once solved: by day a shift, −1 = off.
  let line: UnsafeMutablePointer<Int16>
  private let off: UnsafeMutablePointer<Int64>
  private let work: UnsafeMutablePointer<Int64>
  private let nextOff: UnsafeMutablePointer<Int64>
  private let nextWork: UnsafeMutablePointer<Int64>
  private let bestPrice: UnsafeMutablePointer<Int64>
  private let bestShift: UnsafeMutablePointer<Int16>
  /// By day and state, the state before.
  private let before: UnsafeMutablePointer<Int16>
  private let longestRun: Int
  private let longestOff: Int
  private var states: Int { longestOff + longestRun * kinds.count }

  init(_ tables: ShiftLevelTables) {
    self.tables = tables
    kinds = ShiftKinds(tables.problem.shifts, units: [Int](repeating: 0, count: tables.shiftCount))
    longestRun = tables.people.map(\.maxWorkRun).max() ?? 0
    longestOff = tables.people.map(\.minOffRun).max() ?? 1
    let runs = max(1, longestRun * kinds.count)
    line = .allocate(capacity: max(1, tables.dayCount))
    off = .allocate(capacity: longestOff)
    nextOff = .allocate(capacity: longestOff)
    work = .allocate(capacity: runs)
    nextWork = .allocate(capacity: runs)
    bestPrice = .allocate(capacity: max(1, tables.dayCount * kinds.count))
    bestShift = .allocate(capacity: max(1, tables.dayCount * kinds.count))
    before = .allocate(capacity: max(1, tables.dayCount * (longestOff + runs)))
  }

  deinit {
    for pointer in [off, work, nextOff, nextWork, bestPrice] { pointer.deallocate() }
    for pointer in [line, bestShift, before] { pointer.deallocate() }
  }

  /// - Parameters:
  ///   - price: by cell, of working it rather than being off.
  ///   - weekendPrice: of each weekend worked.
  /// - Returns: the price of `line`; nil where no line keeps the rules.
  func solve(_ person: ShiftLevelPerson, price: UnsafePointer<Int64>, weekendPrice: Int64) -> Int64? {
    choose(person, price)
    let count = kinds.count
    for length in 0..<longestOff { off[length] = RunProgram.unreachable }
    for state in 0..<(longestRun * count) { work[state] = RunProgram.unreachable }
    off[person.minOffRun - 1] = 0
    for day in 0..<tables.dayCount {
      rest(day, person)
      begin(day, person, weekendPrice)
      for run in 1..<max(1, person.maxWorkRun) { extend(day, run, weekendPrice) }
      off.update(from: nextOff, count: longestOff)
      work.update(from: nextWork, count: longestRun * count)
    }
    return trace()
  }

  /// By day and kind, the cheapest shift.
  private func choose(_ person: ShiftLevelPerson, _ price: UnsafePointer<Int64>) {
    let shifts = tables.shiftCount
    for place in 0..<(tables.dayCount * kinds.count) {
      bestPrice[place] = RunProgram.unreachable
      bestShift[place] = -1
    }
    person.isAllowed.withUnsafeBufferPointer { isAllowed in
      for day in 0..<tables.dayCount {
        for shift in 0..<shifts where isAllowed[day * shifts + shift] {
          let place = day * kinds.count + kinds.ofShift[shift]
          if price[day * shifts + shift] < bestPrice[place] {
            bestPrice[place] = price[day * shifts + shift]
            bestShift[place] = Int16(shift)
          }
        }
      }
    }
  }

  private func rest(_ day: Int, _ person: ShiftLevelPerson) {
    let back = before + day * states
    for length in 0..<longestOff { nextOff[length] = RunProgram.unreachable }
    for length in 0..<person.minOffRun {
      let into = min(length + 1, person.minOffRun - 1)
      if off[length] < nextOff[into] {
        nextOff[into] = off[length]
        back[into] = Int16(length)
      }
    }
    // A run from the first day on may be shorter.
    for run in 1..<max(1, person.maxWorkRun + 1) where run >= person.minWorkRun || run == day {
      for kind in 0..<kinds.count {
        let state = (run - 1) * kinds.count + kind
        if work[state] < nextOff[0] {
          nextOff[0] = work[state]
          back[0] = Int16(longestOff + state)
        }
      }
    }
  }

  private func begin(_ day: Int, _ person: ShiftLevelPerson, _ weekendPrice: Int64) {
    let source = off[person.minOffRun - 1]
    let added = day % 7 >= 5 ? weekendPrice : 0
    for kind in 0..<(longestRun * kinds.count) { nextWork[kind] = RunProgram.unreachable }
    guard source < RunProgram.unreachable, person.maxWorkRun > 0 else { return }
    for kind in 0..<kinds.count where bestShift[day * kinds.count + kind] >= 0 {
      nextWork[kind] = source + bestPrice[day * kinds.count + kind] + added
      before[day * states + longestOff + kind] = Int16(person.minOffRun - 1)
    }
  }

  /// From so many days worked into the next; kinds with the same predecessors share their minimum.
  private func extend(_ day: Int, _ run: Int, _ weekendPrice: Int64) {
    let added = day % 7 == 5 ? weekendPrice : 0
    let from = (run - 1) * kinds.count
    for group in kinds.groups.indices {
      var least = RunProgram.unreachable
      var source = -1
      for kind in kinds.groups[group] where work[from + kind] < least {
        least = work[from + kind]
        source = from + kind
      }
      guard source >= 0 else { continue }
      for kind in 0..<kinds.count where kinds.groupBefore[kind] == group && bestShift[day * kinds.count + kind] >= 0 {
        nextWork[from + kinds.count + kind] = least + bestPrice[day * kinds.count + kind] + added
        before[day * states + longestOff + from + kinds.count + kind] = Int16(longestOff + source)
      }
    }
  }

  private func trace() -> Int64? {
    var best = RunProgram.unreachable
    var state = -1
    for length in 0..<longestOff where off[length] < best { (best, state) = (off[length], length) }
    for place in 0..<(longestRun * kinds.count) where work[place] < best {
      (best, state) = (work[place], longestOff + place)
    }
    guard state >= 0 else { return nil }
    for day in stride(from: tables.dayCount - 1, through: 0, by: -1) {
      line[day] = state < longestOff ? -1 : bestShift[day * kinds.count + (state - longestOff) % kinds.count]
      state = Int(before[day * states + state])
    }
    return best
  }
}
