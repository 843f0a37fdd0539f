internal import Vocabulary

/// One person more and one fewer in each grade.
extension UnitChanges {
  func staff() -> [UnitChange] {
    Grade.allCases.flatMap { grade -> [UnitChange] in
      guard let person = typical(grade) else { return [] }
      return [more(person, grade), fewer(person, grade)]
    }
  }

  /// Employed the whole month in one grade, with the fewest leave, locks, pairs and shifts of last month.
  private func typical(_ grade: Grade) -> Agent? {
    let (first, last) = (problem.period.firstDay, problem.period.lastDay)
    let people = centre.agents.filter {
      $0.isEmployed(on: first) && $0.isEmployed(on: last) && $0.grade(on: first) == grade && $0.grade(on: last) == grade
    }
    func ties(_ person: Agent) -> Int {
      centre.leave.count { $0.agent == person.id && problem.period.contains($0.date) }
        + centre.locks.count { $0.agent == person.id && problem.period.contains($0.date) }
        + centre.pairs.count { $0.agent == person.id || $0.other == person.id }
        + centre.previous.count { $0.agent == person.id }
    }
    return people.map { (ties: ties($0), person: $0) }.min { $0.ties < $1.ties }?.person
  }

  private func more(_ person: Agent, _ grade: Grade) -> UnitChange {
    var changed = centre
    var new = person
    new.id = "+\(person.id)"
    while centre.agents.contains(where: { $0.id == new.id }) { new.id = "+" + new.id }
    changed.agents.append(new)
    return UnitChange(
      kind: .personMore(grade), rule: "staff",
      unit: Wording("多一名\(grade.word.chinese)（同 \(person.id)）", "one \(grade.word.english) more (like \(person.id))"),
      isInRelaxation: true, centre: changed, like: person.id)
  }

  /// Gone on the eve of the month, so that a night carried into it stays.
  private func fewer(_ person: Agent, _ grade: Grade) -> UnitChange {
    var changed = centre
    for index in changed.agents.indices where changed.agents[index].id == person.id {
      changed.agents[index].to = problem.period.firstDay.adding(days: -1)
    }
    changed.locks.removeAll { $0.agent == person.id }
    changed.pairs.removeAll { $0.agent == person.id || $0.other == person.id }
    return UnitChange(
      kind: .personFewer(grade), rule: "staff",
      unit: Wording("少一名\(grade.word.chinese)（\(person.id)）", "one \(grade.word.english) fewer (\(person.id))"),
      isInRelaxation: true, centre: changed)
  }
}

extension Grade {
  fileprivate var word: Wording {
    switch self {
    case .trainee: Wording("实习话务员", "trainee")
    case .agent: Wording("客服代表", "agent")
    case .lead: Wording("班长", "team lead")
    }
  }
}
