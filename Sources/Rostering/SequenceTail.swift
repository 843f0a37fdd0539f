internal import Vocabulary

/// What a person's last days of the month before mean to the rules on sequences of days.
struct SequenceTail: Sendable {
  /// Days worked in a row up to the eve of the period.
  var workRun = 0
  /// Whether the run before the period began while the person was employed.
  var beganEmployed = true
  /// Days since the last one worked; `never` where none is known.
  var daysOff = SequenceTail.never
  /// Nights on days in a row that the last day worked ends with.
  var nightRun = 0
  /// The sets that the shift of the eve belongs to.
  var eve: UInt64 = 0
  /// Paid minutes of the first calendar week's days before the period.
  var weekMinutes = 0

  static let never = 1_000

  init(_ agent: Agent, _ centre: Centre, _ period: Period, _ compiler: SequenceRuleCompiler) {
    let eve = period.firstDay.adding(days: -1)
    var choices: [CivilDate: Int] = [:]
    for row in centre.previous where row.agent == agent.id && row.date < period.firstDay {
      // A shift the catalogue no longer knows is a day worked and nothing more.
      choices[row.date] = centre.shifts.firstIndex { $0.code == row.shift }.map { $0 + 1 } ?? 0
    }
    func sets(_ day: CivilDate) -> UInt64 { choices[day].map { compiler.choiceSets[$0] } ?? 0 }
    while choices[eve.adding(days: -workRun)] != nil { workRun += 1 }
    beganEmployed = agent.isEmployed(on: eve.adding(days: -workRun))
    self.eve = sets(eve)
    if let last = choices.keys.max() {
      daysOff = eve - last
      while sets(last.adding(days: -nightRun)) & compiler.nightSet != 0 { nightRun += 1 }
    }
    for back in 0..<period.firstDay.weekday.rawValue {
      if let choice = choices[eve.adding(days: -back)], choice > 0 {
        weekMinutes += centre.shifts[choice - 1].paidMinutes
      }
    }
  }
}
