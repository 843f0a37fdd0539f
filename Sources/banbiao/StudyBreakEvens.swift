import CentreFiles
import Foundation
import Planning
import Reports
import Rostering
import Settlement
import Studies
import Vocabulary

/// Answers a study's questions on the base plan, and confirms each answer by a plan of its own.
struct StudyBreakEvens {
  let run: StudyRun
  let base: PreparedScenario

  private var study: Study { run.preparation.study }

  func points() throws -> [BreakEven] {
    guard !study.questions.isEmpty, let work = base.works.first,
      case .planned(let figures)? = run.store.outcome(work.digest)
    else { return [] }
    let folder = run.store.path(work.digest)
    let (centre, period) = (work.input.centre, study.month.period)
    let requirement = try ResultReader.requirement(path: folder + "/requirement.csv", period: period)
    let fixed = FixedRoster(
      centre: centre, month: study.month,
      roster: try RosterFile.read(path: folder + "/roster.csv", centre: centre, period: period).roster,
      forecast: try ResultReader.forecast(path: folder + "/forecast.csv", period: period),
      coverage: try ResultReader.coverage(path: folder + "/coverage.csv", period: period))
    let needsPrices = study.questions.contains { if case .zeroMarginPrice = $0 { false } else { true } }
    let interruption = run.session.interruption
    let values =
      needsPrices
      ? try MarginalValues(
        base: RosterProblem(centre: centre, period: period, requirement: requirement),
        isCancelled: { interruption.isRequested }) : nil
    do {
      return try study.questions.flatMap { question in
        switch question {
        case .zeroMarginPrice: try zeroMargin(fixed, centre)
        case .nextTierVolume: try nextTier(fixed, figures)
        case .oneSeat: try value(Wording("多一个座席", "One seat more"), [StudyFile.seats(1)], values, requirement, figures)
        case .oneAgent:
          try value(Wording("多一名客服代表", "One agent more"), [StudyFile.moreAgents(1)], values, requirement, figures)
        case .change(let change): try value(Wording(same: change.text), [change], values, requirement, figures)
        }
      }
    } catch let error as SettlementError {
      throw PlanningError.settlement(error)
    }
  }

  /// Plans the base with changes.
  private func planned(_ changes: [CentreChange]) throws -> (centre: Centre, outcome: ScenarioResult.Outcome?) {
    let scenario = try run.preparation.prepare(
      Study.Scenario(name: "", changes: (study.scenarios.first?.changes ?? []) + changes))
    try run.make(scenario.works)
    return (scenario.works[0].input.centre, run.store.outcome(scenario.works[0].digest))
  }

  private func zeroMargin(_ fixed: FixedRoster, _ centre: Centre) throws -> [BreakEven] {
    let name = Wording("外包方毛利为零的座席单价", "Seat prices at which the partner's margin is zero")
    guard let factor = try fixed.zeroMarginPrices() else {
      let none = Wording("十倍单价以内没有", "none up to ten times the prices")
      return [BreakEven(name: name, estimate: none, confirmed: Wording(same: "–"))]
    }
    let prices = SeatKind.allCases.map { kind in
      let price = (centre.contract.seatPrice(kind).price * factor).roundedToFen.yuan
      return Wording("\(kind.name.chinese) \(price)", "\(kind.name.english) \(price)")
    }
    let estimate = Wording(
      "全部单价 × \(factor)（\(prices.map(\.chinese).joined(separator: "、"))）",
      "all prices × \(factor) (\(prices.map(\.english).joined(separator: ", ")))")
    return [BreakEven(name: name, estimate: estimate, confirmed: margin(try planned(StudyFile.prices(factor)).outcome))]
  }

  private func margin(_ outcome: ScenarioResult.Outcome?) -> Wording {
    guard case .planned(let figures)? = outcome else { return noRoster }
    let amount = figures[money: "margin"].yuan
    return Wording("重新排班后毛利 \(amount)", "planned anew, the margin is \(amount)")
  }

  private var noRoster: Wording { Wording("没有班表能遵守硬规则", "no roster keeps the hard rules") }

  private func nextTier(_ fixed: FixedRoster, _ base: ScenarioFigures) throws -> [BreakEven] {
    let found = try fixed.tierVolumes()
    let sides = [
      (Wording("升到更高系数的话务量", "Volume at which the next tier pays"), found.better),
      (Wording("保住现有系数的最大话务量", "Largest volume that keeps the tier"), found.kept),
    ]
    return try sides.map { name, volume in
      guard let volume, let factor = Decimal(exactly: "\(volume)") else {
        return BreakEven(
          name: name, estimate: Wording("0.5 到 2 倍话务之间没有", "none between half and twice the volume"),
          confirmed: Wording(same: "–"))
      }
      let calls = Int((base[number: "calls"] * volume).rounded())
      let estimate = Wording("话务 × \(factor)（\(calls) 通）", "volume × \(factor) (\(calls) calls)")
      guard case .planned(let figures)? = try planned([StudyFile.volume(factor, study.month)]).outcome else {
        return BreakEven(name: name, estimate: estimate, confirmed: noRoster)
      }
      let coefficient = figures[money: "coefficient"]
      return BreakEven(
        name: name, estimate: estimate,
        confirmed: Wording(
          "重新排班后系数 \(coefficient)，毛利 \(figures[money: "margin"].yuan)",
          "planned anew, the coefficient is \(coefficient), the margin \(figures[money: "margin"].yuan)"))
    }
  }

  private func value(
    _ name: Wording, _ changes: [CentreChange], _ values: MarginalValues?, _ requirement: Requirement,
    _ base: ScenarioFigures
  ) throws -> [BreakEven] {
    let (centre, outcome) = try planned(changes)
    let problem = RosterProblem(centre: centre, period: study.month.period, requirement: requirement)
    let like = centre.agents.first { $0.grade == .agent && $0.from == nil && $0.to == nil }?.id
    let dual = values?.value(of: problem, like: like).map { Decimal($0).roundedToFen.signedYuan } ?? "–"
    let estimate = Wording("对偶价格：班表成本变动 \(dual)", "dual prices: the roster's cost changes by \(dual)")
    guard case .planned(let figures)? = outcome else {
      return [BreakEven(name: name, estimate: estimate, confirmed: noRoster)]
    }
    let change = figures[number: "objective"] - base[number: "objective"]
    let isWithin = figures.roster != base.roster && abs(change) <= figures.gapYuan + base.gapYuan
    let money = ["mobileTotal", "margin"].map { (figures[money: $0] - base[money: $0]).signedYuan }
    let cost = Decimal(change).roundedToFen.signedYuan
    let note = isWithin ? Wording("（在两份计划的差距之内）", " (within the two plans' gaps)") : Wording(same: "")
    return [
      BreakEven(
        name: name, estimate: estimate,
        confirmed: Wording(
          "重新排班：班表成本 \(cost)，移动方 \(money[0])，外包方毛利 \(money[1])\(note.chinese)",
          "planned anew: roster cost \(cost), Mobile \(money[0]), partner's margin \(money[1])\(note.english)"
        ))
    ]
  }
}
