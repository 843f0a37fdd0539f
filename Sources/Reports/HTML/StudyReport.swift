package import Vocabulary

/// `whatif.html`: a study's scenarios side by side.
package struct StudyReport {
  private let study: StudyResults
  private let language: Language

  package init(_ study: StudyResults, language: Language) {
    self.study = study
    self.language = language
  }

  package func text() -> String {
    HTMLPage(
      kicker: Wording("假设分析", "What-if study"), title: Wording(same: study.name),
      sections: [
        ScenariosSection(study: study), ChancesSection(study: study), FrontierSection(study: study),
        TornadoSection(study: study),
        BreakEvenSection(study: study), ComponentsSection(study: study),
      ], footer: footer, language: language, definitions: HTMLPage.hatching
    ).source
  }

  private var footer: Wording {
    Wording(
      "由班表（Banbiao）生成，计算量 \(study.effort)，种子 \(study.seed)。每个方案都是完整的计划，在 plans/ 中，可用 banbiao check 复核。",
      "Made by Banbiao, effort \(study.effort), seed \(study.seed). Each scenario is a full plan, in plans/, which banbiao check can recompute."
    )
  }
}
