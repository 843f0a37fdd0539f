package import Vocabulary

/// A figure in a written file that the recomputation does not confirm.
package struct Discrepancy: Sendable, Equatable {
  package var file: String
  /// Which figure: a column and half-hour, a term, a line.
  package var item: String
  package var stated: String
  package var recomputed: String

  package init(file: String, item: String, stated: String, recomputed: String) {
    self.file = file
    self.item = item
    self.stated = stated
    self.recomputed = recomputed
  }

  package func text(_ language: Language) -> String {
    language == .chinese
      ? "\(file)：\(item) 写为 \(stated)，复核为 \(recomputed)"
      : "\(file): \(item) is stated as \(stated), recomputed as \(recomputed)"
  }
}
