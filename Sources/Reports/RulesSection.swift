internal import Foundation
internal import Vocabulary

/// Rule compliance as recomputed, and how evenly the burdens are spread.
struct RulesSection {
  let plan: MonthPlan
  let facts: PlanFacts

  func html() -> String {
    let rows = plan.compliance.map { rule -> [String] in
      let state =
        rule.isHard
        ? (rule.count == 0 ? "<span class=\"ok\">✓</span>" : "<span class=\"bad\">✗ \(rule.count)</span>")
        : "\(rule.count)"
      return [
        rule.rule, HTML.text(rule.name), rule.isHard ? HTML.text("硬", "hard") : HTML.text("软", "soft"),
        HTML.text(rule.limit), HTML.text(rule.found), state,
      ]
    }
    let header = [
      "", HTML.text("规则", "rule"), "", HTML.text("限制", "limit"), HTML.text("实际", "found"), HTML.text("结果", "result"),
    ]
    return HTML.section("rules", Wording("规则与公平", "Rules and fairness"), HTML.table(header, rows) + fairness())
  }

  private func fairness() -> String {
    let kinds: [(Wording, (PlanFacts.Person) -> Double)] = [
      (Wording("夜班天数", "night days"), { Double($0.nights) }),
      (Wording("夜7 天数", "late nights"), { Double($0.lateNights) }),
      (Wording("周末上班天数", "weekend days worked"), { Double($0.weekendDays) }),
      (Wording("法定节假日上班天数", "statutory holidays worked"), { Double($0.holidays) }),
      (Wording("工时", "hours"), { $0.hours }),
    ]
    let full = facts.people.filter { person in
      facts.days.allSatisfy(person.agent.isEmployed(on:)) && person.agent.grade != .lead
    }
    let rows = kinds.map { name, value -> [String] in
      let values = full.map(value).sorted()
      guard let least = values.first, let most = values.last else { return [HTML.text(name), "–", "–", "–", "–"] }
      let mean = values.reduce(0, +) / Double(values.count)
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
      return [HTML.text(name)] + [least, mean, most, deviation].map { Figures.grouped($0, decimals: 1) }
    }
    let header = [
      HTML.text("话务员与实习生，全月在职", "agents and trainees employed all month"), HTML.text("最少", "least"),
      HTML.text("平均", "mean"), HTML.text("最多", "most"), HTML.text("标准差", "deviation"),
    ]
    return "<h3>" + HTML.text("公平", "Fairness") + "</h3>" + HTML.table(header, rows, numeric: [1, 2, 3, 4]) + people()
  }

  private func people() -> String {
    guard facts.people.count <= RosterSection.mostPeople else { return "" }
    let header = [
      "工号|agent", "姓名|name", "班组|team", "级别|grade", "天|days", "工时|hours", "早班|early", "夜班|nights", "夜7|late",
      "周末|weekend", "节假日|holidays",
    ]
    .map { text in
      let parts = text.split(separator: "|").map(String.init)
      return HTML.text(parts[0], parts[1])
    }
    let rows = facts.people.map { person in
      [
        HTML.escaped(person.agent.id), HTML.escaped(person.agent.name), HTML.escaped(person.agent.team),
        HTML.text(PlanFacts.gradeName(person.agent.grade)), "\(person.workDays)",
        Figures.grouped(person.hours, decimals: 1),
        "\(person.earlies)", "\(person.nights)", "\(person.lateNights)", "\(person.weekendDays)", "\(person.holidays)",
      ]
    }
    return "<details><summary>" + HTML.text("每个人", "Everybody") + "</summary>"
      + HTML.table(header, rows, numeric: [4, 5, 6, 7, 8, 9, 10]) + "</details>\n"
  }
}
