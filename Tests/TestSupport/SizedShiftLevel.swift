package import Vocabulary

/// Random problems of whole shifts with the rules of the public instances, of any size.
package enum SizedShiftLevel {
  package static func problem(people: Int, days: Int, seed: UInt64) -> ShiftLevelProblem {
    var random = SeededRandom(seed: seed, stream: 78)
    let shifts = [
      ShiftLevelProblem.Shift(name: "E", minutes: 480),
      ShiftLevelProblem.Shift(name: "D", minutes: 480, forbiddenNext: [0]),
      ShiftLevelProblem.Shift(name: "N", minutes: 600, forbiddenNext: [0, 1]),
    ]
    let staff = (0..<people).map { index in
      // Two days in three are worked, nearly.
      let middle = days * 480 * 16 / 25
      return ShiftLevelProblem.Person(
        name: "p\(index)", mostOfShift: [days, random.below(4) == 0 ? 0 : days, random.below(3) * days / 10],
        minMinutes: middle - 600, maxMinutes: middle + 600, maxWorkRun: 5, minWorkRun: 2, minOffRun: 2,
        maxWeekends: (days + 13) / 14, daysOff: [random.below(days)])
    }
    func requests(_ count: Int) -> [ShiftLevelProblem.Request] {
      (0..<count).map { _ in
        ShiftLevelProblem.Request(
          person: random.below(people), day: random.below(days), shift: random.below(3), weight: 1 + random.below(3))
      }
    }
    let cover = (0..<(days * 3)).map { cell in
      ShiftLevelProblem.Cover(
        day: cell / 3, shift: cell % 3, required: max(1, people / (cell % 3 == 2 ? 12 : 4) + random.below(3) - 1),
        underWeight: 100, overWeight: 1)
    }
    return ShiftLevelProblem(
      dayCount: days, shifts: shifts, people: staff, onRequests: requests(people * days / 10),
      offRequests: requests(people * days / 20), cover: cover)
  }
}
