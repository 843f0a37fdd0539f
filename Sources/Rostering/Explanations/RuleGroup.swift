package import Vocabulary

/// A rule at one place of the month: what a conflict is made of, and what a repair relaxes.
package struct RuleGroup: Sendable, Hashable {
  /// `R2`…`R11`, or the key of rules.yaml; `locks`.
  package var rule: String
  package var agent: String?
  /// `pairs`: the second person.
  package var other: String?
  /// First of the days meant; nil = the month.
  package var date: CivilDate?
  package var halfHour: HalfHour?
  /// Which entry of a rule that has several, counted from 0.
  package var entry = 0
  /// `peopleOff`: the most people off rather than the fewest.
  package var isMost = false
}

extension RuleGroup {
  /// Rows that say what a shift is rather than what is allowed: they are never relaxed.
  static let definitions: Set<String> = ["R1", "meal"]

  /// The group of a row of `WholeProgram`, from the row's name; nil for definitions and for what only costs.
  init?(row name: String, in problem: RosterProblem) {
    let parts = name.split(separator: "_").map(String.init)
    guard let head = parts.first else { return nil }
    let number = Int(head.reversed().prefix { $0.isNumber }.reversed().map(String.init).joined())
    let key = String(head.prefix { !$0.isNumber })
    let person = RuleGroup.number(parts, "p").map { problem.people[$0].agentIndex }
    let agent = person.map { problem.centre.agents[$0].id }
    let date = RuleGroup.number(parts, "d").map { problem.period.firstDay.adding(days: $0) }
    let halfHour = parts.count == 2 ? Int(parts[1]).map { problem.period.firstHalfHour.adding($0) } : nil
    switch head {
    case "R2": self.init(rule: head, agent: agent, date: date)
    case "R3": self.init(rule: head, agent: agent, date: date ?? problem.period.firstDay, entry: date == nil ? 1 : 0)
    case "R4", "R5", "R6": self.init(rule: head, agent: agent)
    case "R7" where parts.last != "min": self.init(rule: head, agent: agent)
    case "minHours" where problem.limits.minHoursHard: self.init(rule: "minHoursHard", agent: agent)
    case "R8", "R9", "R11": self.init(rule: head, halfHour: halfHour)
    case "phone": self.init(rule: "minOnPhone", halfHour: halfHour)
    default:
      guard let entry = number.map({ $0 - 1 }) else { return nil }
      switch key {
      case "pair" where problem.dayRules.pairWeight == nil:
        let pair = problem.dayRules.pairs[entry]
        let names = [pair.first, pair.second].map { problem.centre.agents[problem.people[$0].agentIndex].id }
        self.init(rule: "pairs", agent: names[0], other: names[1], date: date, entry: entry)
      case "peopleOff" where problem.dayRules.attendance[entry].weight == nil:
        self.init(rule: key, date: date, entry: entry, isMost: parts.last == "many")
      case "minStaff", "skillNeeds":
        guard problem.needs.needs[entry].weight == nil else { return nil }
        self.init(rule: key, halfHour: halfHour, entry: entry)
      default:
        guard let agent, let sequence = problem.sequence, sequence.keys.indices.contains(entry),
          sequence.keys[entry] == key, sequence.rules[entry].isHard
        else { return nil }
        self.init(rule: key, agent: agent, entry: entry)
      }
    }
  }

  /// The index after a letter: `p3` is the person 2.
  private static func number(_ parts: [String], _ letter: Character) -> Int? {
    parts.dropFirst().lazy.compactMap { $0.first == letter ? Int($0.dropFirst()).map { $0 - 1 } : nil }.first
  }

  /// Whether the rule has a limit that can move by steps; the others hold or are set aside.
  var hasLimit: Bool {
    switch rule {
    case "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R11", "minHoursHard", "minOnPhone", "minStaff", "skillNeeds",
      "peopleOff":
      true
    default: false
    }
  }

  /// What a step of the limit is in the rows' units: minutes move by half-hours.
  var step: Double { rule == "R5" || rule == "minHoursHard" ? 30 : 1 }

  /// What a step, or setting the rule aside, counts for in a repair. The promise made to a person weighs most.
  var weight: Double {
    switch rule {
    case "R10": 8
    case "locks": 4
    case "R2", "pairs": 3
    case "R3", "R4", "peopleOff": 2
    case "R5", "minHoursHard": 0.5
    case _ where hasLimit: 1
    default: 3
    }
  }
}
