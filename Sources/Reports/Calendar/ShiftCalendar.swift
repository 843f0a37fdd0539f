internal import Foundation
package import Vocabulary

/// A person's shifts as a calendar, `calendars/AGENT.ics` (RFC 5545).
///
/// The two parts of a split shift are two events. An event keeps its identifier when the roster is made anew: it is that
/// of a person, a day and a part.
package enum ShiftCalendar {
  /// `AGENT.ics`, with everything but letters, digits, `-`, `_` and `.` percent-encoded, and a `.` at the beginning too: safe
  /// as the name of a file whatever the id.
  package static func fileName(agentID: String) -> String { encoded(agentID) + ".ics" }

  package static func text(agent: Agent, plan: MonthPlan, language: Language) -> String {
    let shifts = Dictionary(plan.centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let name = [plan.centre.settings.name, agent.name.isEmpty ? agent.id : agent.name].filter { !$0.isEmpty }
      .joined(separator: " ")
    let title = Wording("\(name) \(plan.month.name.chinese)班表", "\(name), roster of \(plan.month.name.english)")
    let events = plan.roster.entries.filter { $0.agent == agent.id }.flatMap { entry in
      shifts[entry.shift].map { lines(entry, $0, agent, plan, language) } ?? []
    }
    let header = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Banbiao//Roster//\(language == .chinese ? "ZH" : "EN")",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + CalendarText.escaped(title.text(language)),
      "X-WR-TIMEZONE:" + zone,
    ]
    return (header + timeZone + events + ["END:VCALENDAR"]).map(CalendarText.line).joined()
  }

  private static let zone = "Asia/Shanghai"

  /// China has kept one time without summer time since 1991-09-15.
  private static let timeZone = [
    "BEGIN:VTIMEZONE", "TZID:" + zone, "BEGIN:STANDARD", "DTSTART:19910915T000000", "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
  ]

  private static func lines(
    _ entry: Roster.Entry, _ shift: Shift, _ agent: Agent, _ plan: MonthPlan, _ language: Language
  ) -> [String] {
    var parts = [(shift.start, shift.end)]
    if let start = shift.secondStart, let end = shift.secondEnd { parts.append((start, end)) }
    let owner = encoded(agent.id) + "@" + encoded(plan.centre.settings.centre) + ".banbiao"
    let stamp = CalendarText.date(plan.month.period.firstDay.adding(days: -1)) + "T000000Z"
    var lines: [String] = []
    for (index, part) in parts.enumerated() {
      lines += ["BEGIN:VEVENT", "UID:\(CalendarText.date(entry.date))-\(index + 1)-\(owner)", "DTSTAMP:\(stamp)"]
      lines.append("DTSTART;TZID=\(zone):" + CalendarText.dateTime(entry.date, part.0))
      lines.append("DTEND;TZID=\(zone):" + CalendarText.dateTime(entry.date, part.1))
      lines.append("SUMMARY:" + CalendarText.escaped(summary(shift, part: index, of: parts.count, language)))
      if let text = description(entry, shift, part, language) {
        lines.append("DESCRIPTION:" + CalendarText.escaped(text))
      }
      lines.append("CATEGORIES:" + CalendarText.escaped(shift.shiftClass.name.text(language)))
      lines += ["TRANSP:OPAQUE", "END:VEVENT"]
    }
    return lines
  }

  private static func summary(_ shift: Shift, part: Int, of count: Int, _ language: Language) -> String {
    guard count > 1 else { return shift.code }
    return shift.code + Wording("（第 \(part + 1) 段）", " (part \(part + 1))").text(language)
  }

  /// The meal, told with the part in which it is eaten; nil for the other part.
  private static func description(
    _ entry: Roster.Entry, _ shift: Shift, _ part: (start: TimeOfDay, end: TimeOfDay), _ language: Language
  ) -> String? {
    guard let start = entry.mealStart else { return Wording("无用餐", "No meal").text(language) }
    guard part.start <= start, start < part.end else { return nil }
    let end = TimeOfDay(minutes: start.minutes + shift.mealMinutes)
    return Wording("用餐 \(start)–\(end)", "Meal \(start)–\(end)").text(language)
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        result.append(Character(UnicodeScalar(byte)))
      case UInt8(ascii: ".") where !result.isEmpty: result.append(".")
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
