internal import Foundation
package import Vocabulary

/// A person's shifts as a calendar (RFC 5545).
package enum ShiftCalendar {
  /// `AGENT.ics` with everything but letters, digits, `-`, `_` and `.` percent-encoded.
  package static func fileName(agentID: String) -> String {
    var name = ""
    for byte in agentID.utf8 {
      let isSafe =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || [45, 95].contains(byte)
        || (byte == 46 && !name.isEmpty)
      name +=
        isSafe ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return name + ".ics"
  }

  package static func text(agent: Agent, plan: MonthPlan, language: Language) -> String {
    let shifts = Dictionary(plan.centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let stamp = basic(plan.month.period.firstDay.adding(days: -1)) + "T000000Z"
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Banbiao//Roster//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + escaped("\(plan.centre.settings.name) \(agent.name) \(plan.month)"),
      "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19920101T000000", "TZOFFSETFROM:+0800",
      "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
    ]
    for entry in plan.roster.entries where entry.agent == agent.id {
      guard let shift = shifts[entry.shift] else { continue }
      var parts = [(shift.start, shift.end)]
      if let start = shift.secondStart, let end = shift.secondEnd { parts.append((start, end)) }
      for (index, part) in parts.enumerated() {
        lines += [
          "BEGIN:VEVENT",
          "UID:\(basic(entry.date))-\(index + 1)-\(fileName(agentID: agent.id).dropLast(4))@\(escaped(plan.centre.settings.centre)).banbiao",
          "DTSTAMP:\(stamp)", "DTSTART;TZID=Asia/Shanghai:\(instant(entry.date, part.0))",
          "DTEND;TZID=Asia/Shanghai:\(instant(entry.date, part.1))", "SUMMARY:" + escaped(entry.shift),
        ]
        if let meal = entry.mealStart, part.0 <= meal, meal < part.1 {
          lines.append("DESCRIPTION:" + escaped(language == .chinese ? "用餐 \(meal)" : "meal at \(meal)"))
        }
        lines.append("END:VEVENT")
      }
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func basic(_ date: CivilDate) -> String { "\(date)".filter { $0 != "-" } }

  private static func instant(_ date: CivilDate, _ time: TimeOfDay) -> String {
    let day = date.adding(days: time.minutes / TimeOfDay.minutesPerDay)
    let clock = TimeOfDay(minutes: time.minutes % TimeOfDay.minutesPerDay)
    return basic(day) + "T" + "\(clock)".filter { $0 != ":" } + "00"
  }

  /// Text as RFC 5545, 3.3.11 wants it; control characters have no place in it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\" + String(character)
      case "\n", "\r\n", "\r": result += "\\n"
      default:
        if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) {
          result.append(character)
        }
      }
    }
    return result
  }

  /// Lines of at most 75 octets; continuations begin with a space, characters stay whole.
  private static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result
  }
}
