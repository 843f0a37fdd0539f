/// The language of what a user reads.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// Chinese for `LANG=zh*` (or `LC_ALL`, which wins), English otherwise.
  package static func preferred(environment: [String: String]) -> Language {
    let value =
      [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]]
      .compactMap { $0 }.first { !$0.isEmpty } ?? ""
    return value.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}

/// A text in both languages.
package struct Wording: Sendable, Hashable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that is the same in both languages, a name or a number.
  package init(same text: String) {
    self.init(text, text)
  }

  package func text(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
