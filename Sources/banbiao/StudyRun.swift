import ArgumentParser
import CentreFiles
import Foundation
import Parallel
import Planning
import Rostering
import Studies
import Synchronization
import Vocabulary

/// Makes the plans of a study that are not there yet, several at once, and puts the results together.
struct StudyRun {
  let preparation: StudyPreparation
  let store: PlanStore
  let threads: Int
  let effort: Effort
  let session: Session

  private var study: Study { preparation.study }

  func results() throws -> StudyResults {
    let scenarios = try preparation.prepare(threads: threads)
    store.removeLeftovers()
    try make(scenarios.flatMap(\.works))
    let results = scenarios.map { ScenarioResult($0, store) }
    let points = try StudyBreakEvens(run: self, base: scenarios[0]).points()
    return StudyResults(
      name: study.name, question: study.question, centre: preparation.base.centre.settings.centre, month: study.month,
      effort: study.effort, seed: study.seed, draws: study.draws, results: results, breakEvens: points)
  }

  /// Makes what the store does not have; each plan is kept as soon as it is done.
  func make(_ works: [PlanWork]) throws {
    var seen: Set<String> = []
    let missing = works.filter { seen.insert($0.digest).inserted && self.store.outcome($0.digest) == nil }
    guard !missing.isEmpty else { return }
    if seen.count > missing.count {
      let kept = seen.count - missing.count
      session.progress.say(Wording("沿用已完成的 \(kept) 个计划", "\(kept) plans are there already"))
    }
    let failure = Mutex<(any Error)?>(nil)
    let done = Mutex(0)
    let (interruption, progress, store, study) = (session.interruption, ProgressLines(session), store, study)
    let options = options
    ParallelTasks.run(count: missing.count, threads: threads) { index in
      guard !interruption.isRequested, failure.withLock({ $0 == nil }) else { return }
      do {
        try StudyRun.make(missing[index], study, options, store, interruption)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
      // One that was interrupted or failed has kept nothing.
      guard store.outcome(missing[index].digest) != nil else { return }
      let count = done.withLock {
        $0 += 1
        return $0
      }
      progress.say("\(count)/\(missing.count)")
    }
    if let error = failure.withLock({ $0 }) { throw error }
    if interruption.isRequested {
      session.progress.say(
        Wording("已中断；再次运行会沿用已完成的计划", "interrupted; run again, and the plans that are done are taken over"))
      throw ExitCode(Failure.Code.interrupted.rawValue)
    }
  }

  /// One thread for each plan: a plan's result does not depend on their number.
  private var options: RosterOptions {
    var options = RosterOptions()
    options.effort = effort
    options.seed = study.seed
    options.threads = 1
    return options
  }

  private static func make(
    _ work: PlanWork, _ study: Study, _ options: RosterOptions, _ store: PlanStore, _ interruption: Interruption
  ) throws {
    let planner = ScenarioPlanner(
      centre: work.input.centre, month: study.month, options: options, draws: study.draws)
    do {
      guard let (plan, figures) = try planner.plan(isCancelled: { interruption.isRequested }) else { return }
      try store.keep(plan, figures, work.input, digest: work.digest)
    } catch PlanningError.roster(.infeasible(let conflicts)) {
      try store.keep(noRoster: StudyRun.reason(conflicts), digest: work.digest)
    } catch PlanningError.roster(.noneFound(let conflicts)) {
      try store.keep(noRoster: StudyRun.reason(conflicts), digest: work.digest)
    } catch PlanningError.roster(.interrupted) {
      return
    }
  }

  private static func reason(_ conflicts: [RosterConflict]) -> Wording {
    guard let first = conflicts.first else {
      return Wording("没有班表能遵守全部硬规则", "no roster keeps the hard rules")
    }
    return Wording(
      "[\(first.rules.joined(separator: " + "))] \(first.found.chinese)",
      "[\(first.rules.joined(separator: " + "))] \(first.found.english)")
  }
}

extension ScenarioResult {
  /// Centres apart are added up.
  init(_ scenario: PreparedScenario, _ store: PlanStore) {
    var sum: ScenarioFigures?
    var refusal: Wording?
    for work in scenario.works {
      switch store.outcome(work.digest) {
      case .planned(let figures)?: sum = sum.map { $0.adding(figures) } ?? figures
      case .noRoster(let reason)?: refusal = reason
      case nil: refusal = Wording("未完成", "not done")
      }
    }
    self.init(
      name: scenario.name, changes: scenario.changes, digest: scenario.works.first?.digest ?? "",
      outcome: refusal.map(Outcome.noRoster) ?? .planned(sum ?? ScenarioFigures()))
  }
}

/// Lines of progress from several threads.
private struct ProgressLines: @unchecked Sendable {
  private let session: Session
  private let lock = NSLock()

  init(_ session: Session) {
    self.session = session
  }

  func say(_ text: String) {
    lock.withLock { session.progress.say(Wording("方案 \(text)", "scenario \(text)")) }
  }
}
