internal import Foundation
package import Simulation
package import Vocabulary

extension SimulatedFloor {
  /// The people a roster and the shifts carried in put on the phone; who counts nothing towards calls is left out.
  package init(roster: Roster, centre: Centre, period: Period) {
    let shifts = Dictionary(centre.shifts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let people = Dictionary(centre.agents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let carried = centre.previous.filter { $0.date < period.firstDay }.map {
      Roster.Entry(agent: $0.agent, date: $0.date, shift: $0.shift)
    }
    var productivities: [Double] = []
    var duties: [Duty] = []
    var shiftCount = 0
    for entry in carried + roster.entries {
      guard let agent = people[entry.agent], let shift = shifts[entry.shift] else { continue }
      let productivity = agent.productivity(on: entry.date).doubleValue
      guard productivity > 0 else { continue }
      let rank =
        productivities.firstIndex(of: productivity)
        ?? {
          productivities.append(productivity)
          return productivities.count - 1
        }()
      let midnight = (entry.date - period.firstDay) * HalfHour.perDay
      let meal = entry.mealStart.map { midnight + $0.halfHours..<midnight + $0.halfHours + shift.mealHalfHours }
      var isThere = false
      for part in shift.dutyHalfHours {
        let span = midnight + part.lowerBound..<midnight + part.upperBound
        guard span.upperBound > 0 else { continue }
        isThere = true
        let own = meal.map { $0.clamped(to: span) } ?? span.lowerBound..<span.lowerBound
        duties.append(Duty(rank: rank, span: span, meal: own, shift: shiftCount))
      }
      if isThere { shiftCount += 1 }
    }
    self.init(productivities: productivities, duties: duties, shiftCount: shiftCount)
  }
}
