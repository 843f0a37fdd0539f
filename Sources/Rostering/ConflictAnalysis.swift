internal import Vocabulary

/// Names what cannot hold together: first what a count of people, seats and leads proves, then what the best attempt broke.
struct ConflictAnalysis {
  let problem: RosterProblem

  /// Proofs: each of these alone rules out every roster.
  func proofs() -> [RosterConflict] {
    var result: [RosterConflict] = []
    for slot in 0..<problem.slotCount {
      if let conflict = slotConflict(slot) { result.append(conflict) }
      if result.count >= 20 { break }
    }
    result += LockConflicts(problem: problem).proofs()
    let solver = PersonBound(problem)
    let free = [Double](repeating: 0, count: problem.dayCount * problem.shifts.count)
    for row in problem.people.indices where result.count < 20 {
      let value = free.withUnsafeBufferPointer {
        solver.minimum(row, prices: PersonPrices(), shiftPrices: $0.baseAddress!)
      }
      if value >= 1e14 || reachableMinutes(row) < problem.people[row].minMinutes - 1e-6, problem.limits.minHoursHard {
        result.append(hoursConflict(row))
      }
    }
    return result
  }

  /// What a roster that breaks rules breaks, half-hour by half-hour and person by person.
  func broken(by assignment: RosterAssignment) -> [RosterConflict] {
    let floor = FloorCount(problem: problem, assignment: assignment)
    var result: [RosterConflict] = []
    for slot in 0..<problem.slotCount where result.count < 20 && floor.violations(slot, problem) > 0 {
      let limits = problem.limits
      let onDuty = floor.staff[slot] + floor.leads[slot]
      let at = problem.period.firstHalfHour.adding(slot)
      var rules: [String] = []
      if onDuty - (limits.seatHeldDuringMeal ? 0 : floor.eating[slot]) > Int(problem.seats[slot]) { rules.append("R9") }
      if floor.eating[slot] > limits.mealsAllowed(onDuty: onDuty) { rules.append("R8") }
      if limits.leadsNeeded(staff: floor.staff[slot]) > floor.leads[slot] { rules.append("R11") }
      if onDuty - floor.eating[slot] < Int(problem.minOnPhone[slot]) { rules.append("minOnPhone") }
      result.append(
        RosterConflict(
          rules: rules, agent: nil, halfHour: at,
          found: Wording(
            "\(at)：在岗 \(onDuty) 人（班长 \(floor.leads[slot])），用餐 \(floor.eating[slot])，座席 \(problem.seats[slot])，未能同时满足 \(rules.joined(separator: "、"))",
            "\(at): \(onDuty) on duty (\(floor.leads[slot]) leads), \(floor.eating[slot]) at meals, \(problem.seats[slot]) seats; \(rules.joined(separator: ", ")) could not hold together"
          ),
          advice: Wording(
            "放宽上述规则之一，或增加该时段可上班的人员或座席", "relax one of these rules, or add people or seats for this half-hour")))
    }
    return result
  }

  /// A half-hour that nobody can staff within its seats and with the leads it needs.
  private func slotConflict(_ slot: Int) -> RosterConflict? {
    let at = problem.period.firstHalfHour.adding(slot)
    let seats = Int(problem.seats[slot])
    let carried = Int(problem.carriedStaff[slot] + problem.carriedLeads[slot])
    let needed = Int(problem.minOnPhone[slot])
    if carried > seats && problem.limits.seatHeldDuringMeal {
      return RosterConflict(
        rules: ["R9"], agent: nil, halfHour: at,
        found: Wording(
          "\(at)：上月末跨入的班次已占 \(carried) 席，座席只有 \(seats)",
          "\(at): shifts carried in from last month take \(carried) seats of \(seats)"),
        advice: Wording("增加座席，或更正 previous.csv", "add seats, or correct previous.csv"))
    }
    if needed > seats {
      return RosterConflict(
        rules: ["minOnPhone", "R9"], agent: nil, halfHour: at,
        found: Wording(
          "\(at)：要求至少 \(needed) 人在线，座席只有 \(seats)",
          "\(at): at least \(needed) on the phone are required, there are \(seats) seats"),
        advice: Wording("增加座席，或降低 minOnPhone", "add seats, or lower minOnPhone"))
    }
    let staffNeeded = needed > carried || problem.carriedStaff[slot] > 0
    guard staffNeeded else { return nil }
    let possible = people(coverable: slot) { _ in true }
    if needed > carried + possible {
      return RosterConflict(
        rules: ["minOnPhone", "R1", "R10"], agent: nil, halfHour: at,
        found: Wording(
          "\(at)：要求至少 \(needed) 人在线，休假、在职日期、上月末班次和可上班次之后最多只有 \(carried + possible) 人",
          "\(at): at least \(needed) on the phone are required; after leave, employment, last month's tail and allowed shifts at most \(carried + possible) can be"
        ),
        advice: Wording(
          "调整当日休假，或增加覆盖该时段的班次，或降低 minOnPhone", "move leave of that day, add a shift that covers it, or lower minOnPhone"
        ))
    }
    let leads = Int(problem.carriedLeads[slot]) + people(coverable: slot) { problem.people[$0].isLead }
    let staffOnly = carried + people(coverable: slot) { !problem.people[$0].isLead }
    let mustHaveLead = problem.carriedStaff[slot] > 0 || (needed > 0 && staffOnly > 0)
    if problem.limits.leadSpan > 0 && mustHaveLead && leads == 0 {
      return RosterConflict(
        rules: ["R11", "minOnPhone"], agent: nil, halfHour: at,
        found: Wording(
          "\(at)：必须有人在岗，却没有任何班长可以上班", "\(at): somebody must be on duty, but no team lead can be"),
        advice: Wording(
          "增加可上该时段的班长，调整班长休假，或设 leadSpan: 0", "add a lead who may work then, move leads' leave, or set leadSpan: 0"))
    }
    return nil
  }

  /// People whom some allowed shift would put on duty in a slot.
  private func people(coverable slot: Int, _ accepts: (Int) -> Bool) -> Int {
    let day = slot / HalfHour.perDay
    return problem.people.indices.filter { person in
      accepts(person)
        && (max(0, day - 1)...min(day, problem.dayCount - 1)).contains { start in
          problem.shifts.indices.contains { shift in
            problem.isAllowed(person, start, choice: shift + 1)
              && problem.shifts[shift].duty.contains { $0.contains(slot - start * HalfHour.perDay) }
          }
        }
    }.count
  }

  /// Paid minutes of the longest shifts on as many days as R4 and leave allow.
  private func reachableMinutes(_ row: Int) -> Double {
    let longest = (0..<problem.dayCount).map { day in
      problem.shifts.indices.filter { problem.isAllowed(row, day, choice: $0 + 1) }
        .map { problem.shifts[$0].paidMinutes }.max() ?? 0
    }.sorted(by: >)
    let sum = longest.prefix(max(0, problem.people[row].maxWorkDays)).reduce(0, +)
    return Double(min(sum, problem.people[row].maxMinutes))
  }

  private func hoursConflict(_ row: Int) -> RosterConflict {
    let person = problem.people[row]
    let agent = problem.centre.agents[person.agentIndex]
    let hours = (person.minMinutes / 6).rounded() / 10
    let days = (0..<problem.dayCount).filter { day in
      (1..<problem.choiceCount).contains { problem.isAllowed(row, day, choice: $0) }
    }.count
    return RosterConflict(
      rules: ["minHoursHard", "R2", "R3", "R4", "R5", "R6", "R7", "R10"], agent: agent.id, halfHour: nil,
      found: Wording(
        "\(agent.id) \(agent.name)：最低工时 \(hours) 小时达不到；可上班 \(days) 天，最多排 \(max(0, person.maxWorkDays)) 天",
        "\(agent.id) \(agent.name): the minimum of \(hours) hours cannot be reached; \(days) days can be worked, at most \(max(0, person.maxWorkDays)) may be"
      ),
      advice: Wording(
        "减少该员工的休假或最低工时，或设 minHoursHard: false", "reduce this person's leave or minHours, or set minHoursHard: false"))
  }
}
