internal import Vocabulary

/// Lines of a calendar file (RFC 5545, 3.1 and 3.3).
enum CalendarText {
  /// A content line with its end: folded to at most 75 octets a line, continued with a space, characters kept whole.
  static func line(_ content: String) -> String {
    var result = ""
    var octets = 0
    for scalar in content.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result + "\r\n"
  }

  /// The value of a text property: backslash, semicolon, comma and line ends escaped, other controls left out.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n" where previous == "\r": break
      case "\n", "\r": result.append(contentsOf: "\\n".unicodeScalars)
      case "\t": result.append(scalar)
      case "\u{0}"..<" ", "\u{7F}": break
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// `20261201`
  static func date(_ date: CivilDate) -> String { "\(date)".filter { $0 != "-" } }

  /// `20261201T093000`; a time from 24:00 on is of the day after.
  static func dateTime(_ date: CivilDate, _ time: TimeOfDay) -> String {
    let day = date.adding(days: time.minutes / TimeOfDay.minutesPerDay)
    let clock = TimeOfDay(minutes: time.minutes % TimeOfDay.minutesPerDay)
    return CalendarText.date(day) + "T" + "\(clock)".filter { $0 != ":" } + "00"
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x1_0000: 3
    default: 4
    }
  }
}
