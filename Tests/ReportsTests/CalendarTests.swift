import Foundation
import Reports
import TestSupport
import Testing
import Vocabulary

/// Calendars against RFC 5545, read back by the few lines of a reader below.
@Suite struct CalendarTests {
  /// The content lines of a calendar, unfolded (RFC 5545, 3.1).
  private static func contentLines(_ text: String) -> [String] {
    text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
  }

  private static func events(_ text: String) -> [[String: String]] {
    var events: [[String: String]] = []
    var isInEvent = false
    for line in contentLines(text) {
      if line == "BEGIN:VEVENT" {
        events.append([:])
        isInEvent = true
      } else if line == "END:VEVENT" {
        isInEvent = false
      } else if isInEvent, let colon = line.firstIndex(of: ":") {
        events[events.count - 1][String(line[..<colon])] = String(line[line.index(after: colon)...])
      }
    }
    return events
  }

  private static func minutes(_ stamp: String) -> Int {
    let digits = Array(stamp.filter(\.isNumber))
    let part = { (range: Range<Int>) in Int(String(digits[range])) ?? 0 }
    let date = CivilDate(year: part(0..<4), month: part(4..<6), day: part(6..<8))
    return (date?.dayNumber ?? 0) * TimeOfDay.minutesPerDay + part(8..<10) * 60 + part(10..<12)
  }

  @Test(arguments: seeds(5)) func everyPartOfEveryShiftIsAnEventOfItsLength(seed: UInt64) {
    let plan = SeededPlan.plan(seed: seed)
    for agent in plan.centre.agents.prefix(8) {
      let events = CalendarTests.events(ShiftCalendar.text(agent: agent, plan: plan, language: .chinese))
      let found = events.map { event in
        let start = CalendarTests.minutes(event["DTSTART;TZID=Asia/Shanghai"] ?? "")
        return start..<CalendarTests.minutes(event["DTEND;TZID=Asia/Shanghai"] ?? "")
      }
      let expected = plan.roster.entries.filter { $0.agent == agent.id }.flatMap { entry -> [Range<Int>] in
        let shift = SeededPlan.shifts.first { $0.code == entry.shift }!
        let midnight = entry.date.dayNumber * TimeOfDay.minutesPerDay
        return shift.dutyHalfHours.map { (midnight + $0.lowerBound * 30)..<(midnight + $0.upperBound * 30) }
      }
      #expect(found == expected)
      #expect(Set(events.map { $0["UID"] ?? "" }).count == events.count)
      #expect(events.allSatisfy { $0["DTSTAMP"]?.hasPrefix("20260930T") ?? false })
    }
  }

  /// A split shift has one meal: it is told with the part in which it is eaten.
  @Test func theMealStandsWithThePartItFallsIn() {
    let plan = SeededPlan.plan(seed: 1)
    for agent in plan.centre.agents {
      let meals = plan.roster.entries.filter { $0.agent == agent.id }.compactMap(\.mealStart)
      let events = CalendarTests.events(ShiftCalendar.text(agent: agent, plan: plan, language: .english))
      let told = events.compactMap { $0["DESCRIPTION"] }.filter { text in meals.contains { text.contains("\($0)") } }
      #expect(told.count == meals.count)
    }
  }

  @Test func linesAreFoldedAt75OctetsAndEndInCRLF() {
    var plan = SeededPlan.plan(seed: 2)
    plan.centre.settings.name = String(repeating: "很长的名字🏮,;\\", count: 20)
    plan.centre.agents[0].name = "第一行\n第二行\u{0}\u{7}"
    let text = ShiftCalendar.text(agent: plan.centre.agents[0], plan: plan, language: .chinese)
    let bytes = Array(text.utf8)
    #expect(bytes.suffix(2) == [13, 10])
    #expect(bytes.indices.allSatisfy { bytes[$0] != 10 || ($0 > 0 && bytes[$0 - 1] == 13) })
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 || [9, 10, 13].contains($0.value) })
    // Unfolding and unescaping give the name back.
    #expect(text.replacingOccurrences(of: "\r\n ", with: "").contains("很长的名字🏮\\,\\;\\\\很长"))
    #expect(CalendarTests.contentLines(text).contains { $0.contains("第一行\\n第二行") })
  }

  /// Re-publishing after a change elsewhere must not make a calendar program show a shift twice.
  @Test func anEventKeepsItsIdentifier() {
    let plan = SeededPlan.plan(seed: 3)
    var changed = plan
    changed.roster.entries.removeAll { $0.agent != "GZ1001" || $0.date == plan.month.period.firstDay }
    let identifiers = { (plan: MonthPlan, language: Language) in
      CalendarTests.events(ShiftCalendar.text(agent: plan.centre.agents[1], plan: plan, language: language))
        .compactMap { $0["UID"] }
    }
    #expect(identifiers(plan, .chinese) == identifiers(plan, .english))
    #expect(Set(identifiers(changed, .chinese)).isSubset(of: identifiers(plan, .chinese)))
  }

  @Test func fileNamesAreSafeAndTellPeopleApart() {
    let ids = ["A-1_b.2", "../a b", "a/b", "a%2Fb", "a\\b", "张三", "..", ".", "CON?*", "a\u{0}b"]
    let names = ids.map(ShiftCalendar.fileName(agentID:))
    #expect(Set(names).count == ids.count)
    #expect(names[0] == "A-1_b.2.ics")
    for (id, name) in zip(ids, names) {
      #expect(name.hasSuffix(".ics") && name.dropLast(4).removingPercentEncoding == id)
      #expect(name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") })
    }
  }
}

extension Substring {
  fileprivate var removingPercentEncoding: String? { String(self).removingPercentEncoding }
}
