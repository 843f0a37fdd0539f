extension RosterProblem {
  /// The step between staffings that sums of productivities can reach, in coverage units.
  var unitStep: Double {
    var step = 0
    for person in people {
      step = greatestCommonDivisor(step, Int(person.units))
      step = greatestCommonDivisor(step, Int(person.unitsAfterPromotion))
    }
    return Double(max(1, step))
  }

  /// Coverage units with everybody on the floor.
  var unitsOnFloor: Double {
    people.reduce(0) { $0 + max($1.units, $1.unitsAfterPromotion) }
  }

  /// The step between paid minutes that whole shifts can reach.
  var minuteStep: Int {
    max(1, shifts.reduce(0) { greatestCommonDivisor($0, $1.paidMinutes) })
  }
}

/// Euclid's algorithm; gcd(0, n) = n.
func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (first, second) = (first, second)
  while second != 0 { (first, second) = (second, first % second) }
  return first
}
