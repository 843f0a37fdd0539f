package import Vocabulary

/// Why no forecast can be made.
package enum ForecastingError: Error, Sendable, Equatable {
  /// Fewer than seven days with recorded calls before the origin.
  case historyTooShort(recordedDays: Int, origin: CivilDate)
  /// A count, share or handling time that is negative or not a number.
  case notANumber(what: String, at: HalfHour?)
  /// The period begins before the origin.
  case periodBeforeOrigin(firstDay: CivilDate, origin: HalfHour)

  package var wording: Wording {
    switch self {
    case .historyTooShort(let days, let origin):
      Wording(
        "\(origin) 之前只有 \(days) 天话务记录；预测至少需要 7 天，建议 6 周以上：请在 calls.csv 中补充更早的记录",
        """
        only \(days) days of recorded calls before \(origin); a forecast needs at least 7, better 6 weeks: add \
        earlier rows to calls.csv
        """)
    case .notANumber(let what, let instant):
      Wording(
        "\(instant.map { "\($0) " } ?? "")\(what) 不是非负的有限数；请更正输入",
        "\(instant.map { "\($0): " } ?? "")\(what) is not a finite number of at least 0: correct the input")
    case .periodBeforeOrigin(let firstDay, let origin):
      Wording(
        "预测期从 \(firstDay) 开始，早于可用数据的截止时刻 \(origin)；请把截止时刻提前",
        "the period begins on \(firstDay), before the origin \(origin); move the origin to the period's start or earlier"
      )
    }
  }
}
