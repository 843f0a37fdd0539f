/// Deletion filtering (Chinneck and Dravnieks 1991): leaves out whatever leaves the rest impossible. Many at once first, so
/// that the solves grow with the size of what remains and only with the logarithm of what there was.
struct ConflictFilter {
  private let program: ConflictProgram
  private(set) var isIn: [Bool]
  /// Every group that stayed was shown to be needed.
  private(set) var isIrreducible = true

  /// - Parameter program: proved impossible with all its groups.
  init(_ program: ConflictProgram, _ work: inout ConflictWork) {
    self.program = program
    isIn = [Bool](repeating: true, count: program.groups.count)
    let order = program.groups.indices.sorted {
      (ConflictFilter.priority(program.groups[$0]), $0) < (ConflictFilter.priority(program.groups[$1]), $1)
    }
    reduce(order[...], &work)
  }

  /// What is left out first where there is a choice: planners understand their own wishes best.
  private static func priority(_ group: RuleGroup) -> Int {
    switch group.rule {
    case "R8": 0
    case "R2", "R6", "R7": 1
    case "R3", "R5": 2
    case "R11": 3
    case "R9", "R4": 4
    case "minOnPhone", "minStaff", "skillNeeds", "peopleOff", "minHoursHard": 6
    case "locks", "R10": 7
    default: 5
    }
  }

  private mutating func reduce(_ groups: ArraySlice<Int>, _ work: inout ConflictWork) {
    guard !groups.isEmpty else { return }
    for group in groups { isIn[group] = false }
    let answer = program.answer(isIn, &work)
    if answer == .infeasible { return }
    for group in groups { isIn[group] = true }
    if groups.count == 1 {
      if answer == .unknown { isIrreducible = false }
      return
    }
    let middle = groups.startIndex + groups.count / 2
    reduce(groups[..<middle], &work)
    reduce(groups[middle...], &work)
  }
}
