internal import Foundation
internal import Vocabulary
internal import Yams

/// The keys of `rules.yaml` that switch a planner's own rules on.
struct PlannerRulesFile {
  /// What the other files name.
  struct Known {
    var shifts: Set<String>
    var teams: Set<String>
    var skills: Set<String>
  }

  let map: YAMLMap
  let known: Known

  func read(into rules: inout Rules) {
    rules.minWorkRun = entry("minWorkRun", minimumRun)
    rules.minOffRun = entry("minOffRun", minimumRun)
    rules.nightRuns = entry("nightRuns", nightRuns)
    rules.maxDays = entries("maxDays", dayLimit)
    rules.forbiddenNextDay = entries("forbiddenNextDay", forbiddenNextDay)
    rules.maxWeekends = entry("maxWeekends") { map in
      whole(map, "max", 0...31).map { WeekendLimit(max: $0, weight: weight(map)) }
    }
    rules.sameStart = entry("sameStart") { SameStart(weight: weight($0)) }
    rules.teamRotation = entry("teamRotation", teamRotation)
    let overtime = rules.maxOvertimeHours
    rules.workingTime = entry("workingTime") { workingTime($0, maxOvertimeHours: overtime) }
    rules.fairness = entry("fairness", fairness) ?? [:]
    rules.minStaff = entries("minStaff", most: 24) { map in
      guard let hours = hours(map), let least = whole(map, "least", 0...1_000_000) else { return nil }
      return StaffMinimum(hours: hours, least: least, weight: weight(map))
    }
    rules.skillNeeds = entries("skillNeeds", most: 24, skillNeed)
    rules.peopleOff = entries("peopleOff", peopleOff)
    if let pairs = entry("pairs", { PairRules(weight: weight($0)) }) { rules.pairs = pairs }
  }

  // MARK: Entries

  private func entry<Rule>(_ key: String, _ read: (YAMLMap) -> Rule?) -> Rule? {
    guard let map = map.map(key) else { return nil }
    defer { map.warnOfUnknown() }
    return read(map)
  }

  /// The engine tells at most 64 sets of shifts and 64 minimums apart.
  private func entries<Rule>(_ key: String, most: Int = 12, _ read: (YAMLMap) -> Rule?) -> [Rule] {
    let maps = map.maps(key) ?? []
    if maps.count > most {
      map.fail(key, Wording("至多 \(most) 条", "expected at most \(most) entries")) as Void?
    }
    return maps.compactMap { map in
      defer { map.warnOfUnknown() }
      return read(map)
    }
  }

  // MARK: Rules

  private func minimumRun(_ map: YAMLMap) -> MinimumRun? {
    whole(map, "days", 1...7).map { MinimumRun(days: $0, weight: weight(map)) }
  }

  private func nightRuns(_ map: YAMLMap) -> NightRuns? {
    NightRuns(
      shifts: map.node("shifts") == nil ? NightRuns.nights : shifts(map, "shifts"), max: map.whole("max", 1...31) ?? 31,
      daysOff: map.whole("daysOff", 0...7) ?? 0, after: map.whole("after", 1...7) ?? 1, weight: weight(map))
  }

  private func dayLimit(_ map: YAMLMap) -> DayLimit? {
    let shifts = shifts(map, "shifts")
    return whole(map, "max", 0...31).map { DayLimit(shifts: shifts, max: $0, weight: weight(map)) }
  }

  private func forbiddenNextDay(_ map: YAMLMap) -> ForbiddenNextDay? {
    ForbiddenNextDay(from: shifts(map, "from"), to: shifts(map, "to"), weight: weight(map))
  }

  private func skillNeed(_ map: YAMLMap) -> SkillNeed? {
    guard let skill = text(map, "skill"), let hours = hours(map), let least = whole(map, "least", 0...1_000_000)
    else { return nil }
    guard known.skills.contains(skill) else {
      return map.fail(
        "skill", Wording("agents.csv 的 skills 列中无人具备", "nobody has it in the column skills of agents.csv"))
    }
    return SkillNeed(skill: skill, hours: hours, least: least, weight: weight(map))
  }

  private func peopleOff(_ map: YAMLMap) -> PeopleOff? {
    guard let days = map.days("days") else { return nil }
    let least = map.whole("least", 0...1_000_000) ?? 0
    let most = map.whole("most", 0...1_000_000)
    if let most, most < least {
      return map.fail("most", Wording("不应小于 least", "expected at least least"))
    }
    return PeopleOff(days: days, least: least, most: most, weight: weight(map))
  }

  private func teamRotation(_ map: YAMLMap) -> TeamRotation? {
    if map.node("start") == nil { map.missing("start", Wording("应为某个星期一", "expected a Monday")) }
    guard let start = map.date("start") else { return nil }
    guard start.weekday == .monday else { return map.fail("start", Wording("应为星期一", "expected a Monday")) }
    let teams = (map.list("teams") ?? []).compactMap { node -> String? in
      guard let team = node.scalar?.string, known.teams.contains(team) else {
        return map.fail(node, "teams", Wording("应为 agents.csv 中的班组", "expected a team of agents.csv"))
      }
      return team
    }
    let cycle = (map.list("cycle") ?? []).map { shifts(map, "cycle", $0.sequence.map(Array.init) ?? [$0]) }
    if map.node("teams") == nil { map.missing("teams", Wording("应列出班组", "expected a list of teams")) }
    if Set(teams).count < teams.count {
      map.fail("teams", Wording("每个班组只应出现一次", "expected each team once")) as Void?
    }
    if cycle.count > 12 { map.fail("cycle", Wording("至多 12 步", "expected at most 12 steps")) as Void? }
    if cycle.isEmpty { map.fail("cycle", Wording("应至少有一步", "expected at least one step")) as Void? }
    return TeamRotation(start: start, teams: teams, cycle: cycle, weight: weight(map))
  }

  private func workingTime(_ map: YAMLMap, maxOvertimeHours: Decimal) -> WorkingTime? {
    guard let name = text(map, "system") else { return nil }
    let weekly = map.decimal("weeklyHours", 1...168, decimals: 4) ?? 40
    let average = map.text("average") ?? "month"
    let system: WorkingTime.System
    switch (name, average) {
    case ("standard", _): system = .standard(weeklyHours: weekly)
    case ("comprehensive", "month"): system = .comprehensiveMonth
    case ("comprehensive", "quarter"): system = .comprehensiveQuarter
    case ("comprehensive", _):
      return map.fail("average", Wording("应为 month 或 quarter", "expected month or quarter"))
    default:
      return map.fail("system", Wording("应为 standard 或 comprehensive", "expected standard or comprehensive"))
    }
    let months: Decimal = system == .comprehensiveQuarter ? 3 : 1
    let overtime = map.decimal("overtimeHours", 0...744, decimals: 4) ?? maxOvertimeHours * months
    return WorkingTime(system: system, overtimeHours: overtime, weight: weight(map))
  }

  /// A weight for each kind of burden.
  private func fairness(_ map: YAMLMap) -> [FairnessKind: Decimal] {
    var weights: [FairnessKind: Decimal] = [:]
    for kind in FairnessKind.allCases { weights[kind] = map.decimal(kind.rawValue, 0...1_000_000, decimals: 4) }
    return weights
  }

  // MARK: Values

  private func weight(_ map: YAMLMap) -> Decimal? {
    map.decimal("weight", 0...1_000_000, decimals: 4)
  }

  private func whole(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    if map.node(key) == nil {
      map.missing(
        key,
        Wording(
          "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
          "expected a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return map.whole(key, range)
  }

  private func text(_ map: YAMLMap, _ key: String) -> String? {
    if map.node(key) == nil { map.missing(key, Wording("应填写", "expected a value")) }
    return map.text(key)
  }

  private func hours(_ map: YAMLMap) -> WeeklyHours? {
    guard let days = map.days("days"), let from = map.time("from"), let to = map.time("to") else { return nil }
    guard from < to, from.minutes < TimeOfDay.minutesPerDay else {
      return map.fail(
        "to", Wording("应晚于 from；跨夜写 24:00 以后", "expected to > from; past midnight write times after 24:00"))
    }
    return WeeklyHours(days: days, from: from, to: to)
  }

  private func shifts(_ map: YAMLMap, _ key: String) -> ShiftSet {
    if map.node(key) == nil { map.missing(key, Wording("应列出班次类别或代码", "expected a list of shift classes or codes")) }
    return shifts(map, key, map.list(key) ?? [])
  }

  private func shifts(_ map: YAMLMap, _ key: String, _ nodes: [Node]) -> ShiftSet {
    var set = ShiftSet()
    for node in nodes {
      let name = node.scalar?.string ?? ""
      if let shiftClass = ShiftClass(rawValue: name) {
        set.classes.insert(shiftClass)
      } else if known.shifts.contains(name) {
        set.codes.insert(name)
      } else {
        let classes = ShiftClass.allCases.map(\.rawValue)
        map.fail(
          node, key,
          Wording(
            "应为 \(classes.joined(separator: "、")) 或 shifts.csv 中的班次",
            "expected \(classes.joined(separator: ", ")) or a shift of shifts.csv")) as Void?
      }
    }
    return set
  }
}
