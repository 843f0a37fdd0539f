internal import Foundation
internal import Vocabulary

/// Compiles the people of a period: employment, limits, money, and which choices each cell allows.
struct PersonCompiler {
  let centre: Centre
  let period: Period
  let shifts: [ShiftData]
  let people: [PersonData]

  private let leave: Set<PersonDay>
  private let wishes: [PersonDay: [LeaveKind]]
  private let tails: [String: [PreviousShift]]
  private let locks: [PersonDay: LockedDay]

  private struct PersonDay: Hashable {
    var agent: String
    var date: CivilDate
  }

  init(centre: Centre, period: Period, shifts: [ShiftData], hasWeekends: Bool) {
    self.centre = centre
    self.period = period
    self.shifts = shifts
    var leave: Set<PersonDay> = []
    var wishes: [PersonDay: [LeaveKind]] = [:]
    for entry in centre.leave where period.contains(entry.date) {
      let key = PersonDay(agent: entry.agent, date: entry.date)
      if entry.kind == .leave {
        leave.insert(key)
      } else {
        wishes[key, default: []].append(entry.kind)
      }
    }
    let tails = Dictionary(grouping: centre.previous.filter { $0.date < period.firstDay }, by: \.agent)
    self.leave = leave
    locks = Dictionary(
      centre.locks.filter { period.contains($0.date) }
        .map { (PersonDay(agent: $0.agent, date: $0.date), $0) }, uniquingKeysWith: { first, _ in first })
    self.wishes = wishes
    self.tails = tails

    let hasLateNight = shifts.contains { $0.isLateNight }
    people = centre.agents.enumerated().compactMap { index, agent in
      PersonData(
        agent: agent, index: index, centre: centre, period: period,
        isOnLeave: { leave.contains(PersonDay(agent: agent.id, date: $0)) },
        workedBefore: Set((tails[agent.id] ?? []).map(\.date)), hasLateNight: hasLateNight, hasWeekends: hasWeekends)
    }
  }

  /// The choices and wish costs of every cell.
  func cells(shiftIndex: [String: Int]) -> (isAllowed: [Bool], wishRow: [Int32], wishCosts: [Double]) {
    let days = period.dayCount
    let choices = shifts.count + 1
    var isAllowed = [Bool](repeating: false, count: people.count * days * choices)
    var wishRow = [Int32](repeating: -1, count: people.count * days)
    var wishCosts: [Double] = []
    let longest = Rules.normalDayMinutes + centre.rules.maxDailyOvertimeMinutes
    for (row, person) in people.enumerated() {
      let agent = centre.agents[person.agentIndex]
      let workable = shifts.map { agent.mayWork($0.shiftClass) && $0.paidMinutes <= longest }
      let rested =
        (tails[agent.id] ?? []).compactMap { entry in
          shiftIndex[entry.shift].map {
            (entry.date - period.firstDay) * TimeOfDay.minutesPerDay + shifts[$0].restedMinute
          }
        }.max() ?? 0
      for day in 0..<days {
        let base = (row * days + day) * choices
        let date = period.firstDay.adding(days: day)
        let asked = PersonDay(agent: agent.id, date: date)
        let lock = locks[asked]
        isAllowed[base] = lock?.shift == nil
        if agent.isEmployed(on: date) && !leave.contains(asked) {
          for (index, shift) in shifts.enumerated()
          where workable[index] && (lock.map { $0.shift == shift.code } ?? true) {
            isAllowed[base + index + 1] =
              shift.startMinute + day * TimeOfDay.minutesPerDay >= rested
              && mayWork(agent, centre.shifts[index], on: date, isFirst: day == 0)
          }
        }
        if agent.isEmployed(on: date), let wishes = wishes[asked] {
          wishRow[row * days + day] = Int32(wishCosts.count / choices)
          wishCosts += costs(of: wishes)
        }
      }
    }
    return (isAllowed, wishRow, wishCosts)
  }

  /// The hard rules of a planner that a day alone decides, with the eve of the first one.
  private func mayWork(_ agent: Agent, _ shift: Shift, on date: CivilDate, isFirst: Bool) -> Bool {
    if let rotation = centre.rules.teamRotation, rotation.weight == nil,
      let step = rotation.step(team: agent.team, on: date), !rotation.cycle[step].contains(shift)
    {
      return false
    }
    guard isFirst, centre.rules.forbiddenNextDay.contains(where: { $0.weight == nil }) else { return true }
    let eve = (tails[agent.id] ?? []).filter { date - $0.date == 1 }.map(\.shift)
    return !centre.shifts.contains { eve.contains($0.code) && centre.rules.forbids($0, then: shift) }
  }

  /// Yuan of each choice on a day with these wishes.
  private func costs(of wishes: [LeaveKind]) -> [Double] {
    let weight = centre.rules.weights.refusedWish.doubleValue
    return (0...shifts.count).map { choice in
      let code = choice == 0 ? nil : shifts[choice - 1].code
      let refused = wishes.filter { wish in
        switch wish {
        case .leave: false
        case .off: code != nil
        case .want(let shift): code != shift
        case .avoid(let shift): code == shift
        }
      }
      return Double(refused.count) * weight
    }
  }
}

extension PersonData {
  /// Nil where the person is not employed on any day of the period.
  init?(
    agent: Agent, index: Int, centre: Centre, period: Period, isOnLeave: (CivilDate) -> Bool,
    workedBefore: Set<CivilDate>, hasLateNight: Bool, hasWeekends: Bool
  ) {
    let rules = centre.rules
    let days = period.days
    let employed = days.filter { agent.isEmployed(on: $0) }
    guard let last = employed.last else { return nil }
    let leaveDays = employed.filter(isOnLeave).count

    agentIndex = index
    isLead = agent.grade == .lead
    promotionDay = days.firstIndex { agent.grade(on: $0) != agent.grade } ?? days.count
    units = CoverageUnits.units(agent.productivity)
    unitsAfterPromotion = CoverageUnits.units(agent.productivity(on: last))
    rate = centre.contract.ratePerMinute(SeatKind(agent.grade))
    rateAfterPromotion = centre.contract.ratePerMinute(SeatKind(agent.grade(on: last)))
    overtimeRate = centre.contract.ratePerMinute(.overtime)
    if promotionDay == 0 {
      units = unitsAfterPromotion
      rate = rateAfterPromotion
    }

    if let hours = agent.minHours {
      minMinutes = hours.doubleValue * 60
    } else {
      let proRata = Decimal(160 * employed.count) / Decimal(days.count) - Decimal(8 * leaveDays)
      minMinutes = max(0, proRata.doubleValue * 60)
    }
    // Rounded down past the decimal's own error.
    var most = (rules.standardHours + rules.maxOvertimeHours) * 60
    if rules.workingTime?.weight == nil, let averaged = rules.monthlyMinutes(of: agent) {
      most = max(0, min(most, averaged))
    }
    maxMinutes = Int(most.doubleValue + 1e-9)
    employedDays = employed.count
    maxWorkDays = employed.count - (rules.minDaysOff * employed.count + days.count - 1) / days.count
    tailRun = 0
    while workedBefore.contains(period.firstDay.adding(days: -1 - tailRun)) { tailRun += 1 }
    isBalanced =
      rules.balance.classesA.contains(where: agent.mayWork) && rules.balance.classesB.contains(where: agent.mayWork)
    owesLateNight = hasLateNight && agent.mayWork(.lateNight) && employed.count - leaveDays >= 10
    wantsWeekend = hasWeekends
  }
}

extension Contract {
  /// Yuan per paid minute of a kind of seat.
  func ratePerMinute(_ kind: SeatKind) -> Double {
    let seat = seatPrice(kind)
    return (seat.price / (standardHours * seat.personsPerSeat) / 60).doubleValue
  }
}

extension Rules {
  /// Whether a hard `forbiddenNextDay` keeps a shift from following another.
  func forbids(_ shift: Shift, then next: Shift) -> Bool {
    forbiddenNextDay.contains { $0.weight == nil && $0.from.contains(shift) && $0.to.contains(next) }
  }
}
