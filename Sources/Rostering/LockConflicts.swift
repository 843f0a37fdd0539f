internal import Vocabulary

/// Proofs that a person's locked days leave no month at all.
struct LockConflicts {
  let problem: RosterProblem

  func proofs() -> [RosterConflict] {
    guard !problem.centre.locks.isEmpty else { return [] }
    let solver = PersonBound(problem)
    let free = [Double](repeating: 0, count: problem.dayCount * problem.shifts.count)
    return problem.people.indices.flatMap { row -> [RosterConflict] in
      let locked = (0..<problem.dayCount).filter { !problem.isAllowed(row, $0, choice: 0) }
      guard !locked.isEmpty else { return [] }
      let impossible = locked.filter { day in
        !(1..<problem.choiceCount).contains { problem.isAllowed(row, day, choice: $0) }
      }
      guard impossible.isEmpty else { return impossible.map { conflict(row, day: $0) } }
      let least = free.withUnsafeBufferPointer { prices in
        prices.baseAddress.map { solver.minimum(row, prices: PersonPrices(), shiftPrices: $0) } ?? 0
      }
      return least >= 1e14 || breaksTotals(row, locked) ? [conflict(row, day: nil)] : []
    } + unemployed()
  }

  /// R4, R5 and R7 by the locked shifts alone.
  private func breaksTotals(_ row: Int, _ locked: [Int]) -> Bool {
    let shifts = locked.compactMap { day in
      problem.shifts.indices.first { problem.isAllowed(row, day, choice: $0 + 1) }.map { problem.shifts[$0] }
    }
    return shifts.count > problem.people[row].maxWorkDays
      || shifts.reduce(0) { $0 + $1.paidMinutes } > problem.people[row].maxMinutes
      || shifts.count(where: \.isLateNight) > problem.limits.maxLateNights
  }

  /// Shifts locked for people not employed on any day of the period.
  private func unemployed() -> [RosterConflict] {
    let employed = Set(problem.people.map { problem.centre.agents[$0.agentIndex].id })
    return problem.centre.locks.filter {
      $0.shift != nil && problem.period.contains($0.date) && !employed.contains($0.agent)
    }.map { lock in
      RosterConflict(
        rules: ["locks", "R1"], agent: lock.agent, halfHour: nil,
        found: Wording(
          "\(lock.agent)：\(lock.date) 锁定班次 \(lock.shift ?? "")，但本月不在职",
          "\(lock.agent): locked to \(lock.shift ?? "") on \(lock.date), but not employed in the month"),
        advice: Wording("删去 locks.csv 的该行", "remove the row of locks.csv"))
    }
  }

  /// - Parameter day: nil where the locks contradict one another or the month's limits.
  private func conflict(_ row: Int, day: Int?) -> RosterConflict {
    let agent = problem.centre.agents[problem.people[row].agentIndex]
    let name = "\(agent.id) \(agent.name)"
    guard let day else {
      return RosterConflict(
        rules: ["locks", "R2", "R3", "R4", "R5", "R7", "forbiddenNextDay"], agent: agent.id, halfHour: nil,
        found: Wording(
          "\(name)：锁定的班次与休息、连续天数、工时等限制不能同时满足",
          "\(name): the locked days break the limits on rest, days in a row, days off, hours or late nights"),
        advice: Wording("删改该员工在 locks.csv 的行", "change this person's rows of locks.csv"))
    }
    let date = problem.period.firstDay.adding(days: day)
    let code = problem.centre.locks.first { $0.agent == agent.id && $0.date == date }?.shift ?? ""
    return RosterConflict(
      rules: ["locks", "R1", "R2", "R5", "R10", "teamRotation", "forbiddenNextDay"], agent: agent.id, halfHour: nil,
      found: Wording(
        "\(name)：\(date) 锁定班次 \(code)，但当日不可上此班（在职、休假、可上班类、班次时长、上月末班次或班组轮班）",
        "\(name): locked to \(code) on \(date), which employment, leave, classes, the shift's length, last month's tail or the team's rotation rule out"
      ),
      advice: Wording("改锁其他班次，或删去 locks.csv 的该行", "lock another shift, or remove the row of locks.csv"))
  }
}
