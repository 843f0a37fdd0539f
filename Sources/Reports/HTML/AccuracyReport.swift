package import Vocabulary

/// `accuracy.html`: how good a month's forecast was.
package struct AccuracyReport {
  private let review: ForecastReview
  private let settings: CentreSettings
  private let language: Language

  package init(_ review: ForecastReview, settings: CentreSettings, language: Language) {
    self.review = review
    self.settings = settings
    self.language = language
  }

  package func text() -> String {
    let place = settings.name.isEmpty ? settings.centre : settings.name
    let name = review.month.name
    return HTMLPage(
      kicker: Wording("预测准确度", "Forecast accuracy"),
      title: Wording("\(place) \(name.chinese)预测准确度", "\(place), accuracy of the forecast for \(name.english)"),
      sections: [
        AccuracySection(review: review), AccurateDaysSection(review: review), AccurateHoursSection(review: review),
      ],
      footer: Wording(
        "由班表（Banbiao）生成。逐个半小时的数字在同一文件夹的 halfhours.csv。",
        "Made by Banbiao. The figures of every half-hour are in halfhours.csv beside this page."), language: language
    ).source
  }
}
