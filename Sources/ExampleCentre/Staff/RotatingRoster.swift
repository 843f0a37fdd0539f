internal import Vocabulary

/// A roster by rotation, for days that are past: the final week of the month before.
///
/// People work four days and are off two, in six groups shifted by a day. A block of four days is two early and two
/// night days, or four mid days, or, for a few of each group in turn, four overnight shifts. Shifts never start earlier
/// on the next day of a block and two days off lie between blocks, so the rest and run-length rules hold by
/// construction (longest run 4 days, shortest rest 15.5 h).
struct RotatingRoster {
  private static let cycle = 6
  private static let workDays = 4

  private let agents: [Agent]
  /// Rank of each person among the leads, or among the others: it decides the group.
  private let order: [Int]
  private let codes: [ShiftClass: [String]]
  private let isPartTime: [Bool]
  /// Rank among the people of the same group who take overnight shifts, and how many they are; leads apart.
  private let overnightRank: [(rank: Int, count: Int)?]
  /// Of the people of a group, how many are on overnight shifts in a block.
  private let overnightPerGroup: Int
  private let overnightLeadsPerGroup: Int

  /// - Parameter overnight: people on overnight shifts each night, leads apart, rounded up to a multiple of four.
  init(agents: [Agent], shifts: [Shift], overnight: Int) {
    self.agents = agents
    order = RotatingRoster.ranks(agents)
    overnightPerGroup = (overnight + RotatingRoster.workDays - 1) / RotatingRoster.workDays
    // One for each 20, those of 夜7 included, about one in 30, who stay to 00:30.
    let others = agents.count { $0.grade != .lead }
    let leads = (overnightPerGroup * RotatingRoster.workDays + others / 30 + 19) / 20
    overnightLeadsPerGroup = (leads + RotatingRoster.workDays - 1) / RotatingRoster.workDays
    codes = Dictionary(grouping: shifts, by: \.shiftClass).mapValues { shifts in
      shifts.filter { $0.paidMinutes >= 450 && $0.secondStart == nil }.map(\.code)
    }
    isPartTime = agents.map { $0.minHours != nil }
    overnightRank = RotatingRoster.overnightRanks(agents, order: order, leads: leads)
  }

  /// The worked days of the week before a day, people in order, each in order of days.
  func tail(before day: CivilDate) -> [PreviousShift] {
    agents.indices.flatMap { person in
      (-7..<0).compactMap { offset -> PreviousShift? in
        let date = day.adding(days: offset)
        guard let shift = shift(of: person, on: date) else { return nil }
        return PreviousShift(agent: agents[person].id, date: date, shift: shift)
      }
    }
  }

  /// The code of the shift a person works on a day, nil = off.
  private func shift(of person: Int, on date: CivilDate) -> String? {
    let agent = agents[person]
    let day = date.dayNumber + order[person] % RotatingRoster.cycle
    let position = day % RotatingRoster.cycle
    guard agent.isEmployed(on: date), position < (isPartTime[person] ? 2 : RotatingRoster.workDays) else { return nil }
    let block = day / RotatingRoster.cycle
    if isOvernight(person, block: block) { return code(.overnight, person, block) }
    let mayRotate = agent.mayWork(.early) && agent.mayWork(.night)
    guard (order[person] / RotatingRoster.cycle + block) % 2 == 0 else { return code(.mid, person, block) }
    guard mayRotate else { return code(agent.mayWork(.early) ? .early : .night, person, block) }
    if position < 2 { return code(.early, person, block) }
    let isLate = position == 3 && agent.mayWork(.lateNight) && (order[person] + block) % 5 < 2
    return code(isLate ? .lateNight : .night, person, block)
  }

  private func isOvernight(_ person: Int, block: Int) -> Bool {
    guard let (rank, count) = overnightRank[person] else { return false }
    let wanted = agents[person].grade == .lead ? overnightLeadsPerGroup : overnightPerGroup
    return (rank + block * wanted) % max(count, wanted) < wanted
  }

  private func code(_ shiftClass: ShiftClass, _ person: Int, _ block: Int) -> String? {
    guard let codes = codes[shiftClass], !codes.isEmpty else { return nil }
    // Blocks of one kind are every other one of a person.
    return codes[(order[person] / RotatingRoster.cycle + block) / 2 % codes.count]
  }

  private static func ranks(_ agents: [Agent]) -> [Int] {
    var leads = 0
    return agents.indices.map { person in
      guard agents[person].grade == .lead else { return person - leads }
      leads += 1
      return leads - 1
    }
  }

  /// - Parameter leads: wanted each night. Of the groups that have them, enough are at work on any day, when four
  ///   groups in succession are.
  private static func overnightRanks(_ agents: [Agent], order: [Int], leads: Int) -> [(rank: Int, count: Int)?] {
    let leadGroups: Set<Int> = leads == 1 ? [0, 3] : leads == 2 ? [0, 1, 3, 4] : Set(0..<cycle)
    func group(_ person: Int) -> Int? {
      let agent = agents[person]
      guard agent.mayWork(.overnight), agent.minHours == nil, agent.from == nil, agent.to == nil else { return nil }
      let group = order[person] % cycle
      guard agent.grade == .lead else { return group }
      return leadGroups.contains(group) ? group + cycle : nil
    }
    var counts = [Int](repeating: 0, count: 2 * cycle)
    let ranks = agents.indices.map { person -> (rank: Int, group: Int)? in
      guard let group = group(person) else { return nil }
      counts[group] += 1
      return (counts[group] - 1, group)
    }
    return ranks.map { place in place.map { (rank: $0.rank, count: counts[$0.group]) } }
  }
}
