internal import Vocabulary

/// What a person does on a day, as every grid shows it.
enum DayCell: Equatable {
  case shift(Shift, meal: TimeOfDay?)
  case off
  /// Approved leave.
  case leave
  case notEmployed

  var shift: Shift? {
    if case .shift(let shift, _) = self { shift } else { nil }
  }
}
