/// Raises one person's bound by small steps of the prices on hours and balance: the bound is concave in them.
struct PersonPriceClimb {
  let solver: PersonBound
  let row: Int
  let shiftPrices: UnsafePointer<Double>

  func run(from start: PersonPrices, steps: Int) -> (value: Double, prices: PersonPrices) {
    var best = (value: solver.minimum(row, prices: start, shiftPrices: shiftPrices), prices: start)
    // Yuan per minute and yuan per day.
    var minuteStep = 0.1
    var balanceStep = 8.0
    for _ in 0..<steps {
      let minuteMoved = climb(&best, \.minute, minuteStep)
      let balanceMoved = climb(&best, \.balance, balanceStep)
      minuteStep *= minuteMoved ? 1.5 : 0.3
      balanceStep *= balanceMoved ? 1.5 : 0.3
    }
    return best
  }

  private func climb(
    _ best: inout (value: Double, prices: PersonPrices), _ path: WritableKeyPath<PersonPrices, Double>, _ step: Double
  ) -> Bool {
    for sign in [step, -step] {
      var trial = best.prices
      trial[keyPath: path] += sign
      let value = solver.minimum(row, prices: trial, shiftPrices: shiftPrices)
      if value > best.value {
        best = (value, trial)
        return true
      }
    }
    return false
  }
}
