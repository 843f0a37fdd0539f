internal import Foundation
package import Vocabulary

/// The recomputation of a roster of whole shifts: every hard rule and the cost, from the text of the instance and the text of
/// the written roster alone.
package struct CurtoisCheck: Sendable, Equatable {
  /// A hard rule broken.
  package struct Violation: Sendable, Equatable {
    package enum Rule: String, Sendable, CaseIterable {
      case table, daysOff, qualification, shiftLimit, nextDay, minutes, longestWorkRun, shortestWorkRun, shortestOffRun,
        weekends
    }

    package var rule: Rule
    package var person: String
    /// From 0; nil where the whole horizon is meant.
    package var day: Int?
    package var found: Wording

    package func text(_ language: Language) -> String {
      let place = day.map { language == .chinese ? "，第 \($0) 天" : ", day \($0)" } ?? ""
      return "\(rule.rawValue) \(person)\(place)" + (language == .chinese ? "：" : ": ") + found.text(language)
    }
  }

  package private(set) var violations: [Violation] = []
  /// Weights of on-requests that are not met.
  package private(set) var onRequestCost = 0
  /// Weights of off-requests that are violated.
  package private(set) var offRequestCost = 0
  package private(set) var underCost = 0
  package private(set) var overCost = 0

  package var cost: Int { onRequestCost + offRequestCost + underCost + overCost }

  /// - Parameters:
  ///   - instance: the text of the instance.
  ///   - roster: the text of the roster: `staff,0,1,…`, a line for each person.
  package init(instance: String, roster: String) {
    let instance = CurtoisInstance(instance)
    let table = readTable(roster, instance)
    for person in instance.staff {
      guard let line = table[person.name] else { continue }
      checkShifts(line, person, instance)
      checkRuns(line, person, instance)
      checkTotals(line, person, instance)
    }
    price(table, instance)
  }

  private mutating func report(_ rule: Violation.Rule, _ person: String, on day: Int? = nil, _ found: Wording) {
    violations.append(Violation(rule: rule, person: person, day: day, found: found))
  }

  /// By person, the shift of each day; empty = off.
  private mutating func readTable(_ text: String, _ instance: CurtoisInstance) -> [String: [String]] {
    var table: [String: [String]] = [:]
    let lines = text.components(separatedBy: .newlines).filter { !$0.isEmpty }
    for line in lines.dropFirst() {
      let cells = line.components(separatedBy: ",")
      if cells.count != instance.days + 1 || table[cells[0]] != nil {
        report(.table, cells[0], Wording("行不完整或重复", "the line is not complete or there twice"))
        continue
      }
      table[cells[0]] = Array(cells.dropFirst())
    }
    let names = Set(instance.staff.map(\.name))
    for person in instance.staff where table[person.name] == nil {
      report(.table, person.name, Wording("没有此人的行", "there is no line for this person"))
    }
    for name in table.keys.sorted() where !names.contains(name) {
      report(.table, name, Wording("实例中没有此人", "the instance has no such person"))
    }
    return table
  }

  private mutating func checkShifts(_ line: [String], _ person: CurtoisInstance.Staff, _ instance: CurtoisInstance) {
    for day in instance.daysOff[person.name] ?? [] where !line[day].isEmpty {
      report(.daysOff, person.name, on: day, Wording("应休息却上 \(line[day])", "works \(line[day]) on a day to be off"))
    }
    for (day, shift) in line.enumerated() where !shift.isEmpty {
      if instance.minutes[shift] == nil || person.most[shift] ?? 0 == 0 {
        report(.qualification, person.name, on: day, Wording("不能上 \(shift)", "may not work \(shift)"))
      }
      if day + 1 < line.count, instance.forbidden[shift]?.contains(line[day + 1]) ?? false {
        report(
          .nextDay, person.name, on: day + 1,
          Wording("\(shift) 次日上 \(line[day + 1])", "works \(line[day + 1]) the day after \(shift)"))
      }
    }
    let counts = Dictionary(grouping: line.filter { !$0.isEmpty }, by: { $0 }).mapValues(\.count)
    for (shift, count) in counts.sorted(by: { $0.key < $1.key }) where count > person.most[shift] ?? 0 {
      report(
        .shiftLimit, person.name,
        Wording(
          "\(shift) 上 \(count) 次，至多 \(person.most[shift] ?? 0)",
          "\(count) of \(shift), at most \(person.most[shift] ?? 0)"))
    }
  }

  /// Runs are judged within the horizon; the shortest ones only where both ends lie inside of it.
  private mutating func checkRuns(_ line: [String], _ person: CurtoisInstance.Staff, _ instance: CurtoisInstance) {
    var first = 0
    while first < line.count {
      let isWork = !line[first].isEmpty
      let end = line[first...].firstIndex { $0.isEmpty == isWork } ?? line.count
      let length = end - first
      let isInside = first > 0 && end < line.count
      if isWork && length > person.maxShifts {
        report(
          .longestWorkRun, person.name, on: first,
          Wording("连上 \(length) 天，至多 \(person.maxShifts)", "\(length) days in a row, at most \(person.maxShifts)"))
      }
      if isWork && isInside && length < person.minShifts {
        report(
          .shortestWorkRun, person.name, on: first,
          Wording(
            "只连上 \(length) 天，至少 \(person.minShifts)", "only \(length) days in a row, at least \(person.minShifts)"))
      }
      if !isWork && isInside && length < person.minDaysOff {
        report(
          .shortestOffRun, person.name, on: first,
          Wording(
            "只连休 \(length) 天，至少 \(person.minDaysOff)", "only \(length) days off in a row, at least \(person.minDaysOff)"
          ))
      }
      first = end
    }
  }

  private mutating func checkTotals(_ line: [String], _ person: CurtoisInstance.Staff, _ instance: CurtoisInstance) {
    let minutes = line.reduce(0) { $0 + (instance.minutes[$1] ?? 0) }
    if minutes < person.minMinutes || minutes > person.maxMinutes {
      report(
        .minutes, person.name,
        Wording(
          "共 \(minutes) 分钟，应在 \(person.minMinutes)–\(person.maxMinutes)",
          "\(minutes) minutes, expected \(person.minMinutes)–\(person.maxMinutes)"))
    }
    let weekends = Set(line.indices.filter { $0 % 7 >= 5 && !line[$0].isEmpty }.map { $0 / 7 }).count
    if weekends > person.maxWeekends {
      report(
        .weekends, person.name,
        Wording(
          "上 \(weekends) 个周末，至多 \(person.maxWeekends)", "\(weekends) weekends worked, at most \(person.maxWeekends)"))
    }
  }

  private mutating func price(_ table: [String: [String]], _ instance: CurtoisInstance) {
    for request in instance.onRequests where shift(request, table) != request[2] {
      onRequestCost += Int(request[3]) ?? 0
    }
    for request in instance.offRequests where shift(request, table) == request[2] {
      offRequestCost += Int(request[3]) ?? 0
    }
    for row in instance.cover {
      guard let day = Int(row[0]), let required = Int(row[2]) else { continue }
      let present = table.values.reduce(0) { $0 + ($1[day] == row[1] ? 1 : 0) }
      underCost += max(0, required - present) * (Int(row[3]) ?? 0)
      overCost += max(0, present - required) * (Int(row[4]) ?? 0)
    }
  }

  private func shift(_ request: [String], _ table: [String: [String]]) -> String {
    guard let day = Int(request[1]), let line = table[request[0]], line.indices.contains(day) else { return "" }
    return line[day]
  }
}
