import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Reports

@Suite("Calendars")
struct ShiftCalendarTests {
  private let plan = SyntheticPlan.make(people: 12)

  private func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\r\n ").joined().components(separatedBy: "\r\n")
  }

  private func calendar(_ entries: [Roster.Entry], language: Language = .chinese) -> [String] {
    var plan = plan
    plan.roster = Roster(entries: entries)
    return lines(ShiftCalendar.text(agent: plan.centre.agents[0], plan: plan, language: language))
  }

  private func entry(_ shift: Int, meal: Double? = nil) -> Roster.Entry {
    Roster.Entry(
      agent: "GZ1001", date: CivilDate(year: 2027, month: 2, day: 28)!, shift: SyntheticPlan.shifts[shift].code,
      mealStart: meal.map(SyntheticPlan.time))
  }

  @Test("A shift is an event with its meal")
  func event() {
    let lines = calendar([entry(0, meal: 11)])
    let begin = lines.firstIndex(of: "BEGIN:VEVENT")!
    #expect(
      lines[begin...].prefix(10) == [
        "BEGIN:VEVENT", "UID:20270228-1-GZ1001@guangzhou.banbiao", "DTSTAMP:20270131T000000Z",
        "DTSTART;TZID=Asia/Shanghai:20270228T070000", "DTEND;TZID=Asia/Shanghai:20270228T150000", "SUMMARY:早1",
        "DESCRIPTION:用餐 11:00–11:30", "CATEGORIES:早班", "TRANSP:OPAQUE", "END:VEVENT",
      ])
  }

  @Test("The parts of a split shift are two events")
  func split() {
    let lines = calendar([entry(2)], language: .english)
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2)
    #expect(lines.contains("DTSTART;TZID=Asia/Shanghai:20270228T180000"))
    #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == 2)
    #expect(lines.contains("SUMMARY:两头 (part 2)"))
    #expect(lines.contains("DESCRIPTION:No meal"))
  }

  @Test("Times after midnight are of the next day, which may be of the next month")
  func midnight() {
    let lines = calendar([entry(5, meal: 27)])
    #expect(lines.contains("DTSTART;TZID=Asia/Shanghai:20270228T233000"))
    #expect(lines.contains("DTEND;TZID=Asia/Shanghai:20270301T073000"))
  }

  @Test("The time zone is China's, without summer time")
  func timeZone() {
    let lines = calendar([])
    #expect(lines.filter { $0 == "TZOFFSETTO:+0800" || $0 == "TZOFFSETFROM:+0800" }.count == 2)
    #expect(!lines.contains("BEGIN:DAYLIGHT"))
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
  }

  @Test("Everybody's events are their shifts", arguments: Language.allCases)
  func eventsAreTheRoster(language: Language) {
    for agent in plan.centre.agents {
      let text = ShiftCalendar.text(agent: agent, plan: plan, language: language)
      let entries = plan.roster.entries.filter { $0.agent == agent.id }
      let parts = entries.reduce(0) { $0 + ($1.shift == "两头" ? 2 : 1) }
      #expect(lines(text).filter { $0 == "BEGIN:VEVENT" }.count == parts)
      #expect(text == ShiftCalendar.text(agent: agent, plan: plan, language: language))
      #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    }
  }

  @Test(
    "Folded lines have at most 75 octets, keep characters whole, and unfold to what they were", arguments: seeds(40))
  func folding(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet: [Character] = ["a", "é", "班", "𠮷", "👩‍💻", " ", ";"]
    let content = String((0..<(1 + random.below(200))).map { _ in alphabet[random.below(alphabet.count)] })
    let folded = Array(CalendarText.line(content).utf8)
    // By octets, as a reader of the file unfolds it: CR LF and a space vanish.
    var lines: [[UInt8]] = [[]]
    for (index, octet) in folded.enumerated() {
      lines[lines.count - 1].append(octet)
      if octet == UInt8(ascii: "\n"), index + 1 < folded.count { lines.append([]) }
    }
    var unfolded: [UInt8] = []
    for (index, line) in lines.enumerated() {
      let body = line.dropLast(2)
      #expect(line.suffix(2) == [13, 10] && body.count <= 75 && (index == 0 || body.first == 32))
      #expect(String(validating: body, as: UTF8.self) != nil)
      unfolded += index == 0 ? body : body.dropFirst()
    }
    let isSame = unfolded == Array(content.utf8)
    #expect(isSame)
  }

  @Test("Text is escaped")
  func escaping() {
    #expect(CalendarText.escaped("a\\b;c,d\r\ne\nf\u{7}:\"") == "a\\\\b\\;c\\,d\\ne\\nf:\"")
  }

  @Test(
    "Names of files are safe whatever the id",
    arguments: [
      ("GZ1001", "GZ1001.ics"), ("a-b_c.d", "a-b_c.d.ics"), ("../x", "%2E.%2Fx.ics"), (".hidden", "%2Ehidden.ics"),
      ("王 1", "%E7%8E%8B%201.ics"), ("a:b\\c\u{1}", "a%3Ab%5Cc%01.ics"),
    ])
  func fileNames(id: String, expected: String) {
    #expect(ShiftCalendar.fileName(agentID: id) == expected)
  }
}
