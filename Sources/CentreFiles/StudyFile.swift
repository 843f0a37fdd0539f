package import Foundation
package import Vocabulary
internal import Yams

/// A what-if study, `STUDY.yaml`: the base and scenarios beside it, each as changes to a centre's files.
package struct Study: Sendable {
  package struct Scenario: Sendable {
    package var name: String
    package var changes: [CentreChange]
    /// Folders of centres answered together with this one, or beside it; relative to the centre's folder.
    package var pool: [String] = []
    package var apart: [String] = []

    package init(name: String, changes: [CentreChange], pool: [String] = [], apart: [String] = []) {
      self.name = name
      self.changes = changes
      self.pool = pool
      self.apart = apart
    }
  }

  package enum Question: Sendable {
    /// The factor on all seat prices at which the partner's margin is zero.
    case zeroMarginPrice
    /// The factor on the volume at which the next tier pays.
    case nextTierVolume
    case oneSeat
    case oneAgent
    /// A rule relaxed.
    case change(CentreChange)
  }

  package var name: String
  package var question: String
  package var month: Month
  /// `quick`, `normal` or `thorough`; quick where the study does not say.
  package var effort: String
  package var seed: UInt64
  /// Months drawn for each plan's chances, the same for all.
  package var draws: MonthDraws
  /// The base first.
  package var scenarios: [Scenario]
  package var questions: [Question]
}

/// Reads a study, whole or not at all.
package enum StudyFile {
  package static let mostScenarios = 500

  /// - Parameter month: takes the place of the study's own.
  package static func read(path: String, month: Month?) throws -> Study {
    let problems = ProblemList()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = try InputFile.bytes(path, name: name, problems: problems),
      let map = YAMLMap.parse(bytes, file: name, problems: problems)
    else { throw InputProblems(problems.problems) }
    let study = study(map, fallbackName: name, month: month)
    try problems.throwIfAny()
    guard let study else { throw InputProblems(problems.problems) }
    return study
  }

  private static func study(_ map: YAMLMap, fallbackName: String, month: Month?) -> Study? {
    let stated = map.text("month").flatMap { text -> Month? in
      Month(text) ?? map.fail("month", Wording("应如 2026-12", "expected as 2026-12"))
    }
    guard let month = month ?? stated else {
      map.missing("month", Wording("应有月份，或用 --month", "expected a month, or --month"))
      return nil
    }
    let effort = map.text("effort") ?? "quick"
    if !["quick", "normal", "thorough"].contains(effort) {
      map.fail("effort", Wording("应为 quick、normal 或 thorough", "expected quick, normal or thorough")) as Void?
    }
    let base = Study.Scenario(name: map.text("base") ?? "base", changes: changes(map, month))
    let own = (map.maps("scenarios") ?? []).map { scenario($0, base, month) }
    let study = Study(
      name: map.text("name") ?? fallbackName, question: map.text("question") ?? "", month: month, effort: effort,
      seed: UInt64(map.whole("seed", 0...1_000_000_000) ?? 1), draws: draws(map),
      scenarios: [base] + own + grid(map, base, month), questions: questions(map))
    let names = study.scenarios.map(\.name)
    if Set(names).count != names.count {
      map.fail("scenarios", Wording("方案名不应重复", "expected every scenario's name once")) as Void?
    }
    if names.count > mostScenarios {
      map.fail("scenarios", Wording("最多 \(mostScenarios) 个", "expected at most \(mostScenarios)")) as Void?
    }
    map.warnOfUnknown()
    return study
  }

  private static func draws(_ map: YAMLMap) -> MonthDraws {
    var draws = MonthDraws(paths: map.whole("paths", 0...10_000) ?? 50)
    if let simulate = map.map("simulate") {
      draws.simulatedMonths = simulate.whole("replications", 0...10_000) ?? 20
      simulate.warnOfUnknown()
    }
    return draws
  }

  private static func scenario(_ map: YAMLMap, _ base: Study.Scenario, _ month: Month) -> Study.Scenario {
    defer { map.warnOfUnknown() }
    if map.text("name") == nil { map.missing("name", Wording("方案应有名称", "expected the scenario's name")) }
    return Study.Scenario(
      name: map.text("name") ?? "", changes: base.changes + changes(map, month), pool: texts(map, "pool"),
      apart: texts(map, "apart"))
  }

  private static func texts(_ map: YAMLMap, _ key: String) -> [String] {
    map.list(key)?.compactMap { $0.scalar?.string } ?? []
  }

  /// `change:` and the short forms `volume:` and `aht:`.
  private static func changes(_ map: YAMLMap, _ month: Month) -> [CentreChange] {
    let written = (map.list("change") ?? []).compactMap { node -> CentreChange? in
      guard let mapping = node.mapping else { return map.fail(node, "change", Wording("应为键值表", "expected a mapping")) }
      return CentreChange.read(
        YAMLMap(mapping, file: map.file, place: node.mark, problems: map.problems), place: node.mark)
    }
    return written + (map.decimal("volume", 0...100).map { [volume($0, month)] } ?? [])
      + (map.decimal("aht", 0.01...100).map(handlingTime) ?? [])
  }

  /// A planner's adjustment of the whole month's forecast.
  package static func volume(_ factor: Decimal, _ month: Month) -> CentreChange {
    CentreChange(
      file: "adjustments",
      target: .addRows([
        [
          "from": "\(month.period.firstDay)", "to": "\(month.period.lastDay)", "factor": "\(factor)",
          "reason": "what-if",
        ]
      ]), text: "volume × \(factor)")
  }

  package static func handlingTime(_ factor: Decimal) -> [CentreChange] {
    [
      CentreChange(
        file: "calls", target: .rows(selection: [:], count: nil, cells: [("aht", .factor(factor))]),
        text: "aht × \(factor)"),
      CentreChange(file: "centre", target: .yaml(key: "aht", .factor(factor)), text: "aht × \(factor)"),
    ]
  }

  /// All seat prices times a factor.
  package static func prices(_ factor: Decimal) -> [CentreChange] {
    SeatKind.allCases.map { kind in
      let key = "seats.\(kind.rawValue).price"
      return CentreChange(
        file: "contract", target: .yaml(key: key, .factor(factor)), text: "contract \(key) × \(factor)")
    }
  }

  package static func seats(_ amount: Decimal) -> CentreChange {
    CentreChange(file: "centre", target: .yaml(key: "seats", .add(amount)), text: "centre seats + \(amount)")
  }

  package static func moreAgents(_ count: Int) -> CentreChange {
    CentreChange(
      file: "agents", target: .copyRows(selection: ["grade": ["agent"], "from": [""], "to": [""]], count: count),
      text: "agents + \(count)")
  }

  // MARK: Grids

  /// Every combination of the axes' values.
  private static func grid(_ map: YAMLMap, _ base: Study.Scenario, _ month: Month) -> [Study.Scenario] {
    let axes = (map.maps("grid") ?? []).map { axis($0, month) }
    guard !axes.isEmpty else { return [] }
    var points: [(names: [String], changes: [CentreChange])] = [([], [])]
    for axis in axes {
      points = points.flatMap { point in axis.map { (point.names + [$0.name], point.changes + $0.changes) } }
      if points.count > mostScenarios { break }
    }
    return points.map { Study.Scenario(name: $0.names.joined(separator: " · "), changes: base.changes + $0.changes) }
  }

  private static func axis(_ map: YAMLMap, _ month: Month) -> [(name: String, changes: [CentreChange])] {
    let name = map.text("name")
    for verb in ["volume", "aht", "set", "factor", "add"] {
      guard let values = map.list(verb) else { continue }
      return values.compactMap { value in
        let shown = value.scalar?.string ?? ((try? Yams.serialize(node: value)) ?? "…")
        var pairs = map.keys.filter { $0 != "name" && $0 != verb }.compactMap { key in
          map.node(key).map { (Node(key), $0) }
        }
        pairs.append((Node(verb), value))
        let point = YAMLMap(Node.Mapping(pairs), file: map.file, place: value.mark, problems: map.problems)
        let changes =
          verb == "volume" || verb == "aht"
          ? self.changes(point, month) : [CentreChange.read(point, place: value.mark)].compactMap { $0 }
        let sign = verb == "set" ? "=" : verb == "add" ? (shown.hasPrefix("-") ? "−" : "+") : "×"
        let amount = sign == "−" ? String(shown.dropFirst()) : shown
        return ("\(name ?? map.text("key") ?? verb) \(sign) \(amount)", changes)
      }
    }
    map.missing(
      "set", Wording("轴应有 volume、aht、set、factor 或 add 的列表", "expected a list under volume, aht, set, factor or add"))
    return []
  }

  // MARK: Break-evens

  private static func questions(_ map: YAMLMap) -> [Study.Question] {
    (map.list("breakEvens") ?? []).compactMap { node -> Study.Question? in
      if let mapping = node.mapping {
        let entry = YAMLMap(mapping, file: map.file, place: node.mark, problems: map.problems)
        return CentreChange.read(entry, place: node.mark).map { .change($0) }
      }
      switch node.scalar?.string {
      case "zeroMarginPrice": return .zeroMarginPrice
      case "nextTierVolume": return .nextTierVolume
      case "oneSeat": return .oneSeat
      case "oneAgent": return .oneAgent
      default:
        return map.fail(
          node, "breakEvens",
          Wording(
            "应为 zeroMarginPrice、nextTierVolume、oneSeat、oneAgent，或一项改动",
            "expected zeroMarginPrice, nextTierVolume, oneSeat, oneAgent, or a change"))
      }
    }
  }
}
