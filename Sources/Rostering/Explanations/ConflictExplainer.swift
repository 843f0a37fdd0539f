package import Vocabulary

/// Why there is no roster: sets of rules that cannot hold together, each from a program cut to the people and days that
/// matter, with its cheapest repair.
///
/// A month with few people is looked at whole. In a larger one each kind of person is looked at alone over the month, people
/// whom pairs tie together jointly, and then everybody day by day; those that counting names come first.
package struct ConflictExplainer {
  private let centre: Centre
  private let period: Period
  private let requirement: Requirement

  /// Person-days times shifts up to which the month is one program.
  private static let mostWhole = 400
  private static let mostFindings = 3

  package init(centre: Centre, period: Period, requirement: Requirement) {
    self.centre = centre
    self.period = period
    self.requirement = requirement
  }

  /// - Parameter work: coefficients solved over before it ends.
  package func report(work: Int = 4_000_000) -> ConflictReport {
    let problem = RosterProblem(centre: centre, period: period, requirement: requirement)
    let proofs = ConflictAnalysis(problem: problem).proofs()
    var report = ConflictReport(
      verdict: proofs.isEmpty ? .unknown : .impossible, proofs: proofs, findings: [], isPartial: false)
    var work = ConflictWork(work)
    if problem.isAllowed.count <= ConflictExplainer.mostWhole {
      let program = ConflictProgram(problem) { _ in true }
      switch program.answer(all(program), &work) {
      case .feasible: report.verdict = .possible
      case .infeasible:
        report.verdict = .impossible
        report.findings = [finding(.month, program, &work)]
      case .unknown: report.isPartial = true
      }
      guard report.verdict == .unknown else { return report }
    }
    look(at: scopes(proofs), &report, &work)
    return report
  }

  private func look(at scopes: [ConflictFinding.Scope], _ report: inout ConflictReport, _ work: inout ConflictWork) {
    for scope in scopes {
      guard report.findings.count < ConflictExplainer.mostFindings, work.suffices else {
        report.isPartial = true
        return
      }
      let program = program(scope)
      switch program.answer(all(program), &work) {
      case .feasible: continue
      case .unknown: report.isPartial = true
      case .infeasible:
        report.verdict = .impossible
        report.findings.append(finding(scope, program, &work))
      }
    }
  }

  private func all(_ program: ConflictProgram) -> [Bool] { [Bool](repeating: true, count: program.groups.count) }

  private func finding(
    _ scope: ConflictFinding.Scope, _ program: ConflictProgram, _ work: inout ConflictWork
  ) -> ConflictFinding {
    let filter = ConflictFilter(program, &work)
    var finding = ConflictFinding(
      scope: scope,
      conflict: ConflictItem.joined(
        program.groups.indices.filter { filter.isIn[$0] }.map { ConflictItem(program.groups[$0], program.problem) }),
      isIrreducible: filter.isIrreducible, repair: [], isCheapest: false, isVerified: false, alike: alike(scope))
    let rules = Set(program.groups.map(\.rule))
    let concerned = Set(finding.conflict.map(\.group.rule))
    // Rules that take no part in the set are left alone where that is possible.
    guard
      let repair = program.cheapestRepair(relaxing: concerned, &work)
        ?? program.cheapestRepair(relaxing: rules, &work)
    else { return finding }
    finding.repair = ConflictItem.joined(
      program.groups.indices.filter { repair.steps[$0] > 0 }
        .map { ConflictItem(program.groups[$0], program.problem, steps: repair.steps[$0]) })
    finding.isCheapest = repair.isProved
    finding.isVerified = program.answer(relaxed: repair.steps, &work) == .feasible
    return finding
  }

  // MARK: Scopes

  private func scopes(_ proofs: [RosterConflict]) -> [ConflictFinding.Scope] {
    let people = kinds().map { ConflictFinding.Scope.people($0) }
    let days = period.days.map { ConflictFinding.Scope.day($0) }
    let named = proofs.compactMap { proof -> ConflictFinding.Scope? in
      proof.halfHour.map { .day(min($0.date, period.lastDay)) } ?? proof.agent.map { .people([$0]) }
    }
    var result: [ConflictFinding.Scope] = []
    var seen: Set<Kind> = []
    for scope in named.isEmpty ? people + days : named where !result.contains(scope) {
      if let kind = kind(scope), !seen.insert(kind).inserted { continue }
      result.append(scope)
    }
    return result
  }

  /// Nil where the scope is more than one person.
  private func kind(_ scope: ConflictFinding.Scope) -> Kind? {
    guard case .people(let names) = scope, names.count == 1 else { return nil }
    return centre.agents.first { $0.id == names[0] }.map { Kind($0, centre) }
  }

  /// Others of the same kind.
  private func alike(_ scope: ConflictFinding.Scope) -> [String] {
    guard let kind = kind(scope), case .people(let people) = scope else { return [] }
    return centre.agents.filter { !people.contains($0.id) && Kind($0, centre) == kind }.map(\.id)
  }

  /// One of each kind of person, and people tied together by pairs.
  private func kinds() -> [[String]] {
    var seen: Set<Kind> = []
    let tied = centre.rules.pairs.weight == nil ? centre.pairs : []
    let alone = centre.agents.filter { agent in
      seen.insert(Kind(agent, centre)).inserted
    }
    return alone.map { [$0.id] } + tied.map { [$0.agent, $0.other] }
  }

  /// What a person's own rules depend on.
  private struct Kind: Hashable {
    var agent: Agent
    var days: [String]

    init(_ agent: Agent, _ centre: Centre) {
      self.agent = agent
      self.agent.id = ""
      self.agent.name = ""
      days =
        centre.leave.filter { $0.agent == agent.id && $0.kind == .leave }.map { "\($0.date)" }
        + centre.locks.filter { $0.agent == agent.id }.map { "\($0.date) \($0.shift ?? "-")" }
        + centre.previous.filter { $0.agent == agent.id }.map { "\($0.date) \($0.shift)" }
    }
  }

  private func program(_ scope: ConflictFinding.Scope) -> ConflictProgram {
    switch scope {
    case .month:
      return ConflictProgram(RosterProblem(centre: centre, period: period, requirement: requirement)) { _ in true }
    case .people(let names):
      var part = centre
      part.agents.removeAll { !names.contains($0.id) }
      part.pairs.removeAll { !names.contains($0.agent) || !names.contains($0.other) }
      let problem = RosterProblem(centre: part, period: period, requirement: Requirement(rows: []))
      return ConflictProgram(problem) { $0.agent != nil }
    case .day(let date): return dayProgram(date)
    }
  }

  /// Everybody on a day and, because shifts pass midnight, on the eve of it. Limits of the month do not count.
  private func dayProgram(_ date: CivilDate) -> ConflictProgram {
    let first = max(period.firstDay, date.adding(days: -1))
    let window = Period(firstDay: first, dayCount: date - first + 1)
    let start = (first - period.firstDay) * HalfHour.perDay
    let rows = Array(requirement.rows.dropFirst(start).prefix(window.halfHourCount))
    let problem = RosterProblem(centre: centre, period: window, requirement: Requirement(rows: rows))
    return ConflictProgram(problem) { group in
      if let halfHour = group.halfHour {
        return halfHour.date == date || (date == period.lastDay && halfHour.date > date)
      }
      return ["R2", "R10", "locks", "pairs", "peopleOff"].contains(group.rule)
    }
  }
}
