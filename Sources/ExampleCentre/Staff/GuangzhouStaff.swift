internal import Foundation
internal import Vocabulary

/// The people of the shipped example: twelve teams, each of a lead or two, sixteen or seventeen agents and two or three
/// trainees; with a joiner, a leaver, promotions and part-timers in the month.
struct GuangzhouStaff {
  let month: Month
  let seed: UInt64

  static let teamNames = ["一班", "二班", "三班", "四班", "五班", "六班", "七班", "八班", "九班", "十班", "十一班", "十二班"]
  private static let agentCount = 195
  private static let traineeCount = 30
  /// More than 1 : 20 of the people: on duty, the half-hours of a day need more leads than the day's mean.
  private static let leadCount = 16

  func agents() -> [Agent] {
    var names = PersonNames(seed: seed)
    var random = SeededRandom(seed: seed, stream: .staff)
    var people: [Agent] = []
    for (team, name) in GuangzhouStaff.teamNames.enumerated() {
      let grades: [(Grade, Int)] = [
        (.lead, share(GuangzhouStaff.leadCount, team: team)), (.agent, share(GuangzhouStaff.agentCount, team: team)),
        (.trainee, share(GuangzhouStaff.traineeCount, team: team)),
      ]
      for (grade, count) in grades {
        for _ in 0..<count {
          people.append(person(id: "GZ\(1001 + people.count)", name: names.next(), team: name, grade: grade, &random))
        }
      }
    }
    markExceptions(&people)
    return people
  }

  /// How many of a count fall to a team, the teams differing by at most one.
  private func share(_ count: Int, team: Int) -> Int {
    let teams = GuangzhouStaff.teamNames.count
    return count * (team + 1) / teams - count * team / teams
  }

  private func person(
    id: String, name: String, team: String, grade: Grade, _ random: inout SeededRandom
  ) -> Agent {
    var person = Agent(id: id, name: name, team: team, grade: grade)
    person.nightsYearToDate = 62 + random.below(31)
    person.weekendsYearToDate = 24 + random.below(15)
    person.holidaysYearToDate = 3 + random.below(6)
    switch grade {
    case .lead: person.productivity = 0
    case .agent: break
    case .trainee: makeTrainee(&person, monthsOfService: 1 + random.below(6), &random)
    }
    return person
  }

  /// Productivity grows with the months of service; nobody works overnight or 夜7 in the first three.
  private func makeTrainee(_ person: inout Agent, monthsOfService: Int, _ random: inout SeededRandom) {
    let steps: [Decimal] = ["0.55", "0.65", "0.75", "0.80", "0.85", "0.90"].map(ExampleCentre.exact)
    person.productivity = steps[min(monthsOfService, steps.count) - 1]
    if monthsOfService <= 3 { person.classes = [.early, .mid, .night] }
    person.nightsYearToDate = monthsOfService * 7 + random.below(5)
    person.weekendsYearToDate = monthsOfService * 3 + random.below(3)
    person.holidaysYearToDate = monthsOfService <= 2 ? 0 : 1 + random.below(3)
  }

  /// The people whose month is not the plain one.
  private func markExceptions(_ people: inout [Agent]) {
    let agents = people.indices.filter { people[$0].grade == .agent }
    let trainees = people.indices.filter { people[$0].grade == .trainee }
    let firstDay = month.period.firstDay
    // Every 24th agent is a part-timer by day, every 48th one in the evening.
    for (order, index) in agents.enumerated() where order % 24 == 5 {
      people[index].classes = order % 48 == 5 ? [.early, .mid] : [.mid, .night]
      people[index].minHours = order % 48 == 5 ? 96 : 84
    }
    // Pregnant or nursing: by day only.
    for (order, index) in agents.enumerated() where order % 32 == 11 { people[index].classes = [.early, .mid] }
    // Medical advice: no overnight.
    for (order, index) in agents.enumerated() where order % 9 == 7 && people[index].classes.isEmpty {
      people[index].classes = [.early, .mid, .night, .lateNight]
    }
    // Joiners, leavers, promotions.
    join(&people[agents[30]], on: firstDay.adding(days: 14))
    join(&people[trainees[8]], on: firstDay.adding(days: 6))
    people[trainees[8]].productivity = ExampleCentre.exact("0.55")
    people[trainees[8]].classes = [.early, .mid, .night]
    people[agents[100]].to = firstDay.adding(days: 19)
    people[agents[161]].to = firstDay.adding(days: 24)
    for (order, day) in [(3, 15), (17, 20)] {
      people[trainees[order]].productivity = ExampleCentre.exact("0.90")
      people[trainees[order]].classes = []
      people[trainees[order]].promoted = firstDay.adding(days: day)
    }
  }

  private func join(_ person: inout Agent, on date: CivilDate) {
    person.from = date
    person.nightsYearToDate = 0
    person.weekendsYearToDate = 0
    person.holidaysYearToDate = 0
  }
}
