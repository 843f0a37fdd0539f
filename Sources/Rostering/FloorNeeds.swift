internal import Foundation
internal import Vocabulary

/// Minimums of people on duty and not eating, half-hour by half-hour: `skillNeeds`, and `minStaff` where it has a weight (a
/// hard one is in `RosterProblem.minOnPhone`).
struct FloorNeeds: Sendable {
  struct Need: Sendable {
    /// The rule's key in rules.yaml and name of its cost term.
    var key: String
    /// The skill that counts; nil = everybody.
    var skill: String?
    /// Yuan per person short; nil = hard.
    var weight: Double?
    /// By slot; 0 = no minimum.
    var least: [Int32]
    /// People carried in from before the period who count, by slot.
    var carried: [Int32]
  }

  private(set) var needs: [Need] = []

  var isEmpty: Bool { needs.isEmpty }

  /// Sets `PersonData.needs` of the people.
  init(centre: Centre, period: Period, slots: Int, people: inout [PersonData]) {
    for minimum in centre.rules.minStaff {
      guard let weight = minimum.weight else { continue }
      add("minStaff", nil, weight, minimum.hours, minimum.least, centre, period, slots)
    }
    for need in centre.rules.skillNeeds {
      add("skillNeeds", need.skill, need.weight, need.hours, need.least, centre, period, slots)
    }
    for row in people.indices {
      let skills = centre.agents[people[row].agentIndex].skills
      for (index, need) in needs.enumerated() where need.skill.map(skills.contains) ?? true {
        people[row].needs |= 1 << UInt64(index)
      }
    }
  }

  mutating func setLeast(_ least: Int32, of need: Int, _ slot: Int) { needs[need].least[slot] = least }

  private mutating func add(
    _ key: String, _ skill: String?, _ weight: Decimal?, _ hours: WeeklyHours, _ least: Int, _ centre: Centre,
    _ period: Period, _ slots: Int
  ) {
    let row = (0..<slots).map { slot -> Int32 in
      let halfHour = period.firstHalfHour.adding(slot)
      let counts =
        slot < period.halfHourCount && centre.settings.isOpen(halfHour, holidays: centre.holidays)
        && hours.contains(halfHour, holidays: centre.holidays)
      return counts ? Int32(clamping: least) : 0
    }
    var carried = [Int32](repeating: 0, count: slots)
    for entry in centre.previous where entry.date < period.firstDay {
      guard let agent = centre.agents.first(where: { $0.id == entry.agent }), skill.map(agent.skills.contains) ?? true,
        let shift = centre.shifts.first(where: { $0.code == entry.shift })
      else { continue }
      let midnight = (entry.date - period.firstDay) * HalfHour.perDay
      for slot in shift.dutyHalfHours.joined() where midnight + slot >= 0 { carried[midnight + slot] += 1 }
    }
    needs.append(Need(key: key, skill: skill, weight: weight?.doubleValue, least: row, carried: carried))
  }
}
