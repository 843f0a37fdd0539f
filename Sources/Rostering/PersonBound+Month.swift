internal import Vocabulary

extension PersonBound {
  /// A state after some days.
  private struct Place {
    var state: Int
    var late: Int
    var weekend: Int
  }

  /// The choices of the month that `minimum` has just found, by day: amounts are whole numbers, so each state's predecessor
  /// is the one whose value and cost add up to its own.
  func month(_ row: Int, prices: PersonPrices, shiftPrices: UnsafePointer<Double>) -> [UInt8] {
    let person = problem.people[row]
    let last = finish(person)
    var choices = [UInt8](repeating: 0, count: problem.dayCount)
    guard last.value < PersonBound.reachable else { return choices }
    var place = Place(state: last.state, late: last.late, weekend: last.weekend)
    let first = 1 + longReach.count
    for day in (0..<problem.dayCount).reversed() {
      let layer = layers + day * layerSize
      let value = layers[(day + 1) * layerSize + index(place.state, late: place.late, weekend: place.weekend)]
      if place.state < first {
        place = beforeRest(place, layer, value - offCost(row, day), endsWeekend(day))
      } else {
        let shift = (place.state - first) % stride
        let run = (place.state - first) / stride
        choices[day] = UInt8(shift + 1)
        priceDay(row, day, person, prices, shiftPrices)
        let isLate = problem.shifts[shift].isLateNight
        let rest = value - (isLate ? lateCost[shift] : shiftCost[shift])
        place = beforeWork(place, layer, rest, shift, run, isFirst: run == (day == 0 ? person.tailRun : 0), isLate)
      }
    }
    return choices
  }

  private func beforeRest(
    _ place: Place, _ layer: UnsafeMutablePointer<Double>, _ value: Double, _ endsWeekend: Bool
  ) -> Place {
    let first = 1 + longReach.count
    for weekend in 0...1 {
      let base = layer + index(0, late: place.late, weekend: weekend)
      if place.state == 0 && (endsWeekend ? 1 : weekend) == place.weekend {
        for state in 0..<first where base[state] == value {
          return Place(state: state, late: place.late, weekend: weekend)
        }
      }
      guard weekend == place.weekend else { continue }
      for state in first..<stateCount where base[state] == value {
        let reach = longReach.firstIndex(of: (state - first) % stride).map { 1 + $0 } ?? 0
        if reach == place.state { return Place(state: state, late: place.late, weekend: weekend) }
      }
    }
    return place
  }

  private func beforeWork(
    _ place: Place, _ layer: UnsafeMutablePointer<Double>, _ value: Double, _ shift: Int, _ run: Int, isFirst: Bool,
    _ isLate: Bool
  ) -> Place {
    let first = 1 + longReach.count
    // Beyond the last level late nights are not told apart where no limit is tracked.
    let isOpen = !tracksLateLimit && place.late == lateLevels - 1
    let levels = isLate ? [place.late - 1, isOpen ? place.late : -1] : [place.late]
    for late in levels where late >= 0 {
      let base = layer + index(0, late: late, weekend: place.weekend)
      if isFirst && rested(base, shift) == value {
        let state = (0..<first).first { reach in
          let isRested =
            reach == 0
            || problem.pairs.dayAfterNext[(longReach[reach - 1] + 1) * problem.choiceCount + shift + 1] == 0
          return isRested && base[reach] == value
        }
        if let state { return Place(state: state, late: late, weekend: place.weekend) }
      }
      guard run > 0 else { continue }
      for earlier in 0..<shiftCount {
        let state = first + (run - 1) * stride + earlier
        if base[state] + pairs[earlier * stride + shift] == value {
          return Place(state: state, late: late, weekend: place.weekend)
        }
      }
    }
    return place
  }
}
