import CentreFiles
import Foundation
import Planning
import Reports
import Rostering
import Settlement
import Studies
import Vocabulary

/// Answers a study's questions on the base plan, and confirms each answer by a plan of its own.
///
/// All estimates come first, so that the plans that confirm them are made side by side.
struct StudyBreakEvens {
  let run: StudyRun
  let base: PreparedScenario

  /// An answer whose plan is still to be made.
  private struct Estimate {
    var name: Wording
    var text: Wording
    /// Nil where there is nothing to confirm.
    var scenario: PreparedScenario?
    var curve: BreakEvenCurve?
    var confirmed: (ScenarioFigures) -> Wording = { _ in Wording(same: "–") }
  }

  private var study: Study { run.preparation.study }

  func points() throws -> [BreakEven] {
    guard !study.questions.isEmpty, let work = base.works.first,
      case .planned(let figures)? = run.store.outcome(work.digest)
    else { return [] }
    do {
      let estimates = try estimates(work, figures)
      try run.make(estimates.compactMap(\.scenario).flatMap(\.works))
      return estimates.map(point)
    } catch let error as SettlementError {
      throw PlanningError.settlement(error)
    }
  }

  private func point(_ estimate: Estimate) -> BreakEven {
    guard let work = estimate.scenario?.works.first else {
      return BreakEven(
        name: estimate.name, estimate: estimate.text, confirmed: Wording(same: "–"), curve: estimate.curve)
    }
    let confirmed =
      if case .planned(let figures)? = run.store.outcome(work.digest) {
        estimate.confirmed(figures)
      } else {
        Wording("没有班表能遵守硬规则", "no roster keeps the hard rules")
      }
    return BreakEven(
      name: estimate.name, estimate: estimate.text, confirmed: confirmed, curve: estimate.curve)
  }

  private func estimates(_ work: PlanWork, _ figures: ScenarioFigures) throws -> [Estimate] {
    let folder = run.store.path(work.digest)
    let (centre, period) = (work.input.centre, study.month.period)
    let requirement = try ResultReader.requirement(path: folder + "/requirement.csv", period: period)
    let fixed = FixedRoster(
      centre: centre, month: study.month,
      roster: try RosterFile.read(path: folder + "/roster.csv", centre: centre, period: period).roster,
      forecast: try ResultReader.forecast(path: folder + "/forecast.csv", period: period),
      coverage: try ResultReader.coverage(path: folder + "/coverage.csv", period: period))
    var values: StudyValues?
    func value(_ name: Wording, _ change: CentreChange) throws -> [Estimate] {
      let known = try values ?? StudyValues(centre, period, requirement, run.session.interruption)
      values = known
      return [try self.value(name, change, known, figures)]
    }
    return try study.questions.flatMap { question in
      switch question {
      case .zeroMarginPrice: [try zeroMargin(fixed, centre)]
      case .nextTierVolume: try tiers(fixed, centre, figures)
      case .oneSeat: try value(Wording("多一个座席", "One seat more"), StudyFile.seats(1))
      case .oneAgent: try value(Wording("多一名客服代表", "One agent more"), StudyFile.moreAgents(1))
      case .change(let change): try value(Wording(same: change.text), change)
      }
    }
  }

  /// The base with changes.
  private func scenario(_ changes: [CentreChange]) throws -> PreparedScenario {
    try run.preparation.prepare(
      Study.Scenario(name: "", changes: (study.scenarios.first?.changes ?? []) + changes))
  }

  // MARK: Prices

  private func zeroMargin(_ fixed: FixedRoster, _ centre: Centre) throws -> Estimate {
    let name = Wording("外包方毛利为零的座席单价", "Seat prices at which the partner's margin is zero")
    guard let factor = try fixed.zeroMarginPrices() else {
      return Estimate(name: name, text: Wording("十倍单价以内没有", "none up to ten times the prices"))
    }
    let prices = SeatKind.allCases.map { kind in
      let price = (centre.contract.seatPrice(kind).price * factor).roundedToFen.yuan
      return Wording("\(kind.name.chinese) \(price)", "\(kind.name.english) \(price)")
    }
    let left = try fixed.settlement(prices: factor).partner.margin.yuan
    return Estimate(
      name: name,
      text: Wording(
        "全部单价 × \(factor)（\(prices.map(\.chinese).joined(separator: "、"))），班表不变时毛利 \(left)",
        "all prices × \(factor) (\(prices.map(\.english).joined(separator: ", "))): with this roster the margin is \(left)"
      ),
      scenario: try scenario(StudyFile.prices(factor)),
      curve: curve(
        Wording("全部座席单价的倍数", "factor on all seat prices"),
        try fixed.marginByPrices([1, factor.doubleValue]), [1, factor.doubleValue]),
      confirmed: { figures in
        let margin = figures[money: "margin"]
        let gap = Decimal(figures.gapYuan).roundedToFen.yuan
        return abs(margin.doubleValue) <= figures.gapYuan
          ? Wording(
            "重新排班后毛利 \(margin.yuan)，在该计划的差距 \(gap) 之内，即与零无别",
            "planned anew, the margin is \(margin.yuan), within the plan's gap of \(gap): no different from zero")
          : Wording(
            "重新排班后毛利 \(margin.yuan)，超出该计划的差距 \(gap)",
            "planned anew, the margin is \(margin.yuan), beyond the plan's gap of \(gap)")
      })
  }

  /// - Parameter marks: factors that are among the points.
  private func curve(_ across: Wording, _ points: [BreakEvenCurve.Point], _ marks: [Double]) -> BreakEvenCurve {
    BreakEvenCurve(across: across, points: points, marks: points.filter { marks.contains($0.factor) })
  }

  // MARK: Tiers

  private func tiers(_ fixed: FixedRoster, _ centre: Centre, _ base: ScenarioFigures) throws -> [Estimate] {
    let found = try fixed.tierVolumes()
    let present = base[money: "coefficient"]
    let isHighest = centre.contract.coefficients.allSatisfy { $0.value <= present }
    let isLowest = centre.contract.coefficients.allSatisfy { $0.value >= present }
    // Just beyond where the tier holds it is lost, which is drawn as a step.
    let marks = [1, found.better, found.kept].compactMap { $0 }
    let beyond = marks.dropFirst().map { $0 + 0.0001 }
    let drawn = curve(
      Wording("话务量的倍数", "factor on the volume"), try fixed.marginByVolume(marks + beyond), marks)
    var answers = [
      try tier(
        Wording("升到更高系数的话务量", "Volume at which the next tier pays"), found.better, base,
        otherwise: isHighest
          ? Wording("系数 \(present) 已是最高一档", "the coefficient \(present) is the highest tier already")
          : Wording("话务减半也升不到", "not even with half the volume")),
      try tier(
        Wording("保住现有系数的最大话务量", "Largest volume that keeps the tier"), found.kept, base,
        otherwise: isLowest
          ? Wording("系数 \(present) 已是最低一档", "the coefficient \(present) is the lowest tier already")
          : Wording("话务加倍仍保得住", "kept even at twice the volume")),
    ]
    answers[1].curve = drawn
    return answers
  }

  private func tier(
    _ name: Wording, _ volume: Double?, _ base: ScenarioFigures, otherwise: Wording
  ) throws -> Estimate {
    guard let volume, let factor = Decimal(exactly: "\(volume)") else { return Estimate(name: name, text: otherwise) }
    let calls = Int((base[number: "calls"] * volume).rounded())
    return Estimate(
      name: name,
      text: Wording(
        "班表不变时，话务 × \(factor)（\(calls) 通）", "with this roster, volume × \(factor) (\(calls) calls)"),
      scenario: try scenario([StudyFile.volume(factor, study.month)]),
      confirmed: { figures in
        let (coefficient, margin) = (figures[money: "coefficient"], figures[money: "margin"].yuan)
        return Wording(
          "按此话务重新排班，系数 \(coefficient)，毛利 \(margin)",
          "planned anew for that volume, the coefficient is \(coefficient), the margin \(margin)")
      })
  }

  // MARK: One unit more

  private func value(
    _ name: Wording, _ change: CentreChange, _ values: StudyValues, _ base: ScenarioFigures
  ) throws -> Estimate {
    let changed = try scenario([change])
    return Estimate(
      name: name, text: changed.works.first.map { values.text(of: $0.input.centre) } ?? Wording(same: "–"),
      scenario: changed, confirmed: { confirmed($0, base) })
  }

  private func confirmed(_ figures: ScenarioFigures, _ base: ScenarioFigures) -> Wording {
    func yuan(_ value: Double) -> String { Decimal(value).roundedToFen.signedYuan }
    let change = figures[number: "objective"] - base[number: "objective"]
    let isWithin = figures.roster != base.roster && abs(change) <= figures.gapYuan + base.gapYuan
    let money = ["mobileTotal", "margin"].map { (figures[money: $0] - base[money: $0]).signedYuan }
    // No roster of either costs less than its bound, none need cost more than the one found.
    let range = [
      figures[number: "lowerBound"] - base[number: "objective"],
      figures[number: "objective"] - base[number: "lowerBound"],
    ].map(yuan)
    let note =
      isWithin
      ? Wording(
        "；在两份计划的差距之内，只证明成本变动在 \(range[0]) 与 \(range[1]) 之间",
        "; within the two plans' gaps, which prove no more than a change between \(range[0]) and \(range[1])")
      : Wording(same: "")
    return Wording(
      "重新排班：班表成本 \(yuan(change))，移动方 \(money[0])，外包方毛利 \(money[1])\(note.chinese)",
      "planned anew: roster cost \(yuan(change)), Mobile \(money[0]), partner's margin \(money[1])\(note.english)")
  }
}
