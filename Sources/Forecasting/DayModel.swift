/// A way to forecast daily totals, one of several that compete on the series' own past.
struct DayModel: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// The regression's own level and weekday effects.
    case regression
    /// The mean of the last so many like weekdays, freed of the other calendar effects.
    case recentWeekdays(count: Int)
  }

  var kind: Kind = .regression
  /// Days after which an observation's weight in the level is halved.
  var levelHalfLife: Double
  /// Days after which an observation's weight in the effects is halved.
  var effectHalfLife: Double = .infinity
  /// Expected size of the yearly shape, on the log scale; 0 = none.
  var yearly: Double
  /// Factor on the expected size of day-of-month effects.
  var dayOfMonth: Double = 1
  /// False: no calendar effects at all.
  var hasEffects = true

  /// For histories too short to learn effects from: the mean of the last four like weekdays, the recent level where a
  /// weekday was never seen.
  static let plain = DayModel(kind: .recentWeekdays(count: 4), levelHalfLife: 12, yearly: 0, hasEffects: false)

  /// Short to long memory of the level; without, with a careful and with a bold yearly shape; some whose weekdays and
  /// other effects may change within months.
  static let candidates: [DayModel] = {
    var models: [DayModel] = []
    for halfLife in [4.0, 12, 40, 150] {
      for yearly in [0, 0.1, 0.4] { models.append(DayModel(levelHalfLife: halfLife, yearly: yearly)) }
    }
    models.append(DayModel(levelHalfLife: 8, yearly: 1))
    models.append(DayModel(levelHalfLife: 40, yearly: 1))
    models.append(DayModel(levelHalfLife: 25, effectHalfLife: 60, yearly: 0))
    models.append(DayModel(levelHalfLife: 10, effectHalfLife: 120, yearly: 0.2))
    models.append(DayModel(levelHalfLife: 40, effectHalfLife: 150, yearly: 0.3))
    return models
  }()

  func priorDeviations(of features: CalendarFeatures, knowsYear: Bool) -> [Double] {
    features.effects.map { effect in
      guard hasEffects else { return 0 }
      return switch effect.group {
      case .yearly: knowsYear ? effect.deviation * yearly : 0
      case .dayOfMonth: effect.deviation * dayOfMonth
      default: effect.deviation
      }
    }
  }
}
