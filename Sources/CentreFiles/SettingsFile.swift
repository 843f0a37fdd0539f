internal import Foundation
internal import Vocabulary
internal import Yams

/// `centre.yaml`.
enum SettingsFile {
  static func read(_ map: YAMLMap) -> CentreSettings {
    if map.text("centre") == nil { map.missing("centre", Wording("应有中心代码", "expected the centre's code")) }
    var settings = CentreSettings(
      centre: map.text("centre") ?? "", name: map.text("name") ?? map.text("centre") ?? "",
      brand: map.text("brand") ?? "", seats: seats(map))
    settings.share = map.number("share", 0...1) ?? 1
    if settings.share == 0 { map.fail("share", Wording("应大于 0，最多 1", "expected more than 0, at most 1")) as Void? }
    settings.language = map.choice("language", Language.self)
    if let open = map.maps("open") { settings.open = open.compactMap(opening) }
    if let service = map.map("service") { settings.service = target(service) }
    settings.patience = map.isNull("patience") ? nil : map.number("patience", 0.1...1_000_000)
    settings.averageHandlingTime = map.number("aht", 1...86_400) ?? 180
    (settings.shrinkage, settings.shrinkageAtTimes) = shrinkage(map)
    settings.absence = map.number("absence", 0...0.99) ?? settings.absence
    settings.minAgents = map.whole("minAgents", 0...100_000) ?? 0
    settings.maxOccupancy = map.number("maxOccupancy", 0.01...1) ?? 1
    map.warnOfUnknown()
    return settings
  }

  private static func target(_ map: YAMLMap) -> ServiceTarget {
    var service = ServiceTarget()
    service.target = map.number("target", 0.01...0.9999) ?? service.target
    service.within = map.number("within", 0...3600) ?? service.within
    service.scope = map.choice("scope", ServiceTarget.Scope.self) ?? service.scope
    service.floor = map.number("floor", 0...0.9999) ?? service.floor
    service.formula = map.choice("formula", ServiceTarget.Formula.self) ?? service.formula
    service.load = map.choice("load", ServiceTarget.Load.self) ?? service.load
    service.level = map.choice("level", ServiceTarget.Level.self) ?? service.level
    service.objective = map.choice("objective", ServiceTarget.Objective.self) ?? service.objective
    service.uncertainty = map.choice("uncertainty", ServiceTarget.Uncertainty.self) ?? service.uncertainty
    readInRoster(map, &service)
    map.warnOfUnknown()
    return service
  }

  /// One price holds the centre's own target over the month; the load carried over is not the curves'.
  private static func readInRoster(_ map: YAMLMap, _ service: inout ServiceTarget) {
    service.inRoster = map.bool("inRoster") ?? false
    service.pricePerCall = map.decimal("pricePerCall", 0...10_000, decimals: 4)?.nearestDouble
    for (key, goesTogether, value) in [
      ("scope", service.scope == .month, "month"), ("load", service.load == .offered, "offered"),
      ("level", service.level == .target, "target"),
    ] where service.inRoster && !goesTogether {
      map.fail(
        "inRoster",
        Wording("应与 \(key): \(value) 一起使用", "expected with \(key): \(value); take it out or change \(key)")) as Void?
    }
    if service.pricePerCall != nil, !service.inRoster {
      map.fail(
        "pricePerCall",
        Wording("应与 inRoster: true 一起使用", "expected with inRoster: true; without it a call has no price"))
        as Void?
    }
  }

  /// One rate, or a list of rates by days and times, of which later ones override.
  private static func shrinkage(_ map: YAMLMap) -> (rate: Double, atTimes: [ShrinkageEntry]) {
    guard let node = map.node("shrinkage"), node.scalar == nil else {
      return (map.number("shrinkage", 0...0.99) ?? 0, [])
    }
    let entries = (map.maps("shrinkage") ?? []).compactMap { entry -> ShrinkageEntry? in
      defer { entry.warnOfUnknown() }
      guard let rate = entry.number("rate", 0...0.99) else {
        entry.missing("rate", Wording("应有比例 0–0.99", "expected a rate, 0–0.99"))
        return nil
      }
      guard let days = entry.days("days") else { return nil }
      let from = entry.node("from") == nil ? TimeOfDay(minutes: 0) : entry.time("from")
      let to = entry.node("to") == nil ? TimeOfDay(minutes: TimeOfDay.minutesPerDay) : entry.time("to")
      guard let from, let to else { return nil }
      guard from < to, to.minutes <= TimeOfDay.minutesPerDay else {
        return entry.fail("to", Wording("应晚于 from，至 24:00", "expected later than from, up to 24:00"))
      }
      return ShrinkageEntry(days: days, from: from, to: to, rate: rate)
    }
    return (0, entries)
  }

  private static func seats(_ map: YAMLMap) -> [SeatsEntry] {
    guard let node = map.node("seats") else {
      map.missing("seats", Wording("应有座席数", "expected the number of seats"))
      return []
    }
    if node.scalar != nil {
      return map.whole("seats", 0...1_000_000).map { [SeatsEntry(seats: $0)] } ?? []
    }
    let entries = (map.maps("seats") ?? []).compactMap { entry -> SeatsEntry? in
      defer { entry.warnOfUnknown() }
      let from = entry.date("from")
      guard let seats = entry.whole("seats", 0...1_000_000) else {
        entry.missing("seats", Wording("应有座席数", "expected the number of seats"))
        return nil
      }
      return SeatsEntry(from: from, seats: seats)
    }
    if entries.isEmpty { map.fail("seats", Wording("应至少有一条", "expected at least one entry")) as Void? }
    return entries.sorted { ($0.from?.dayNumber ?? .min) < ($1.from?.dayNumber ?? .min) }
  }

  private static func opening(_ map: YAMLMap) -> OpeningEntry? {
    defer { map.warnOfUnknown() }
    guard let days = map.days("days"), let from = map.time("from"), let to = map.time("to") else { return nil }
    guard from <= to, from.minutes < TimeOfDay.minutesPerDay || from == to else {
      return map.fail(
        "to", Wording("应不早于 from；跨夜写 24:00 以后", "expected to ≥ from; past midnight write times after 24:00"))
    }
    return OpeningEntry(days: days, from: from, to: to)
  }
}
