internal import CFileSystem
internal import Foundation
internal import Glibc

/// Results cannot be written: exit 73.
package struct CannotWrite: Error, Sendable, Equatable {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// Publishes a folder of results at once: whoever looks, and whatever is killed, finds the old results or the new ones.
///
/// Everything is written into a folder beside the target and flushed to the disk; then the two change names in one system
/// call (`renameat2` with `RENAME_EXCHANGE`), and the old one is removed.
package struct ResultFolder {
  package let target: String
  /// Where to write the files before `publish`.
  package let staging: String

  private static let marker = ".banbiao-new-"

  /// Makes the staging folder; leftovers of runs that were killed are removed.
  ///
  /// - Parameter holding: names the target may hold; with anything else it is not ours to replace.
  /// - Throws: where the target is no folder of results, or its parent cannot be written.
  package init(target: String, holding: Set<String> = ResultFolder.planNames) throws(CannotWrite) {
    let url = URL(fileURLWithPath: target).standardizedFileURL
    let parent = url.deletingLastPathComponent().path
    let name = url.lastPathComponent
    self.target = url.path
    staging = parent + "/" + ResultFolder.marker + name + "-\(getpid())"
    try ResultFolder.checkTarget(url.path, holding)
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      ResultFolder.removeLeftovers(parent, name)
      try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: false)
    } catch {
      throw CannotWrite(path: target, reason: ResultFolder.reason(error))
    }
  }

  /// The files of a plan.
  package static let planNames: Set<String> = [
    "forecast.csv", "explain.csv", "requirement.csv", "service.csv", "roster.csv", "coverage.csv", "solution.json",
    "settlement.json",
    "settlement.csv", "simulation.json", "simulation.csv", "report.html", "roster.xlsx", "calendars", "kept.csv",
    "changes.csv", "absences.csv", "ledger.csv", "frontier.json", "frontier.csv",
  ]

  /// The files of a settlement.
  package static let settlementNames: Set<String> = [
    "settlement.json", "settlement.csv", "settlement.html", "settlement.xlsx", "trace.json", "variance.json",
    "variance.csv", "inhouse.json", "inhouse.csv", "ledger.csv", "ledger.html",
  ]

  /// The files of a settlement of several centres, beside a folder for each.
  package static let totalNames: Set<String> = ["total.json", "total.csv", "total.html", "total.xlsx"]

  /// The files of a study.
  package static let studyNames: Set<String> = ["plans", "whatif.csv", "whatif.json", "whatif.xlsx", "whatif.html"]

  /// Refuses a target early that holds anything but results of this kind.
  package static func check(_ target: String, holding names: Set<String>) throws(CannotWrite) {
    try checkTarget(URL(fileURLWithPath: target).standardizedFileURL.path, names)
  }

  private static func checkTarget(_ path: String, _ knownNames: Set<String>) throws(CannotWrite) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw CannotWrite(path: path, reason: "not a folder") }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if let foreign = names.sorted().first(where: { !knownNames.contains($0) }) {
      throw CannotWrite(
        path: path, reason: "the folder holds \(foreign), which is no result; choose an empty or new folder")
    }
  }

  private static func removeLeftovers(_ parent: String, _ name: String) {
    let prefix = marker + name + "-"
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where entry.hasPrefix(prefix) {
      guard let process = pid_t(entry.dropFirst(prefix.count)) else { continue }
      if process == getpid() || kill(process, 0) != 0 {
        try? FileManager.default.removeItem(atPath: parent + "/" + entry)
      }
    }
  }

  package func path(_ name: String) -> String { staging + "/" + name }

  package func write(_ name: String, _ text: String) throws(CannotWrite) {
    do {
      let path = path(name)
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw CannotWrite(path: target + "/" + name, reason: ResultFolder.reason(error))
    }
  }

  /// Takes over a folder of the old results as it is, by links, so that nothing of it is lost whenever the process ends.
  package func link(_ name: String, from folder: String) throws(CannotWrite) {
    guard FileManager.default.fileExists(atPath: folder + "/" + name) else { return }
    do {
      try FileManager.default.linkItem(atPath: folder + "/" + name, toPath: path(name))
    } catch {
      throw CannotWrite(path: target + "/" + name, reason: ResultFolder.reason(error))
    }
  }

  /// Takes over the results of a folder, which may be the target itself.
  package func copy(from folder: String) throws(CannotWrite) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where ResultFolder.planNames.contains(name) {
      do {
        try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: path(name))
      } catch {
        throw CannotWrite(path: target + "/" + name, reason: ResultFolder.reason(error))
      }
    }
  }

  /// Puts the staged files in the place of the old ones.
  package func publish() throws(CannotWrite) {
    flush_file_system(staging)
    if exchange_paths(staging, target) == 0 {
      try? FileManager.default.removeItem(atPath: staging)
    } else if rename(staging, target) != 0 {
      // No exchange on this file system: the old results step aside first.
      let aside = staging + ".old"
      guard rename(target, aside) == 0, rename(staging, target) == 0 else {
        throw CannotWrite(path: target, reason: String(cString: strerror(errno)))
      }
      try? FileManager.default.removeItem(atPath: aside)
    }
    flush_file_system(URL(fileURLWithPath: target).deletingLastPathComponent().path)
  }

  /// Removes what was staged.
  package func discard() {
    try? FileManager.default.removeItem(atPath: staging)
  }

  private static func reason(_ error: any Error) -> String {
    ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError).map { String(cString: strerror(Int32($0.code))) }
      ?? "\((error as NSError).localizedDescription)"
  }
}
