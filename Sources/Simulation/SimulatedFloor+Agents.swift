extension SimulatedFloor {
  /// So many agents of productivity 1 on the phone in each half-hour: who came last goes first.
  package init(agents: [Int]) {
    var duties: [Duty] = []
    var starts: [Int] = []
    func close(_ half: Int) {
      let start = starts.removeLast()
      duties.append(Duty(rank: 0, span: start..<half, meal: start..<start, shift: duties.count))
    }
    for (half, count) in agents.enumerated() {
      while starts.count > count { close(half) }
      while starts.count < count { starts.append(half) }
    }
    // The last calls of the period are finished.
    while !starts.isEmpty { close(agents.count + 2) }
    self.init(productivities: [1], duties: duties, shiftCount: duties.count)
  }
}
