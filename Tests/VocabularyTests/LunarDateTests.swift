import Testing
import Vocabulary

@Suite struct LunarDateTests {
  /// First days of the Spring Festival as published: Hong Kong Observatory, Gregorian–Lunar Calendar Conversion Tables.
  private static let springFestivals = """
    1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16
    2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26
    2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05
    2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13
    2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24
    2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02
    2050-01-23
    """
    .split { $0 == " " || $0 == "\n" }.compactMap { CivilDate($0) }

  @Test func springFestivalIsWhatWasPublished() {
    #expect(LunarDateTests.springFestivals.map(\.year) == Array(1990...2050))
    for day in LunarDateTests.springFestivals {
      #expect(LunarDate.springFestival(year: day.year) == day)
      #expect(LunarDate(day) == LunarDate(month: 1, day: 1))
      let eve = LunarDate(day.adding(days: -1))
      #expect(eve.month == 12 && (29...30).contains(eve.day))
    }
  }

  @Test(arguments: [
    // Lantern, Dragon Boat, Double Seventh, Mid-Autumn, Double Ninth
    ("2026-03-03", 1, 15), ("2026-06-19", 5, 5), ("2026-08-19", 7, 7), ("2026-09-25", 8, 15), ("2026-10-18", 9, 9),
    ("2020-10-01", 8, 15), ("2023-09-29", 8, 15), ("2033-09-08", 8, 15),
  ])
  func festivals(text: String, month: Int, day: Int) throws {
    #expect(LunarDate(try #require(CivilDate(text))) == LunarDate(month: month, day: day))
  }

  /// Leap months: the fourth of 2020, the second of 2023, the sixth of 2025, the eleventh of 2033.
  @Test(arguments: [
    ("2020-05-23", 4), ("2020-06-20", 4), ("2023-03-22", 2), ("2025-07-25", 6), ("2025-08-22", 6), ("2033-12-22", 11),
  ])
  func leapMonths(text: String, month: Int) throws {
    let date = LunarDate(try #require(CivilDate(text)))
    #expect(date.month == month && date.isLeapMonth)
  }

  /// Days count up by one, or begin a new month after 29 or 30.
  @Test func daysFollowOneAnother() throws {
    let first = try #require(CivilDate("2024-01-01"))
    var before = LunarDate(first)
    for date in (1..<1200).map({ first.adding(days: $0) }) {
      let day = LunarDate(date)
      if day.day == 1 {
        #expect((29...30).contains(before.day))
        #expect(day.month == before.month % 12 + 1 || (day.month == before.month && day.isLeapMonth))
      } else {
        #expect(day.day == before.day + 1 && day.month == before.month && day.isLeapMonth == before.isLeapMonth)
      }
      before = day
    }
  }
}
