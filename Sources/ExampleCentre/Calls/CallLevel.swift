internal import Vocabulary

/// The slow part of the traffic: level, trend and the shape of the year.
struct CallLevel {
  /// Mean calls offered a day at the reference day, before any calendar effect.
  var callsPerDay: Double
  var reference: CivilDate
  /// Change of the level a year, as a share of the level at the reference day.
  var trendPerYear: Double

  /// Prepaid traffic by month: more around the Spring Festival, in the summer holidays and when schools open.
  private static let yearlyShape = [1.03, 1.01, 0.99, 0.98, 0.98, 1.00, 1.03, 1.04, 1.02, 0.99, 0.98, 1.00]

  func meanCalls(on date: CivilDate) -> Double {
    let years = Double(date - reference) / 365.25
    return callsPerDay * (1 + trendPerYear * years) * CallLevel.shape(on: date)
  }

  /// The yearly shape, linear between the middles of the months.
  private static func shape(on date: CivilDate) -> Double {
    let (year, month, day) = date.components
    let position = Double(month - 1) + (Double(day) - 0.5) / Double(CivilDate.dayCount(year: year, month: month)) - 0.5
    let wrapped = position < 0 ? position + 12 : position
    let before = Int(wrapped)
    let weight = wrapped - Double(before)
    return yearlyShape[before % 12] * (1 - weight) + yearlyShape[(before + 1) % 12] * weight
  }
}
