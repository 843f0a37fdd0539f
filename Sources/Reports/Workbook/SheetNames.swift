internal import Foundation

/// Makes names that Excel permits for sheets: 1 to 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end, no two
/// alike when case is ignored, and not `History`.
struct SheetNames {
  /// In lower case.
  private var taken: Set<String>

  /// - Parameter reserved: names that no other sheet may take.
  init(reserved: [String]) {
    taken = Set(reserved.map { $0.lowercased() } + ["history"])
  }

  /// The text itself where that is permitted and free, else the nearest name that is.
  mutating func take(_ wanted: String) -> String {
    let base = SheetNames.permitted(wanted)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " \(number)"
      name = SheetNames.shortened(base, to: SheetNames.longest - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static let longest = 31

  private static func permitted(_ text: String) -> String {
    let cleaned = String(text.map { "[]:*?/\\".contains($0) || $0.isNewline || $0 == "\u{0}" ? "_" : $0 })
    let trimmed = shortened(cleaned, to: longest).trimmingCharacters(in: CharacterSet(charactersIn: "' "))
    return trimmed.isEmpty ? "_" : trimmed
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
