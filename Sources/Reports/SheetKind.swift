internal import Foundation
internal import Vocabulary

/// The sheets of the workbook beside those of the teams. Readers find `grid` and `roster` by their names.
enum SheetKind: CaseIterable {
  case grid, coverage, settlement, rules, shifts, roster

  var name: Wording {
    switch self {
    case .grid: Wording("班表", "Grid")
    case .coverage: Wording("覆盖", "Coverage")
    case .settlement: Wording("结算", "Settlement")
    case .rules: Wording("规则", "Rules")
    case .shifts: Wording("班次", "Shifts")
    case .roster: Wording(same: "roster")
    }
  }
}

/// Names for the teams' sheets that Excel permits: 1 to 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end,
/// no two alike when case is ignored, and not `History`.
struct TeamSheetNames {
  private static let longest = 31
  /// In lower case.
  private var taken: Set<String>

  /// - Parameter others: names of the other sheets, which no team's may be.
  init(others: [String]) {
    taken = Set(others.map { $0.lowercased() } + ["history"])
  }

  /// The team's own name where that is permitted and free, else the nearest one that is.
  mutating func take(_ team: String) -> String {
    let cleaned = String(team.map { "[]:*?/\\".contains($0) || $0.isNewline || $0 == "\u{0}" ? "_" : $0 })
    let base = TeamSheetNames.shortened(cleaned, to: TeamSheetNames.longest)
      .trimmingCharacters(in: CharacterSet(charactersIn: "' "))
    var name = base.isEmpty ? "_" : base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " \(number)"
      name = TeamSheetNames.shortened(base, to: TeamSheetNames.longest - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  /// Whole characters only.
  private static func shortened(_ text: String, to units: Int) -> String {
    var result = ""
    for character in text {
      guard result.utf16.count + character.utf16.count <= units else { break }
      result.append(character)
    }
    return result
  }
}
