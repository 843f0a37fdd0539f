/// Reads the cheapest path back from the layers of a path program.
struct PathTrace {
  let program: PathProgram
  let kinds: ShiftKinds
  let shape: PathShape
  let span: PersonSpan
  let person: ShiftLevelPerson

  func best() -> PersonPath? {
    guard span.minUnits < shape.width else { return nil }
    var best = PathProgram.reachableEnd
    var state = -1
    var index = 0
    let layer = shape.steps * shape.layerSize
    for candidate in 0..<shape.states where program.isLive[shape.steps * shape.states + candidate] {
      for row in 0..<shape.rows {
        let start = layer + candidate * shape.vectorSize + row * shape.width
        let end = max(span.minUnits, shape.highest[shape.steps])
        for units in span.minUnits..<end where program.layers[start + units] < best {
          best = program.layers[start + units]
          state = candidate
          index = row * shape.width + units
        }
      }
    }
    guard state >= 0 else { return nil }
    var shifts = [Int16](repeating: -1, count: shape.steps)
    for step in stride(from: shape.steps - 1, through: 0, by: -1) {
      guard let before = retreat(over: step, &state, &index) else { return nil }
      shifts[step] = before
      if step == span.second?.step { state = program.leaveSecond(step, shape) }
    }
    return PersonPath(value: best, shifts: shifts)
  }

  private func value(_ step: Int, _ state: Int, _ index: Int) -> Int32? {
    let units = index % shape.width
    guard program.isLive[step * shape.states + state], shape.lowest[step] <= units, units < shape.highest[step] else {
      return nil
    }
    return program.layers[step * shape.layerSize + state * shape.vectorSize + index]
  }

  /// Moves state and index to before the day of a step.
  ///
  /// - Returns: the shift of that day.
  private func retreat(over step: Int, _ state: inout Int, _ index: inout Int) -> Int16? {
    guard let target = value(step + 1, state, index) else { return nil }
    let day = span.day(step)
    if state < shape.minOffRun {
      for source in offSources(of: state + 1, day) where value(step, source, index) == target {
        state = source
        return -1
      }
      return nil
    }
    let run = (state - shape.minOffRun) / shape.kindCount + 1
    let kind = (state - shape.minOffRun) % shape.kindCount
    let place = step * kinds.count + kind
    let opensWeekend = run == 1 ? day % 7 >= 5 : day % 7 == 5
    let price = program.price(step, kind, opensWeekend: opensWeekend)
    guard let row = shape.sourceRow(index / shape.width, kind, opensWeekend: opensWeekend) else { return nil }
    let before = row * shape.width + index % shape.width - kinds.units[kind]
    let sources =
      run == 1
      ? [shape.off(shape.minOffRun)]
      : kinds.groups[kinds.groupBefore[kind]].map { shape.work(run - 1, $0) }
    for source in sources where value(step, source, before) == target - price {
      state = source
      index = before
      return program.bestShift[place]
    }
    return nil
  }

  private func offSources(of length: Int, _ day: Int) -> [Int] {
    var sources: [Int] = []
    if length > 1 { sources.append(shape.off(length - 1)) }
    if length == shape.minOffRun { sources.append(shape.off(length)) }
    if length == 1 {
      for run in 1..<max(1, shape.maxWorkRun + 1) where run >= shape.minWorkRun || run == day {
        sources += (0..<shape.kindCount).map { shape.work(run, $0) }
      }
    }
    return sources
  }
}
