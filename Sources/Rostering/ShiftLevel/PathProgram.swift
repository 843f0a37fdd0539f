/// A person's cheapest roster at given prices of the cells, by a dynamic program over days.
///
/// The state after a day is the run (days off so far, or days worked and the kind of the last shift), the weekends worked, the
/// uses of each counted shift, and the units of time worked; limits of shifts that are not counted are left to the caller.
/// Integers throughout: the value is exact. Time and memory: days × run states × weekends × counts × units.
///
/// Not safe to share between threads: the layers are reused from call to call.
final class PathProgram {
  static let unreachable: Int32 = 1 << 29
  /// Values from here on are unreachable ones to which costs have been added.
  static let reachableEnd: Int32 = 1 << 28

  let tables: ShiftLevelTables
  private(set) var kinds: ShiftKinds
  private var kindsByCounted: [[Int]: ShiftKinds] = [:]
  var layers: [Int32] = []
  /// By day of the span and state, whether any value is reachable.
  var isLive: [Bool] = []
  /// By day of the span and kind, the cheapest shift and its price.
  var bestShift: [Int16] = []
  var bestPrice: [Int32] = []
  private var scratch: [Int32] = []

  init(_ tables: ShiftLevelTables) {
    self.tables = tables
    kinds = tables.kinds
  }

  /// - Parameters:
  ///   - price: by cell of the horizon, the price of working it rather than being off.
  ///   - fixed: by day of the horizon, a shift, −1 for off, or `PathProgram.free`.
  ///   - counted: shifts whose limits are kept, in order.
  ///   - weekendPrice: where it is given, weekends worked are paid for instead of being counted.
  /// - Returns: nil where no roster keeps the rules.
  func solve(
    _ person: ShiftLevelPerson, _ span: PersonSpan, price: UnsafePointer<Int32>, fixed: UnsafePointer<Int16>,
    counted: [Int] = [], weekendPrice: Int32? = nil
  ) -> PersonPath? {
    guard span.maxUnits >= span.minUnits, span.maxUnits >= 0, span.maxWeekends >= 0 else { return nil }
    kinds = kinds(counted)
    self.weekendPrice = weekendPrice
    let shape = PathShape(person, span, kinds, counted, countsWeekends: weekendPrice == nil)
    prepare(shape, person, span, price, fixed)
    run(shape, span)
    return PathTrace(program: self, kinds: kinds, shape: shape, span: span, person: person).best()
  }

  static let free: Int16 = -2

  /// All steps, over plain memory: this is where the time goes.
  private func run(_ shape: PathShape, _ span: PersonSpan) {
    let isOffAllowed = isOffAllowed
    let weekendPrice = weekendPrice ?? 0
    layers.withUnsafeMutableBufferPointer { layers in
      scratch.withUnsafeMutableBufferPointer { scratch in
        isLive.withUnsafeMutableBufferPointer { isLive in
          bestPrice.withUnsafeBufferPointer { prices in
            withTables(shape) { flat, sources in
              let memory = PathMemory(
                layers: layers.baseAddress!, scratch: scratch.baseAddress!, isLive: isLive.baseAddress!,
                prices: prices.baseAddress!, kinds: flat, sources: sources, kindCount: kinds.count,
                groupCount: kinds.groups.count, weekendPrice: weekendPrice)
              start(shape, span, memory)
              for step in 0..<shape.steps {
                if let second = span.second, step == second.step { join(step, second.before, shape, memory) }
                advance(step, span.day(step), isOffAllowed[step], shape, memory)
              }
            }
          }
        }
      }
    }
  }

  private func kinds(_ counted: [Int]) -> ShiftKinds {
    if counted.isEmpty { return tables.kinds }
    if let known = kindsByCounted[counted] { return known }
    let made = ShiftKinds(tables.kinds, apart: counted)
    kindsByCounted[counted] = made
    return made
  }

  private func prepare(
    _ shape: PathShape, _ person: ShiftLevelPerson, _ span: PersonSpan, _ price: UnsafePointer<Int32>,
    _ fixed: UnsafePointer<Int16>
  ) {
    let size = (shape.steps + 1) * shape.layerSize
    if layers.count < size { layers = [Int32](repeating: 0, count: size) }
    if scratch.count < shape.vectorSize { scratch = [Int32](repeating: 0, count: shape.vectorSize) }
    isLive = [Bool](repeating: false, count: (shape.steps + 1) * shape.states)
    bestShift = [Int16](repeating: -1, count: shape.steps * kinds.count)
    bestPrice = [Int32](repeating: PathProgram.unreachable, count: shape.steps * kinds.count)
    for step in 0..<shape.steps {
      let day = span.day(step)
      let held = fixed[day]
      if held == -1 { continue }
      for shift in 0..<tables.shiftCount where held == PathProgram.free || Int(held) == shift {
        let cell = day * tables.shiftCount + shift
        let place = step * kinds.count + (kinds.apartKind[shift] ?? kinds.ofShift[shift])
        if person.isAllowed[cell] && span.mostOfShift[shift] > 0 && price[cell] < bestPrice[place] {
          bestPrice[place] = price[cell]
          bestShift[place] = Int16(shift)
        }
      }
    }
    isOffAllowed = (0..<shape.steps).map { fixed[span.day($0)] < 0 }
  }

  var isOffAllowed: [Bool] = []
  /// Of a span in two parts, the state after the first.
  private var stateBeforeSecond = 0
  private var weekendPrice: Int32?

  private func withTables(_ shape: PathShape, _ body: (UnsafePointer<Int32>, UnsafePointer<Int32>) -> Void) {
    kinds.flat.withUnsafeBufferPointer { flat in
      shape.sources.withUnsafeBufferPointer { sources in
        if let flat = flat.baseAddress, let sources = sources.baseAddress { body(flat, sources) }
      }
    }
  }

  /// Of a day worked, with the weekend it opens.
  func price(_ step: Int, _ kind: Int, opensWeekend: Bool) -> Int32 {
    bestPrice[step * kinds.count + kind] + (opensWeekend ? weekendPrice ?? 0 : 0)
  }

  /// From the days held after the first window, which leave one state, to those before the second.
  private func join(_ step: Int, _ before: RunBefore, _ shape: PathShape, _ memory: PathMemory) {
    let live = memory.isLive + step * shape.states
    guard let source = (0..<shape.states).first(where: { live[$0] }) else { return }
    stateBeforeSecond = source
    let isWorked = before.workRun > 0
    let state = isWorked ? shape.work(min(before.workRun, shape.maxWorkRun), before.kind) : shape.off(before.offRun)
    guard state != source else { return }
    let layer = memory.layers + step * shape.layerSize
    (layer + state * shape.vectorSize).update(from: layer + source * shape.vectorSize, count: shape.vectorSize)
    // The one before stays where it is for the way back; no day is added to it.
    live[source] = false
    live[state] = true
  }

  /// On the way back.
  ///
  /// - Returns: the state after the first part of the span.
  func leaveSecond(_ step: Int, _ shape: PathShape) -> Int {
    isLive[step * shape.states + stateBeforeSecond] = true
    return stateBeforeSecond
  }

  private func start(_ shape: PathShape, _ span: PersonSpan, _ memory: PathMemory) {
    let state =
      span.workRunBefore > 0
      ? (span.workRunBefore <= shape.maxWorkRun ? shape.work(span.workRunBefore, span.kindBefore) : nil)
      : shape.off(span.offRunBefore)
    guard let state else { return }
    let vector = memory.layers + state * shape.vectorSize
    vector.update(repeating: PathProgram.unreachable, count: shape.vectorSize)
    vector[0] = 0
    memory.isLive[state] = true
  }

  private func advance(
    _ step: Int, _ day: Int, _ isOffAllowed: Bool, _ shape: PathShape, _ memory: PathMemory
  ) {
    if isOffAllowed { advanceToOff(step, day, shape, memory) }
    // From days off into the first day of a run.
    let rested = shape.off(shape.minOffRun)
    if memory.isLive[step * shape.states + rested] && shape.maxWorkRun >= 1 {
      let source = memory.layers + step * shape.layerSize + rested * shape.vectorSize
      let opensWeekend = day % 7 >= 5
      for kind in 0..<memory.kindCount where memory.isPossible(step, kind) {
        extend(source, step, shape.work(1, kind), kind, opensWeekend, shape, memory)
      }
    }
    for run in 1..<max(1, shape.maxWorkRun) { advanceRun(run, step, day, shape, memory) }
  }

  private func advanceToOff(_ step: Int, _ day: Int, _ shape: PathShape, _ memory: PathMemory) {
    for length in 1...shape.minOffRun {
      merge(shape.off(length), into: shape.off(min(length + 1, shape.minOffRun)), step, shape, memory)
    }
    for run in 1..<max(1, shape.maxWorkRun + 1) where run >= shape.minWorkRun || run == day {
      for kind in 0..<memory.kindCount { merge(shape.work(run, kind), into: shape.off(1), step, shape, memory) }
    }
  }

  /// Takes the better of a state's values before and after a day off.
  private func merge(_ from: Int, into: Int, _ step: Int, _ shape: PathShape, _ memory: PathMemory) {
    guard memory.isLive[step * shape.states + from] else { return }
    let source = memory.layers + step * shape.layerSize + from * shape.vectorSize
    let target = memory.layers + (step + 1) * shape.layerSize + into * shape.vectorSize
    let place = (step + 1) * shape.states + into
    let (low, high) = (shape.lowest[step + 1], shape.highest[step])
    let isLive = memory.isLive[place]
    for row in 0..<shape.rows {
      let (from, to) = (source + row * shape.width, target + row * shape.width)
      if isLive {
        memory.takeLesser(from + low, UnsafePointer(to + low), into: to + low, count: high - low)
      } else {
        if low < high { (to + low).update(from: from + low, count: high - low) }
        memory.fill(to, max(low, high), shape.highest[step + 1])
      }
    }
    memory.isLive[place] = true
  }

  /// From a day worked into the next of the same run; kinds with the same predecessors share their minimum.
  private func advanceRun(_ run: Int, _ step: Int, _ day: Int, _ shape: PathShape, _ memory: PathMemory) {
    let live = memory.isLive + step * shape.states + shape.work(run, 0)
    let layer = memory.layers + step * shape.layerSize + shape.work(run, 0) * shape.vectorSize
    guard (0..<memory.kindCount).contains(where: { live[$0] }) else { return }
    let opensWeekend = day % 7 == 5
    for group in 0..<memory.groupCount {
      var source: UnsafePointer<Int32>?
      for kind in 0..<memory.kindCount where memory.group(of: kind) == group && memory.isPossible(step, kind) {
        source = source ?? least(of: group, step, live, layer, shape, memory)
        guard let source else { break }
        extend(source, step, shape.work(run + 1, kind), kind, opensWeekend, shape, memory)
      }
    }
  }

  /// The least values over a group of kinds; nil where none is reachable.
  private func least(
    of group: Int, _ step: Int, _ live: UnsafePointer<Bool>, _ layer: UnsafePointer<Int32>, _ shape: PathShape,
    _ memory: PathMemory
  ) -> UnsafePointer<Int32>? {
    let (low, high) = (shape.lowest[step], shape.highest[step])
    var source: UnsafePointer<Int32>?
    for kind in 0..<memory.kindCount where live[kind] && memory.contains(group, kind) {
      let vector = layer + kind * shape.vectorSize
      guard let before = source else {
        source = vector
        continue
      }
      for row in 0..<shape.rows {
        let first = row * shape.width + low
        memory.takeLesser(before + first, vector + first, into: memory.scratch + first, count: high - low)
      }
      source = UnsafePointer(memory.scratch)
    }
    return source
  }

  /// Adds a day worked: the price, the units, and a weekend where it opens one. Each such state has one source.
  private func extend(
    _ source: UnsafePointer<Int32>, _ step: Int, _ state: Int, _ kind: Int, _ opensWeekend: Bool, _ shape: PathShape,
    _ memory: PathMemory
  ) {
    let target = memory.layers + (step + 1) * shape.layerSize + state * shape.vectorSize
    let price = memory.price(step, kind) + (opensWeekend ? memory.weekendPrice : 0)
    let units = memory.units(of: kind)
    guard units < shape.width else { return }
    memory.isLive[(step + 1) * shape.states + state] = true
    let sources = memory.sources + (opensWeekend ? shape.rows * memory.kindCount : 0) + kind * shape.rows
    let width = shape.width
    let (low, high) = (shape.lowest[step + 1], shape.highest[step + 1])
    let first = min(high, max(low, shape.lowest[step] + units))
    let end = max(first, min(high, shape.highest[step] + units))
    for index in 0..<shape.rows {
      let to = target + index * width
      let before = Int(sources[index])
      guard before >= 0 else {
        memory.fill(to, low, high)
        continue
      }
      memory.fill(to, low, first)
      let from = source + before * width - units
      var place = first
      while place < end {
        to[place] = from[place] &+ price
        place += 1
      }
      memory.fill(to, end, high)
    }
  }
}
