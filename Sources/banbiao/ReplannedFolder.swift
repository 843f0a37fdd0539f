import CentreFiles
import Checking
import Foundation
import Vocabulary

/// What a folder of results states of a re-planning, for `check`.
struct ReplannedFolder {
  let check: ReplanningCheck
  let stated: StatedReplanning
  private let changes: [RosterChange]

  /// Nil where the roster was planned for the first time.
  init?(_ folder: String, _ centre: Centre, _ period: Period) throws {
    let path = folder + "/solution.json"
    guard FileManager.default.fileExists(atPath: path), let json = try ResultReader.json(path),
      let stated = StatedReplanning(json)
    else { return nil }
    self.stated = stated
    let kept = try RosterFile.read(path: folder + "/kept.csv", centre: centre, period: period).roster
    let absences = try AbsencesFile.read(path: folder + "/absences.csv", centre: centre)
    check = ReplanningCheck(
      replanning: Replanning(
        kept: kept, fixedUntil: stated.fixedUntil, absences: absences,
        changedDay: Decimal(stated.changedDay).rounded(decimals: 4)), centre: centre, period: period)
    changes = try ChangesFile.read(path: folder + "/changes.csv")
  }

  /// What the report shows of it.
  func summary(_ roster: Roster, objective: Double) -> ReplanningSummary {
    var summary = ReplanningSummary(
      replanning: check.replanning, changes: check.changes(roster), totalLowerBound: stated.totalLowerBound)
    summary.totalLowerBound = min(summary.totalLowerBound, objective + summary.changesYuan.doubleValue)
    return summary
  }

  /// `changes.csv` and the figures of `solution.json` against what was found.
  func discrepancies(_ roster: Roster, objective: Decimal) -> [Discrepancy] {
    let found = check.changes(roster)
    var result: [Discrepancy] = []
    let missing = found.filter { !changes.contains($0) }
    let extra = changes.filter { !found.contains($0) }
    for (change, isStated) in missing.map({ ($0, false) }) + extra.map({ ($0, true) }) {
      let text = "\(change.from?.shift ?? "off") → \(change.to?.shift ?? "off") (\(change.cause.rawValue))"
      result.append(
        Discrepancy(
          file: "changes.csv", item: "\(change.agent) \(change.date)", stated: isStated ? text : "–",
          recomputed: isStated ? "–" : text))
    }
    let summary = ReplanningSummary(replanning: check.replanning, changes: found, totalLowerBound: 0)
    let total = objective + summary.changesYuan
    func compare(_ item: String, _ stated: Double, _ value: Double) {
      guard !(abs(stated - value) <= 0.01) else { return }
      result.append(
        Discrepancy(
          file: "solution.json", item: "replanning.\(item)", stated: "\(stated)", recomputed: "\(value)"))
    }
    compare("changedPersonDays", Double(stated.changedPersonDays), Double(summary.changedPersonDays))
    compare("absentPersonDays", Double(stated.absentPersonDays), Double(summary.absentPersonDays))
    compare("changesYuan", stated.changesYuan, summary.changesYuan.doubleValue)
    compare("total", stated.total, total.doubleValue)
    if stated.totalLowerBound > total.doubleValue + 0.01 {
      compare("totalLowerBound", stated.totalLowerBound, total.doubleValue)
    }
    return result
  }
}
