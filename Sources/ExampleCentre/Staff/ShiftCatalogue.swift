package import Vocabulary

/// The shifts of the example centres.
package enum ShiftCatalogue {
  /// Sixteen shifts that cover 24 hours: four early, four mid of which one is split, six night ending at 23:30, 夜7
  /// ending at 00:30 and one overnight.
  ///
  /// A full shift puts 7.5 hours on the phone: 8 h with a half-hour meal inside the paid time, 8.5 h with a meal of one
  /// hour of which half is paid, or 7.5 h without a meal. 夜5 and 夜6 are short evening shifts for part-timers.
  package static let sixteen: [Shift] = [
    shift("早1", .early, "07:00", "15:00", paid: 480, meal: 30, "10:30", "12:30"),
    shift("早2", .early, "07:30", "15:30", paid: 480, meal: 30, "11:00", "13:00"),
    shift("早3", .early, "08:00", "16:30", paid: 480, meal: 60, "11:00", "13:00"),
    shift("早4", .early, "08:30", "16:30", paid: 480, meal: 30, "11:30", "13:30"),
    shift("中1", .mid, "09:00", "17:30", paid: 480, meal: 60, "11:30", "13:30"),
    shift("中2", .mid, "10:30", "18:30", paid: 480, meal: 30, "13:00", "15:00"),
    shift("中3", .mid, "13:00", "21:00", paid: 480, meal: 30, "16:30", "18:30"),
    split("两头", .mid, "08:30", "12:00", "18:00", "22:00", paid: 450),
    shift("夜1", .night, "15:00", "23:30", paid: 480, meal: 60, "17:00", "18:30"),
    shift("夜2", .night, "15:00", "23:30", paid: 480, meal: 60, "18:30", "20:00"),
    shift("夜3", .night, "15:30", "23:30", paid: 480, meal: 30, "17:30", "19:30"),
    shift("夜4", .night, "16:00", "23:30", paid: 450),
    shift("夜5", .night, "17:00", "23:30", paid: 360, meal: 30, "19:00", "21:00"),
    shift("夜6", .night, "18:30", "23:30", paid: 300),
    shift("夜7", .lateNight, "16:00", "24:30", paid: 480, meal: 60, "18:00", "20:30"),
    shift("通宵", .overnight, "23:30", "31:30", paid: 480, meal: 30, "26:30", "29:00"),
  ]

  static func shift(
    _ code: String, _ shiftClass: ShiftClass, _ start: String, _ end: String, paid: Int, meal: Int = 0,
    _ mealFrom: String? = nil, _ mealTo: String? = nil
  ) -> Shift {
    Shift(
      code: code, shiftClass: shiftClass, start: time(start), end: time(end), paidMinutes: paid, mealMinutes: meal,
      mealFrom: mealFrom.map(time), mealTo: mealTo.map(time))
  }

  private static func split(
    _ code: String, _ shiftClass: ShiftClass, _ start: String, _ end: String, _ secondStart: String,
    _ secondEnd: String, paid: Int
  ) -> Shift {
    Shift(
      code: code, shiftClass: shiftClass, start: time(start), end: time(end), paidMinutes: paid,
      secondStart: time(secondStart), secondEnd: time(secondEnd))
  }

  /// A time that is known to be well written.
  private static func time(_ text: String) -> TimeOfDay {
    TimeOfDay(text)!
  }
}
