import Testing
import Vocabulary

@Suite struct ForecastReviewTests {
  /// Two days of two half-hours, the second day incomplete; worked by hand.
  private var review: ForecastReview {
    func row(
      _ text: String, _ actual: Double, _ forecast: Double, model: Double, naive: Double, _ needed: (Double, Double)
    ) -> ForecastReview.Row {
      ForecastReview.Row(
        start: HalfHour(text)!, actual: actual, forecast: forecast,
        quantiles: [-12, -8, -4, 0, 4, 8, 12].map { forecast + $0 }, model: model, seasonalNaive: naive,
        neededForForecast: needed.0, neededForActual: needed.1)
    }
    return ForecastReview(
      month: Month("2026-10")!, source: .madeAgain,
      rows: [
        row("2026-10-05T09:00", 100, 110, model: 100, naive: 130, (11, 10)),
        row("2026-10-05T09:30", 100, 97, model: 97, naive: 100, (9, 10)),
        row("2026-10-06T09:00", 200, 214, model: 214, naive: 150, (23, 20)),
      ], incompleteDays: [CivilDate("2026-10-06")!])
  }

  @Test func errorsAreThoseWorkedByHand() throws {
    let errors = review.forecast.halfHours
    #expect(errors.wape == 27.0 / 400 && errors.bias == 21.0 / 400)
    // 10 off: only inside the 90 % interval; 3 off: inside all; 14 off: outside.
    #expect(errors.inside == [1, 1, 2])
    #expect(review.forecast.days.wape == 7.0 / 200)
    #expect(review.seasonalNaive.halfHours.wape == 80.0 / 400)
    #expect(try #require(review.model).halfHours.wape == 17.0 / 400)
  }

  @Test func adjustmentsAreJudgedWhereTheyChangedSomething() throws {
    let adjusted = try #require(review.adjusted)
    #expect(adjusted.planner.halfHours == 1)
    #expect(adjusted.planner.wape == 0.1 && adjusted.model.wape == 0)
  }

  @Test func hoursShortAndOverDoNotCancel() {
    #expect(review.hoursOver == (1.0 + 3) / 2 && review.hoursUnder == 0.5 && review.hoursNeeded == 20)
  }

  @Test func groupsAddUp() {
    for groups in [review.byWeekday, review.byHour, review.bySlot, review.byDay.map(\.errors)] {
      #expect(groups.reduce(0) { $0 + $1.actual } == 400)
      #expect(groups.reduce(0) { $0 + $1.absoluteError } == 27)
      #expect(groups.reduce(0) { $0 + $1.halfHours } == 3)
    }
    #expect(review.byWeekday[0].halfHours == 2 && review.byWeekday[1].halfHours == 1)
    #expect(review.bySlot[19].halfHours == 1)
  }
}
