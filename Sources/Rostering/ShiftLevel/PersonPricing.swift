/// The cheapest roster of a person at given prices, limits per shift included.
///
/// The path program keeps the limits of counted shifts only, at a price in time for each. So it is tried without first; a limit
/// that is broken gets a price of its own that makes the path keep it (Lagrangian relaxation), and is counted only where that
/// is not enough (decremental state-space relaxation). The bound is valid whatever those prices are.
struct PersonPricing {
  /// By shift, and one more for weekends where they are too many to be counted; in the scale of prices.
  private(set) var limitPrices: [Int32]
  private let scale: Int32
  /// Beyond this size of a state's vector no further shift is counted.
  static let largestVector = 12_000
  /// Beyond this size of a program its weekends are not counted.
  static let largestProgram = 16_000_000

  /// - Parameter weekendPrice: to begin with.
  init(shiftCount: Int, scale: Int32, weekendPrice: Int32 = 0) {
    limitPrices = [Int32](repeating: 0, count: shiftCount) + [weekendPrice]
    self.scale = scale
  }

  struct Result: Sendable {
    /// No roster of the person is cheaper.
    var bound = Int64.min
    /// The best path found that keeps the limits per shift, and its price.
    var path: PersonPath?
    var keepsLimits = true
    /// Nothing keeps the other rules: there is no roster at all.
    var isImpossible = false
  }

  /// - Parameters:
  ///   - target: a path below it is good enough; where there is none, the bound is made as high as can be.
  ///   - tolerance: limits are counted, which takes most of the time, where the bound is below the target by more.
  mutating func solve(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, price: [Int32], fixed: [Int16],
    target: Int64, tolerance: Int64 = 0
  ) -> Result {
    var result = Result()
    guard !ascend(program, person, span, price, fixed, target, &result) else { return result }
    if tolerance == 0 || target > result.bound + tolerance { count(program, person, span, price, fixed, &result) }
    return result
  }

  /// A path that keeps the limits and is near the cheapest, without counting: several times as fast as `solve` where limits
  /// bind. Their prices are to be kept from call to call.
  ///
  /// - Returns: nil where none was found.
  mutating func near(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, price: [Int32], fixed: [Int16]
  ) -> PersonPath? {
    var result = Result()
    let isDone = ascend(program, person, span, price, fixed, .min, &result)
    if !isDone && result.path == nil { force(program, person, span, price, fixed, &result) }
    return result.path
  }

  /// Moves the limits' prices a few times, by shorter and shorter steps.
  ///
  /// - Returns: whether the result needs no more work.
  private mutating func ascend(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, _ price: [Int32], _ fixed: [Int16],
    _ target: Int64, _ result: inout Result
  ) -> Bool {
    var step = scale
    for _ in 0..<4 {
      guard let isDone = tryPrices(program, person, span, price, fixed, step, &result) else { return true }
      if isDone { return true }
      if let path = result.path, Int64(path.value) < target || result.bound >= target { return true }
      step = max(1, step / 2)
    }
    return false
  }

  /// One path at the limits' prices, which are then moved by a step for each use too many or left.
  ///
  /// - Returns: the path may break limits per shift: `keepsLimits` tells.
  mutating func relaxed(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, price: [Int32], fixed: [Int16], step: Int32
  ) -> Result {
    var result = Result()
    guard let path = priced(program, person, span, price, fixed) else {
      result.isImpossible = true
      return result
    }
    result.path = path
    result.bound = Int64(path.value)
    for (shift, uses) in uses(path, span).enumerated() {
      let most = most(shift, span)
      let held = limitPrices[shift]
      result.bound -= Int64(held) * Int64(most)
      if uses > most { result.keepsLimits = false }
      limitPrices[shift] = min(max(0, held + step * Int32(max(-3, min(3, uses - most)))), 1000 * scale)
    }
    return result
  }

  /// One path at the limits' prices, which are then moved.
  ///
  /// - Returns: whether the path is the best there is; nil where there is none.
  private mutating func tryPrices(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, _ price: [Int32], _ fixed: [Int16],
    _ step: Int32, _ result: inout Result
  ) -> Bool? {
    guard let path = priced(program, person, span, price, fixed) else {
      result.isImpossible = true
      return nil
    }
    var bound = Int64(path.value)
    var value = Int64(path.value)
    var isWithin = true
    var isMoved = false
    for (shift, uses) in uses(path, span).enumerated() {
      let most = most(shift, span)
      let held = limitPrices[shift]
      bound -= Int64(held) * Int64(most)
      value -= Int64(held) * Int64(uses)
      if uses > most { isWithin = false }
      let change = step * Int32(max(-3, min(3, uses - most)))
      limitPrices[shift] = min(max(0, held + change), 1000 * scale)
      if limitPrices[shift] != held { isMoved = true }
    }
    result.bound = max(result.bound, bound)
    if isWithin && value < Int64(result.path?.value ?? .max) {
      result.path = PersonPath(value: Int32(value), shifts: path.shifts)
    }
    return !isMoved || result.bound == Int64(result.path?.value ?? .max)
  }

  /// Counts the shifts whose limits are broken, one after the other, without prices of limits.
  private mutating func count(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, _ price: [Int32], _ fixed: [Int16],
    _ result: inout Result
  ) {
    var counted: [Int] = []
    let weekendPrice: Int32? = paysWeekends(program, person, span) ? 0 : nil
    while true {
      guard
        let path = program.solve(person, span, price: price, fixed: fixed, counted: counted, weekendPrice: weekendPrice)
      else {
        result.isImpossible = result.path == nil
        return
      }
      result.bound = max(result.bound, Int64(path.value))
      let broken = uses(path, span).enumerated().filter { $0.element > most($0.offset, span) }
      if broken.isEmpty {
        if path.value < result.path?.value ?? .max { result.path = path }
        return
      }
      // The tightest limit first: it costs the least.
      let tightest = broken.map(\.offset).min { (most($0, span), $0) < (most($1, span), $1) }
      guard let tightest else { return }
      counted = (counted + [tightest]).sorted()
      if tightest == limitPrices.count - 1 || isTooLarge(program, person, span, counted) {
        if result.path == nil { force(program, person, span, price, fixed, &result) }
        return
      }
    }
  }

  /// Raises the prices of limits until a path keeps them.
  private mutating func force(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, _ price: [Int32], _ fixed: [Int16],
    _ result: inout Result
  ) {
    for _ in 0..<200 where result.path == nil {
      guard let path = priced(program, person, span, price, fixed) else { break }
      var value = Int64(path.value)
      var isWithin = true
      for (shift, uses) in uses(path, span).enumerated() {
        value -= Int64(limitPrices[shift]) * Int64(uses)
        guard uses > most(shift, span) else { continue }
        isWithin = false
        let excess = uses - most(shift, span)
        limitPrices[shift] = min(limitPrices[shift] + scale * Int32(max(1, min(20, excess))), 1000 * scale)
      }
      if isWithin { result.path = PersonPath(value: Int32(value), shifts: path.shifts) }
    }
  }

  private func priced(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, _ price: [Int32], _ fixed: [Int16]
  ) -> PersonPath? {
    let weekendPrice = paysWeekends(program, person, span) ? limitPrices.last : nil
    let shifts = limitPrices.count - 1
    guard limitPrices.dropLast().contains(where: { $0 > 0 }) else {
      return program.solve(person, span, price: price, fixed: fixed, weekendPrice: weekendPrice)
    }
    var raised = price
    for day in (0..<span.steps).map(span.day) {
      for shift in 0..<shifts { raised[day * shifts + shift] += limitPrices[shift] }
    }
    return program.solve(person, span, price: raised, fixed: fixed, weekendPrice: weekendPrice)
  }

  private func isTooLarge(
    _ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan, _ counted: [Int]
  ) -> Bool {
    let kinds = program.tables.kinds
    let vector = PathShape.vectorSize(span, kinds, counted)
    return vector > PersonPricing.largestVector
      || PathShape.totalSize(person, span, kinds, vector: vector) > PersonPricing.largestProgram
      || paysWeekends(program, person, span)
  }

  private func paysWeekends(_ program: PathProgram, _ person: ShiftLevelPerson, _ span: PersonSpan) -> Bool {
    PersonPricing.isLarge(person, span, program.tables.kinds)
  }

  /// Whether weekends are too many to be counted.
  static func isLarge(_ person: ShiftLevelPerson, _ span: PersonSpan, _ kinds: ShiftKinds) -> Bool {
    PathShape.totalSize(person, span, kinds) > largestProgram
  }

  private func most(_ limit: Int, _ span: PersonSpan) -> Int {
    max(0, limit < span.mostOfShift.count ? span.mostOfShift[limit] : span.maxWeekends)
  }

  /// By limit, how often a path uses it.
  private func uses(_ path: PersonPath, _ span: PersonSpan) -> [Int] {
    var uses = [Int](repeating: 0, count: limitPrices.count)
    var wasOff = span.workRunBefore == 0
    for (offset, shift) in path.shifts.enumerated() {
      if let second = span.second, offset == second.step { wasOff = second.before.workRun == 0 }
      let weekday = span.day(offset) % 7
      if shift >= 0 {
        uses[Int(shift)] += 1
        if weekday == 5 || weekday == 6 && wasOff { uses[limitPrices.count - 1] += 1 }
      }
      wasOff = shift < 0
    }
    return uses
  }
}
