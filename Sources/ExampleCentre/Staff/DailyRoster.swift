internal import Foundation
internal import Vocabulary

/// A roster made the way a planner makes one by hand: day after day, the shift that is missed most next, to somebody the
/// rules allow it and whose turn it is.
///
/// It follows the shape of the calls and keeps the hard rules; it knows nothing of costs and looks no day ahead, so it is
/// no plan to hold against those of the engine.
struct DailyRoster {
  private let centre: Centre
  private let period: Period
  private var floor: RosteredFloor
  private var people: [PersonStanding]
  private var entries: [[Roster.Entry]]

  /// Minutes above the wanted ones: most end the month within a shift of them, leads work what the floor asks for.
  private static let overtime = 90
  private static let leadsOvertime = 1200
  /// A lead is put where the shortages of the shift's half-hours come to more than this; others where there is any.
  private static let leadsShortage = 1.0

  /// - Parameters:
  ///   - centre: its leave and its previous shifts are those of the period.
  ///   - requirement: of the period and the day after it.
  init(centre: Centre, period: Period, requirement: Requirement) {
    self.centre = centre
    self.period = period
    floor = RosteredFloor(centre: centre, requirement: requirement)
    let leave = Dictionary(grouping: centre.leave.filter { $0.kind == .leave }, by: \.agent)
    people = centre.agents.map { agent in
      PersonStanding(
        agent: agent, period: period, rules: centre.rules, leave: Set(leave[agent.id, default: []].map(\.date)),
        overtime: agent.grade == .lead ? DailyRoster.leadsOvertime : DailyRoster.overtime)
    }
    entries = [[Roster.Entry]](repeating: [], count: people.count)
    addPrevious()
    for date in period.days { roster(date) }
  }

  /// People in the order of the centre, each in order of days.
  var roster: Roster { Roster(entries: entries.flatMap(\.self)) }

  private mutating func addPrevious() {
    let numbers = Dictionary(uniqueKeysWithValues: centre.agents.enumerated().map { ($1.id, $0) })
    for row in centre.previous.sorted(by: { $0.date < $1.date }) {
      guard let person = numbers[row.agent], let shift = centre.shifts.first(where: { $0.code == row.shift }) else {
        continue
      }
      people[person].workBefore(shift, on: row.date)
      floor.add(people[person].agent, shift, on: row.date, meal: nil)
    }
  }

  private mutating func roster(_ date: CivilDate) {
    let turns = turns(on: date)
    var leads = turns.filter { people[$0].agent.grade == .lead }
    while place(&leads, on: date, gain: { $0.leadGain($1, on: date) }, least: DailyRoster.leadsShortage) {}
    var others = turns.filter { people[$0].agent.grade != .lead }
    var left = shiftsToday(date)
    while left > 0, place(&others, on: date, gain: { $0.gain($1, on: date) }, least: 0) { left -= 1 }
  }

  /// The shifts still to be worked, in proportion to what the days still to come ask for.
  private func shiftsToday(_ date: CivilDate) -> Int {
    let minutes = people.filter { $0.agent.grade != .lead }
      .reduce(0) { $0 + max(0, $1.wantedMinutes + DailyRoster.overtime / 2 - $1.paidMinutes) }
    let rest = period.days.filter { $0 >= date }.reduce(0) { $0 + floor.needed(on: $1) }
    return Int((Double(minutes) / Double(Rules.normalDayMinutes) * floor.needed(on: date) / rest).rounded())
  }

  /// The people by whose turn it is: who is behind with the hours, within a block of days rather than after one.
  private func turns(on date: CivilDate) -> [Int] {
    let left = Double(period.lastDay - date + 1) / Double(period.dayCount)
    func turn(_ person: PersonStanding) -> Double {
      let behind = Double(person.wantedMinutes - person.paidMinutes) - Double(person.wantedMinutes) * left
      let block = (1...4).contains(person.run(before: date)) ? 2.0 : person.daysOff(before: date) == 1 ? -2.0 : 0
      return behind / Double(Rules.normalDayMinutes) + block
    }
    let turns = people.map(turn)
    return people.indices.sorted { (-turns[$0], $0) < (-turns[$1], $1) }
  }

  /// Gives the shift worth most, of those somebody may work, to one of the next in turn.
  ///
  /// - Returns: false where no shift is worth more than `least` to anybody left.
  private mutating func place(
    _ turns: inout [Int], on date: CivilDate, gain: (RosteredFloor, Shift) -> (gain: Double, meal: Int?)?,
    least: Double
  ) -> Bool {
    let worth = centre.shifts.compactMap { shift in
      gain(floor, shift).map { (shift: shift, gain: $0.gain, meal: $0.meal) }
    }
    .filter { $0.gain > least }.sorted { $0.gain > $1.gain }
    for (shift, _, meal) in worth {
      guard let place = next(turns, shift, date) else { continue }
      let person = turns.remove(at: place)
      people[person].work(shift, on: date)
      floor.add(people[person].agent, shift, on: date, meal: meal)
      entries[person].append(
        Roster.Entry(
          agent: people[person].agent.id, date: date, shift: shift.code,
          mealStart: meal.map { TimeOfDay(minutes: $0 * HalfHour.minutes) }))
      return true
    }
    return false
  }

  /// Of the next few in turn who may work the shift, the one it suits best.
  private func next(_ turns: [Int], _ shift: Shift, _ date: CivilDate) -> Int? {
    let few = turns.indices.lazy.filter {
      isFor(shift, people[turns[$0]]) && people[turns[$0]].mayWork(shift, on: date)
    }
    .prefix(12)
    return few.min { (misfit(turns[$0], shift, date), $0) < (misfit(turns[$1], shift, date), $1) }
  }

  /// Short shifts are for part-timers.
  private func isFor(_ shift: Shift, _ person: PersonStanding) -> Bool {
    person.agent.minHours != nil || shift.paidMinutes >= 450
  }

  /// How little a shift suits a person: another start than the day before, nights and earlies apart, a 夜7 already.
  private func misfit(_ person: Int, _ shift: Shift, _ date: CivilDate) -> Int {
    let standing = people[person]
    let change =
      standing.run(before: date) > 0
      ? abs(shift.start.minutes - (standing.lastShift?.start.minutes ?? 0)) / 120 : 0
    let balance = abs(standing.imbalance + standing.balanceStep(shift)) - abs(standing.imbalance)
    return change + 2 * balance + (shift.shiftClass == .lateNight ? 4 * standing.lateNights : 0)
  }
}
