import CentreFiles
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Reports

/// What people look at: well-formed, self-contained, escaped, the same bytes for the same plan.
@Suite struct ReportTests {
  private func plan(name: String = "张三 <b>&\"") -> MonthPlan {
    let month = Month("2026-12")!
    let agents = (0..<12).map {
      Agent(id: "A\($0)", name: name, team: $0 < 6 ? "一班" : "二班", grade: $0 % 6 == 5 ? .lead : .agent)
    }
    let shifts = [
      Shift(
        code: "早1", shiftClass: .early, start: TimeOfDay("08:00")!, end: TimeOfDay("16:30")!, paidMinutes: 480,
        mealMinutes: 30, mealFrom: TimeOfDay("11:00"), mealTo: TimeOfDay("13:00")),
      Shift(
        code: "两头", shiftClass: .mid, start: TimeOfDay("09:00")!, end: TimeOfDay("13:00")!, paidMinutes: 480,
        secondStart: TimeOfDay("17:00"), secondEnd: TimeOfDay("21:00")),
      Shift(code: "通宵", shiftClass: .overnight, start: TimeOfDay("23:30")!, end: TimeOfDay("32:00")!, paidMinutes: 480),
    ]
    let centre = Centre(
      settings: CentreSettings(centre: "x", name: "小中心", seats: [SeatsEntry(seats: 20)]), agents: agents,
      leave: [LeaveEntry(agent: "A1", date: CivilDate("2026-12-03")!, kind: .leave)], shifts: shifts)
    let entries = agents.enumerated().flatMap { index, agent in
      month.period.days.filter { ($0.dayNumber + index) % 3 != 0 }.map { date in
        let shift = shifts[(index + date.day) % 3]
        return Roster.Entry(agent: agent.id, date: date, shift: shift.code, mealStart: shift.mealFrom)
      }
    }
    let forecast = Forecast(
      rows: month.period.halfHours.map {
        Forecast.Row(start: $0, mean: 20, quantiles: [10, 12, 16, 20, 24, 28, 30], averageHandlingTime: 150)
      })
    let requirement = Requirement(
      rows: forecast.rows.map { Requirement.Row(start: $0.start, offered: 20, averageHandlingTime: 150, required: 3.5) }
    )
    let coverage = forecast.rows.map {
      CoverageRow(
        start: $0.start, required: 3.5, onDuty: 4, onMeal: 1, effective: 3, seated: 4, seats: 20, leads: 1, under: 0.5,
        over: 0, serviceLevel: 0.8)
    }
    let solution = Solution(
      objective: 90_000, lowerBound: 89_000, basePay: 70_000, terms: [("under", 1234)], phases: [], seconds: 1, seed: 1,
      status: .feasible)
    let settlement = SettlementStatement(
      basis: .projected, centre: "x", month: month,
      lines: SeatKind.allCases.map {
        SettlementStatement.Line(kind: $0, hours: 160, quantity: 1, price: 7400, amount: 7400)
      },
      seatsAmount: 29_600, indicators: [],
      scores: SettlementStatement.Scores(quality: 90, business: 91, total: 92, lowest: 90), coefficient: 1,
      assessed: 29_600,
      bonus: SettlementStatement.BonusResult(
        handled: 0, target: 0, gate: true, cap: 0, amount: 0, partner: 0, staff: 0, split: []),
      incidents: [], deductions: 0, fee: 29_600, carried: 0,
      mobile: SettlementStatement.MobileTotals(fee: 29_600, siteSeats: 20, site: 17_000, total: 46_600),
      partner: SettlementStatement.PartnerTotals(
        fee: 29_600, wages: 1, overtime: 2, shifts: 3, nights: 4, staffBonus: 0, cost: 10, margin: 29_590))
    let compliance = [
      RuleCompliance(
        rule: "R2", name: Wording("休息", "rest"), isHard: true, limit: Wording("11", "11"), found: Wording("12", "12"),
        count: 0)
    ]
    return MonthPlan(
      centre: centre, month: month, forecast: forecast, requirement: requirement, roster: Roster(entries: entries),
      coverage: coverage, solution: solution, settlement: settlement, compliance: compliance)
  }

  @Test func thePageIsBalancedSelfContainedAndEscaped() {
    let text = HTMLReport(plan: plan(), language: .chinese).text()
    #expect(!text.contains("http") && !text.contains("<script") && !text.contains("<b>&\""))
    #expect(text.contains("张三 &lt;b&gt;&amp;&quot;"))
    var open: [String] = []
    let void: Set<String> = ["meta", "input", "br", "!DOCTYPE"]
    for part in text.components(separatedBy: "<").dropFirst() {
      let tag = part.prefix { !" >\n".contains($0) }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == String(tag.dropFirst()))
      } else if !void.contains(String(tag.filter { $0 != "/" })) && !part.contains("/>") {
        open.append(String(tag))
      }
    }
    #expect(open.isEmpty)
  }

  @Test func thePageShowsThePlansFiguresInBothLanguages() {
    let text = HTMLReport(plan: plan(), language: .english).text()
    #expect(text.contains("¥90,000") && text.contains("¥29,600.00") && text.contains("¥1,234"))
    #expect(text.contains("lang=\"zh\">班表") && text.contains("lang=\"en\">Roster"))
    #expect(text.contains("id=\"lang-en\" checked"))
    // 31 days to choose from, twice.
    #expect(
      text.components(separatedBy: "name=\"f\"").count == 32 && text.components(separatedBy: "name=\"c\"").count == 32)
    #expect(text == HTMLReport(plan: plan(), language: .english).text())
  }

  @Test func theWorkbookReadsBackAsTheRosterAndRepeats() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for language in Language.allCases {
      let plan = plan(name: "张三")
      try RosterWorkbook.write(plan: plan, language: language, to: folder + "/a.xlsx")
      try RosterWorkbook.write(plan: plan, language: language, to: folder + "/b.xlsx")
      #expect(FileManager.default.contentsEqual(atPath: folder + "/a.xlsx", andPath: folder + "/b.xlsx"))
      let read = try RosterFile.read(path: folder + "/a.xlsx", centre: plan.centre, period: plan.month.period)
      #expect(read.roster == plan.roster)
      #expect(read.warnings.isEmpty)
    }
    #expect(throws: WorkbookError.self) {
      try RosterWorkbook.write(plan: plan(), language: .chinese, to: "/nowhere/x.xlsx")
    }
  }

  @Test func calendarsFollowTheirStandard() {
    let plan = plan(name: "逗号,分号;很长的名字" + String(repeating: "长", count: 60))
    let text = ShiftCalendar.text(agent: plan.centre.agents[0], plan: plan, language: .chinese)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.contains("逗号\\,分号\\;"))
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == lines.filter { $0 == "END:VEVENT" }.count)
    let own = plan.roster.entries.filter { $0.agent == "A0" }
    // A split shift is two events.
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == own.count + own.filter { $0.shift == "两头" }.count)
    #expect(text.contains("T080000\r\n") && lines.last == "")
    #expect(
      ShiftCalendar.fileName(agentID: "../a b") == "%2E./a b".replacingOccurrences(of: "/", with: "%2F")
        .replacingOccurrences(of: " ", with: "%20") + ".ics")
  }

  /// WCAG 2.1: contrast = (L₁ + 0.05) ÷ (L₂ + 0.05) of relative luminances.
  @Test(arguments: ShiftClass.allCases.map { Palette.colour($0) } + [Palette.leave, Palette.off])
  func textStandsOutFromItsCell(_ colour: Palette.Colour) {
    func luminance(_ value: UInt32) -> Double {
      func part(_ shift: UInt32) -> Double {
        let share = Double(value >> shift & 255) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }
    let both = [luminance(colour.background), luminance(colour.text)].sorted()
    #expect((both[1] + 0.05) / (both[0] + 0.05) >= 4.5)
  }
}
