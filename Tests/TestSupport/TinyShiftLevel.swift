package import Vocabulary

/// Random problems of whole shifts, so small that every roster can be looked at.
package enum TinyShiftLevel {
  package static func problem(seed: UInt64) -> ShiftLevelProblem {
    var random = SeededRandom(seed: seed, stream: 77)
    let days = 6 + random.below(3)
    let shiftCount = days < 8 ? 1 + random.below(2) : 1
    let shifts = (0..<shiftCount).map { shift in
      ShiftLevelProblem.Shift(
        name: "s\(shift)", minutes: [480, 600][random.below(2)],
        forbiddenNext: (0..<shift).filter { _ in random.below(2) == 0 })
    }
    let people = (0..<(2 + random.below(shiftCount == 1 ? 2 : 1))).map { index in
      let most = random.below(days * 300) + 900
      return ShiftLevelProblem.Person(
        name: "p\(index)", mostOfShift: shifts.map { _ in [0, 1, 2, days, days][random.below(5)] },
        minMinutes: random.below(2) * random.below(most), maxMinutes: most, maxWorkRun: 2 + random.below(4),
        minWorkRun: 1 + random.below(3), minOffRun: 1 + random.below(3), maxWeekends: random.below(2),
        daysOff: random.below(3) == 0 ? [random.below(days)] : [])
    }
    func requests(_ count: Int) -> [ShiftLevelProblem.Request] {
      (0..<count).map { _ in
        ShiftLevelProblem.Request(
          person: random.below(people.count), day: random.below(days), shift: random.below(shiftCount),
          weight: random.below(4))
      }
    }
    let cover = (0..<(days * shiftCount)).filter { _ in random.below(6) > 0 }.map { cell in
      ShiftLevelProblem.Cover(
        day: cell / shiftCount, shift: cell % shiftCount, required: random.below(3),
        underWeight: [100, 7][random.below(2)],
        overWeight: random.below(3))
    }
    return ShiftLevelProblem(
      dayCount: days, shifts: shifts, people: people, onRequests: requests(4), offRequests: requests(4), cover: cover)
  }

  /// The least cost over all rosters, by looking at each; nil where no roster keeps the rules.
  package static func leastCost(_ problem: ShiftLevelProblem) -> Int? {
    let lines = problem.people.map { TinyShiftLevel.lines(of: $0, problem) }
    if lines.contains(where: \.isEmpty) { return nil }
    var best = Int.max
    func descend(_ person: Int, _ counts: [Int], _ own: Int) {
      if person == problem.people.count {
        best = min(best, own + cover(counts, problem))
        return
      }
      for line in lines[person] {
        var counts = counts
        for (day, shift) in line.enumerated() {
          if let shift { counts[day * problem.shifts.count + shift] += 1 }
        }
        descend(person + 1, counts, own + ownCost(line, person, problem))
      }
    }
    descend(0, [Int](repeating: 0, count: problem.dayCount * problem.shifts.count), 0)
    return best
  }

  private static func ownCost(_ line: [Int?], _ person: Int, _ problem: ShiftLevelProblem) -> Int {
    let missed = problem.onRequests.filter { $0.person == person && line[$0.day] != $0.shift }
    let broken = problem.offRequests.filter { $0.person == person && line[$0.day] == $0.shift }
    return (missed + broken).reduce(0) { $0 + $1.weight }
  }

  private static func cover(_ counts: [Int], _ problem: ShiftLevelProblem) -> Int {
    problem.cover.reduce(0) { sum, row in
      let count = counts[row.day * problem.shifts.count + row.shift]
      return sum + max(0, row.required - count) * row.underWeight + max(0, count - row.required) * row.overWeight
    }
  }

  private static func lines(of person: ShiftLevelProblem.Person, _ problem: ShiftLevelProblem) -> [[Int?]] {
    var lines: [[Int?]] = [[]]
    for _ in 0..<problem.dayCount {
      lines = lines.flatMap { line in ([nil] + problem.shifts.indices.map { $0 }).map { line + [$0] } }
    }
    return lines.filter { keeps($0, person, problem) }
  }

  private static func keeps(
    _ line: [Int?], _ person: ShiftLevelProblem.Person, _ problem: ShiftLevelProblem
  ) -> Bool {
    if person.daysOff.contains(where: { line[$0] != nil }) { return false }
    for shift in problem.shifts.indices where line.count(where: { $0 == shift }) > person.mostOfShift[shift] {
      return false
    }
    for (before, after) in zip(line, line.dropFirst()) {
      if let before, let after, problem.shifts[before].forbiddenNext.contains(after) { return false }
    }
    let minutes = line.reduce(0) { $0 + ($1.map { problem.shifts[$0].minutes } ?? 0) }
    if minutes < person.minMinutes || minutes > person.maxMinutes { return false }
    // Eight days hold one whole weekend at most.
    let weekend = line.indices.contains { $0 % 7 >= 5 && line[$0] != nil }
    if weekend && person.maxWeekends < 1 { return false }
    var length = 0
    for day in line.indices {
      length = day > 0 && (line[day] == nil) == (line[day - 1] == nil) ? length + 1 : 1
      let isWork = line[day] != nil
      if isWork && length > person.maxWorkRun { return false }
      let ends = day + 1 < line.count && (line[day + 1] == nil) == isWork
      let startsInside = day - length + 1 > 0
      if ends && startsInside && length < (isWork ? person.minWorkRun : person.minOffRun) { return false }
    }
    return true
  }
}
