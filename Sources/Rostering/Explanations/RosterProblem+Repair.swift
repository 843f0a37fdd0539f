internal import Vocabulary

extension RosterProblem {
  /// The month with repairs made, as far as the engine can relax a rule for one person, day or half-hour alone.
  ///
  /// - Returns: nil where it cannot: R2, R3, R6 and R7 are one limit for everybody, R8 and R11 for every half-hour.
  package func repaired(_ items: [ConflictItem]) -> RosterProblem? {
    var result = freed(of: items)
    for item in items {
      guard result.relax(item) else { return nil }
    }
    return result
  }

  /// Without the leave, locks and pairs that are set aside.
  private func freed(of items: [ConflictItem]) -> RosterProblem {
    var free = centre
    for group in items.map(\.group) {
      switch group.rule {
      case "R10":
        free.leave.removeAll { $0.kind == .leave && $0.agent == group.agent && $0.date == group.date }
      case "locks": free.locks.removeAll { $0.agent == group.agent && $0.date == group.date }
      case "pairs": free.pairs.removeAll { $0.agent == group.agent && $0.other == group.other }
      default: break
      }
    }
    let compiled = RosterProblem(centre: free, period: period, requirement: Requirement(rows: []))
    var result = self
    result.isAllowed = compiled.isAllowed
    result.dayRules = compiled.dayRules
    return result
  }

  /// False where the engine has no such limit for the place alone.
  private mutating func relax(_ item: ConflictItem) -> Bool {
    let group = item.group
    if ["R10", "locks", "pairs"].contains(group.rule) { return true }
    guard let relaxed = item.relaxed else { return false }
    let row = people.firstIndex { centre.agents[$0.agentIndex].id == group.agent }
    switch group.rule {
    case "R4": return row.map { people[$0].maxWorkDays = people[$0].employedDays - Int(relaxed) } != nil
    case "R5": return row.map { people[$0].maxMinutes = Int((relaxed * 60).rounded()) } != nil
    case "minHoursHard": return row.map { people[$0].minMinutes = relaxed * 60 } != nil
    case "R9":
      for slot in slots(item) { seats[slot] = Int32(relaxed) }
    case "minOnPhone":
      for slot in slots(item) { minOnPhone[slot] = Int32(relaxed) }
    case "minStaff", "skillNeeds":
      for slot in slots(item) { needs.setLeast(Int32(relaxed), of: group.entry, slot) }
    case "peopleOff":
      guard let date = group.date, let limit = item.limit else { return false }
      let people = Int(abs(relaxed - limit))
      dayRules.relax(entry: group.entry, day: date - period.firstDay, by: people, isMost: group.isMost)
    default: return false
    }
    return true
  }

  private func slots(_ item: ConflictItem) -> Range<Int> {
    guard let first = item.group.halfHour else { return 0..<0 }
    let last = item.lastHalfHour ?? first
    return (first.index - period.firstHalfHour.index)..<(last.index - period.firstHalfHour.index + 1)
  }
}
