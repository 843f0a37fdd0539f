package import Vocabulary

/// Why does a person not have this day off, or not work this shift on it?
package struct DayQuestion: Sendable, Equatable {
  package var agent: String
  package var date: CivilDate
  /// Nil = a day off.
  package var shift: String?

  package init(agent: String, date: CivilDate, shift: String? = nil) {
    self.agent = agent
    self.date = date
    self.shift = shift
  }

  /// Reads `AGENT:DATE` or `AGENT:DATE:SHIFT`.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 3, !parts.contains(""), let date = CivilDate(parts[1]) else { return nil }
    self.init(agent: parts[0], date: date, shift: parts.count == 3 ? parts[2] : nil)
  }
}

/// A person's day as a change leaves it.
package struct DayChange: Sendable, Equatable {
  package var agent: String
  package var date: CivilDate
  /// Nil = off.
  package var shift: String?
  package var mealStart: TimeOfDay?
}
