import Foundation
import Testing
import Vocabulary

@Suite struct DecimalTests {
  private func decimal(_ text: String) throws -> Decimal {
    try #require(Decimal(exactly: text))
  }

  @Test(arguments: [
    ("0.005", "0.01"), ("0.0049999999", "0.00"), ("1.005", "1.01"), ("2.675", "2.68"), ("-0.005", "-0.01"),
    ("-2.675", "-2.68"), ("-0.0049", "0.00"), ("1234.5", "1234.50"), ("0", "0.00"), ("999.995", "1000.00"),
    ("12345678901234567890.125", "12345678901234567890.13"),
  ])
  func roundsHalfAwayFromZeroToTheFen(text: String, rounded: String) throws {
    #expect(try decimal(text).roundedToFen.text(decimals: 2) == rounded)
    #expect(try decimal(text).text(decimals: 2) == rounded)
  }

  @Test func settlementSeatsHaveFourDecimals() throws {
    // 8000 h ÷ 166.64 h = 48.00768…
    #expect((try decimal("8000") / decimal("166.64")).roundedToSeats.text(decimals: 4) == "48.0077")
    #expect(try decimal("0.00005").roundedToSeats == decimal("0.0001"))
    #expect(try decimal("1.5").text(decimals: 0) == "2")
    #expect(try decimal("-1.5").text(decimals: 0) == "-2")
    #expect(try decimal("0.5").text(decimals: 4) == "0.5000")
  }

  @Test(arguments: [0, 1, -1, 10, 100, 12_345, -12_340, 12_300, 99_999_999_999_999])
  func wholeFenAreYuan(fen: Int64) {
    #expect(Decimal(fen: fen) == Decimal(fen) / 100)
    #expect("\(Decimal(fen: fen))" == "\(Decimal(fen) / 100)")
  }

  @Test(arguments: ["0", "12.50", "-3", "+4.25", "0.0005", "166.64", "99999999999999999999.99", ".5", "007"])
  func readsPlainNumbers(text: String) throws {
    let value = try decimal(text)
    #expect(abs(value.doubleValue - (Double(text) ?? .nan)) <= 1e-9 * max(1, abs(value.doubleValue)))
  }

  /// What a workbook shows of an amount in fen are the digits of the amount.
  @Test func theNearestDoubleOfAnAmountHasItsDigits() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<20_000 {
      let fen = Int.random(in: -999_999_999...999_999_999, using: &random)
      #expect((Decimal(fen) / 100).nearestDouble == Double(fen) / 100)
    }
    #expect("\(try decimal("-8756.31").nearestDouble)" == "-8756.31")
  }

  @Test(arguments: ["", "-", "+", ".", "1e5", "1,000", " 1", "1 ", "1.2.3", "--1", "0x10", "NaN", "１", "1元", "inf"])
  func refusesOtherTexts(text: String) {
    #expect(Decimal(exactly: text) == nil)
  }

  /// Decimal literals go through binary (0.94 would be 0.9399999999999997952): the defaults are among those that survive.
  @Test func defaultsAreExact() throws {
    #expect(Rules().standardHours == (try decimal("166.64")))
    #expect(Rules().mealShare == (try decimal("0.34")))
    #expect(Contract().standardHours == (try decimal("166.64")))
    #expect(Rules().weights.under.first?.upTo == (try decimal("0.05")))
    #expect(PartnerCosts().overtimeFactors == [try decimal("1.5"), 2, 3])
  }

  @Test func sumsOfFenStayExact() throws {
    let tenth = try decimal("0.1")
    #expect((0..<1000).reduce(Decimal(0)) { sum, _ in sum + tenth } == 100)
  }
}
