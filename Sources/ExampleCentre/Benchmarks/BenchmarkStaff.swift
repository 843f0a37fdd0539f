internal import Foundation
internal import Vocabulary

/// The people of benchmark centres: of those who are not leads, one in eight a trainee, one in forty a part-timer by
/// day, one in twelve without overnight shifts.
enum BenchmarkStaff {
  /// What a full-timer gives in a month of 31 days: 20.4 days of 7.5 hours on the phone.
  private static let days = 20.4
  private static let hoursOfDay = 7.5
  private static let leaveShare = 0.025
  private static let peopleOfTeam = 20

  static func agents(people: Int, leads: Int, seed: UInt64) -> [Agent] {
    var names = PersonNames(seed: seed)
    var random = SeededRandom(seed: seed, stream: .staff)
    let teams = max(1, people / peopleOfTeam)
    let width = String(people).count
    return (0..<people).map { index in
      // Leads are spread evenly over the teams.
      let isLead = (index + 1) * leads / people > index * leads / people
      var agent = Agent(
        id: "P" + padded(index + 1, to: width), name: names.next(), team: "\(index * teams / people + 1)班",
        grade: isLead ? .lead : .agent, productivity: isLead ? 0 : 1)
      agent.nightsYearToDate = 60 + random.below(31)
      agent.weekendsYearToDate = 24 + random.below(15)
      agent.holidaysYearToDate = 3 + random.below(6)
      if !isLead { vary(&agent, index: index, &random) }
      return agent
    }
  }

  private static func vary(_ agent: inout Agent, index: Int, _ random: inout SeededRandom) {
    if index % 8 == 3 {
      agent.grade = .trainee
      agent.productivity = ExampleCentre.exact(random.pick(["0.65", "0.75", "0.85"]))
      if agent.productivity < ExampleCentre.exact("0.75") { agent.classes = [.early, .mid, .night] }
    } else if index % 40 == 12 {
      agent.classes = [.early, .mid]
      agent.minHours = 96
    } else if index % 12 == 5 {
      agent.classes = [.early, .mid, .night, .lateNight]
    }
  }

  /// Effective hours on the phone that people give in a month.
  static func hoursOnPhone(_ agents: [Agent], month: Month) -> Double {
    let days = BenchmarkStaff.days * Double(month.period.dayCount) / 31
    return agents.filter { $0.grade != .lead }.reduce(0) { hours, agent in
      let share = agent.minHours.map { $0.doubleValue / 160 } ?? (1 - leaveShare)
      return hours + agent.productivity.doubleValue * share * days * hoursOfDay
    }
  }

  /// Mean effective hours of a person who is no lead, by the mix above.
  static let hoursOfPerson = 0.945 * days * hoursOfDay * (1 - leaveShare)

  /// The leads that one for each 20 on duty, rounded up in every half-hour, asks for.
  static func leads(for requirement: Requirement, month: Month) -> Int {
    // On duty are more than are required: trainees count less, and some eat.
    let halfHours = requirement.rows.reduce(0.0) { sum, row in
      row.required > 0 ? sum + (row.required * 1.13 / 20).rounded(.up) : sum
    }
    let hoursOfLead = 158.0 * Double(month.period.dayCount) / 31
    return Int((1.1 * halfHours / 2 / hoursOfLead).rounded(.up))
  }
}
