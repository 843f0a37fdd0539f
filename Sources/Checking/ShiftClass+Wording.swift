import Vocabulary

extension ShiftClass {
  /// What planners call the class.
  var name: Wording {
    switch self {
    case .early: Wording("早班", "early")
    case .mid: Wording("中班", "mid")
    case .night: Wording("夜班", "night")
    case .lateNight: Wording("夜7", "lateNight")
    case .overnight: Wording("通宵", "overnight")
    }
  }
}
