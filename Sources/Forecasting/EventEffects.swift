internal import Foundation
internal import Vocabulary

/// The effects of the events a planner has noted: campaigns, billing runs and the like.
///
/// The effect of a kind of event is learnt where a past one was recorded; the planner's factors are then only where the
/// learning starts from. Where none was, the planner's factor of the event itself is taken as it is.
struct EventEffects {
  /// By day, the logarithm of the factors assumed before anything is learnt.
  private(set) var offsets: [Double]
  private var terms: [[CalendarTerm]]

  /// - Parameter isTaught: by day, whether it has recorded calls.
  init(events: [CentreEvent], days: [CivilDate], isTaught: [Bool]) {
    offsets = [Double](repeating: 0, count: days.count)
    terms = [[CalendarTerm]](repeating: [], count: days.count)
    guard let firstDay = days.first else { return }
    let sorted = events.sorted {
      ($0.from, $0.to, $0.kind.rawValue, $0.name) < ($1.from, $1.to, $1.kind.rawValue, $1.name)
    }
    for kind in CentreEvent.Kind.allCases {
      let ofKind = sorted.filter { $0.kind == kind }
      let isLearnt =
        kind != .outage
        && ofKind.contains { event in
          dayIndices(of: event, in: days.count, from: firstDay).contains { $0 < isTaught.count && isTaught[$0] }
        }
      let factors = ofKind.compactMap(\.factor).filter { $0 > 0 }.map { log($0) }
      let usual = factors.isEmpty ? 0 : factors.reduce(0, +) / Double(factors.count)
      for event in ofKind {
        let own = event.factor.flatMap { $0 > 0 ? log($0) : nil } ?? 0
        for day in dayIndices(of: event, in: days.count, from: firstDay) {
          offsets[day] += isLearnt ? usual : own
          guard isLearnt else { continue }
          terms[day].append(CalendarTerm("event \(kind.rawValue)", .event, deviation: 0.3))
          terms[day].append(CalendarTerm("event \(kind.rawValue) \(event.name)", .event, deviation: 0.15))
        }
      }
    }
  }

  func effects(on day: Int) -> [CalendarTerm] { terms[day] }
}

/// The days of an event as indices from a first day, those outside 0..<count left out.
private func dayIndices(of event: CentreEvent, in count: Int, from firstDay: CivilDate) -> Range<Int> {
  let first = max(0, event.from - firstDay)
  let last = min(count - 1, event.to - firstDay)
  return first <= last ? first..<last + 1 : 0..<0
}
