internal import Parallel
internal import Solving

/// Column generation for a window: the master program's prices, every person's cheapest roster at them, until none is worth
/// adding. Each round of pricing also gives a lower bound that is exact in integers.
final class ColumnGeneration {
  let window: RosterWindow
  let threads: Int
  let isCancelled: @Sendable () -> Bool
  /// Integer steps of one unit of cost.
  let scale: Int32
  private(set) var master: ColumnMaster
  /// By person of the window and day of the horizon: a shift, −1, or free.
  var fixed: [[Int16]]
  private var isBanned: [Bool] = []
  private var pricing: [PersonPricing]
  private let programs: PathPrograms
  /// Rounds of pricing times people: the work done.
  private(set) var paths = 0
  private(set) var iterations = 0
  /// The prices of cover with the best bound, and that bound.
  private(set) var center: [Double]?
  var smoothingShare = 0.5
  /// Whether every roster worth adding is found. If not, those that gain less than a unit of cost may be missed where limits per
  /// shift bind, and a round is several times as fast.
  var isExact = false
  private(set) var centerBound = -Double.infinity

  struct Point {
    /// Of the master program.
    var value: Double
    /// No choice of rosters that keeps what is fixed costs less.
    var bound: Double
    var shares: [Double]
    var isComplete: Bool
    var rowPrices: [Double]
  }

  init(_ window: RosterWindow, threads: Int, isCancelled: @escaping @Sendable () -> Bool) {
    self.window = window
    self.threads = threads
    self.isCancelled = isCancelled
    scale = ColumnGeneration.scale(window)
    master = ColumnMaster(window)
    let tables = window.tables
    fixed = ColumnGeneration.nothingFixed(window)
    let scale = scale
    pricing = window.people.map { _ in PersonPricing(shiftCount: tables.shiftCount, scale: scale) }
    programs = PathPrograms(tables, count: threads)
  }

  private static func nothingFixed(_ window: RosterWindow) -> [[Int16]] {
    window.lines.map { line in
      line.enumerated().map { day, shift in window.days.contains(day) ? PathProgram.free : shift }
    }
  }

  /// Takes back all that was fixed.
  func freeAll() {
    fixed = ColumnGeneration.nothingFixed(window)
    fixingsChanged()
  }

  /// The largest power of two at which no path's value can leave the range of reachable values.
  private static func scale(_ window: RosterWindow) -> Int32 {
    let tables = window.tables
    let dearest = window.rows.map { max(tables.rows[Int($0)].under, tables.rows[Int($0)].over) }.max() ?? 0
    let own = window.people.map { tables.people[$0].ownCost.map { abs($0) }.max() ?? 0 }.max() ?? 0
    let most = Int64(window.days.count + 1) * Int64(2 * dearest + own + 1)
    var scale: Int64 = 1 << 18
    while scale > 1 && most * scale > Int64(PathProgram.reachableEnd) / 4 { scale /= 2 }
    return Int32(scale)
  }

  func add(_ line: [Int16], person place: Int) {
    var rows: [Int32] = []
    for day in window.days where line[day] >= 0 {
      rows += window.rowsOfCell[(day - window.days.lowerBound) * window.tables.shiftCount + Int(line[day])]
    }
    master.add(RosterColumn(person: place, line: line, cost: window.ownCost(place, line), rows: rows))
    isBanned.append(!keepsFixed(line, place))
  }

  func keepsFixed(_ line: [Int16], _ place: Int) -> Bool {
    window.days.allSatisfy { fixed[place][$0] == PathProgram.free || fixed[place][$0] == line[$0] }
  }

  /// Bans the columns that do not keep what is fixed now.
  func fixingsChanged() {
    for (index, column) in master.columns.enumerated() {
      isBanned[index] = !keepsFixed(column.line, column.person)
    }
    center = nil
    centerBound = -.infinity
  }

  /// - Parameters:
  ///   - rounds: the most rounds of pricing.
  ///   - gap: ends where value and bound are so close.
  ///   - cutoff: ends where the bound reaches it.
  ///   - patience: ends after so many rounds that changed next to nothing.
  func converge(
    rounds: Int, gap: Double, cutoff: Double = .infinity, patience: Int = .max
  ) throws(SolverError) -> Point? {
    var bound = -Double.infinity
    var leastGap = Double.infinity
    var leastValue = Double.infinity
    var leastRound = 0
    var last: Point?
    for round in 0... {
      guard !isCancelled(), let result = try master.solve(isBanned: isBanned, isCancelled: isCancelled) else {
        return nil
      }
      iterations += result.iterations
      dropIdle(result)
      let smoothing = center != nil ? smoothingShare : 0
      var isComplete = true
      for weight in smoothing > 0 ? [smoothing, 0] : [0] {
        let prices = mixed(result.rowPrices, weight)
        let priced = priceAll(prices, targets: result.personPrices)
        guard let priced else { return nil }
        if priced.bound > centerBound {
          centerBound = priced.bound
          center = prices
        }
        bound = max(bound, priced.bound)
        if addColumns(priced.paths, result) > 0 {
          isComplete = false
          break
        }
        if bound >= result.value - gap { break }
      }
      last = Point(
        value: result.value, bound: bound, shares: shares(result), isComplete: isComplete, rowPrices: result.rowPrices)
      if result.value - bound < leastGap * 0.98 || result.value < leastValue - 2e-4 * abs(leastValue) {
        leastGap = min(leastGap, result.value - bound)
        leastValue = min(leastValue, result.value)
        leastRound = round
      }
      let isOver = round >= rounds || round - leastRound >= patience || bound >= min(result.value - gap, cutoff)
      if isComplete || isOver { return last }
    }
    return last
  }

  /// Prices to begin at, as if they were the best so far.
  func begin(at prices: [Double], bound: Double) {
    center = prices
    centerBound = bound
  }

  private func mixed(_ prices: [Double], _ weight: Double) -> [Double] {
    guard weight > 0, let center else { return prices }
    return zip(prices, center).map { (1 - weight) * $0 + weight * $1 }
  }

  /// Shares by column, after columns have been added.
  private func shares(_ result: ColumnMaster.Result) -> [Double] {
    lastShares + [Double](repeating: 0, count: master.columns.count - lastShares.count)
  }

  private var lastShares: [Double] = []
  private var lastCosts: [Double] = []

  /// Columns long out of use leave, so that the program stays small.
  private func dropIdle(_ result: ColumnMaster.Result) {
    lastShares = result.shares
    lastCosts = result.reducedCosts
    guard master.columns.count > 30 * window.people.count + 500 else { return }
    let costs = result.reducedCosts.sorted()
    let limit = max(costs[costs.count / 2], 1e-6)
    let banned = isBanned
    let kept = master.drop { banned[$0] || result.reducedCosts[$0] > limit }
    isBanned = kept.map { isBanned[$0] }
    lastShares = kept.map { result.shares[$0] }
    lastCosts = kept.map { result.reducedCosts[$0] }
  }

  /// - Parameter limitStep: where it is given, limits per shift are priced only, and their prices move by so much.
  /// - Returns: nil where it was cancelled or a person has no roster.
  func priceAll(
    _ rowPrices: [Double], targets: [Double], limitStep: Double? = nil
  ) -> (bound: Double, paths: [PersonPath?], keepsLimits: [Bool])? {
    let tables = window.tables
    let step = Double(scale)
    var total = Int64(window.constant) * Int64(scale)
    var cellPrice = [Int32](repeating: 0, count: window.rowsOfCell.count)
    var whole = [Int32](repeating: 0, count: rowPrices.count)
    for (place, row) in window.rows.enumerated() {
      let cover = tables.rows[Int(row)]
      let price = (rowPrices[place] * step).rounded()
      whole[place] = Int32(min(max(price, -Double(cover.over) * step), Double(cover.under) * step))
      total += Int64(whole[place]) * Int64(window.wanted[place])
    }
    for cell in cellPrice.indices {
      for row in window.rowsOfCell[cell] { cellPrice[cell] -= whole[Int(row)] }
    }
    let job = PricingJob(self, cellPrice, targets, limitStep.map { Int32($0 * step) })
    let chunks = programs.count
    let results = ParallelTasks.map(count: chunks, threads: threads) { job.run(chunk: $0, of: chunks) }
    var paths = [PersonPath?](repeating: nil, count: window.people.count)
    var keepsLimits = [Bool](repeating: true, count: window.people.count)
    guard results.reduce(0, { $0 + $1.count }) == window.people.count else { return nil }
    for result in results.joined() {
      pricing[result.place] = result.pricing
      if result.result.isImpossible { return nil }
      total += result.result.bound
      paths[result.place] = result.result.path
      keepsLimits[result.place] = result.result.keepsLimits
    }
    self.paths += window.people.count
    return (Double(total) / step, paths, keepsLimits)
  }

  /// - Returns: how many were worth adding.
  private func addColumns(_ paths: [PersonPath?], _ result: ColumnMaster.Result) -> Int {
    var added = 0
    for (place, path) in paths.enumerated() {
      guard let path else { continue }
      let line = line(path, place)
      var cost = Double(window.ownCost(place, line)) - result.personPrices[place]
      for day in window.days where line[day] >= 0 {
        let cell = (day - window.days.lowerBound) * window.tables.shiftCount + Int(line[day])
        for row in window.rowsOfCell[cell] { cost -= result.rowPrices[Int(row)] }
      }
      if cost < -1e-5 {
        add(line, person: place)
        added += 1
      }
    }
    return added
  }

  /// What one thread needs to price its people.
  private struct PricingJob: @unchecked Sendable {
    let generation: ColumnGeneration
    let cellPrice: [Int32]
    /// By person, the price below which a roster is worth adding.
    let targets: [Double]
    let limitStep: Int32?

    init(_ generation: ColumnGeneration, _ cellPrice: [Int32], _ targets: [Double], _ limitStep: Int32?) {
      self.limitStep = limitStep
      self.generation = generation
      self.cellPrice = cellPrice
      self.targets = targets
    }

    func run(chunk: Int, of chunks: Int) -> [PricedPerson] {
      let window = generation.window
      let tables = window.tables
      let program = generation.programs[chunk]
      let scale = generation.scale
      var price = [Int32](repeating: 0, count: tables.dayCount * tables.shiftCount)
      let base = window.days.lowerBound * tables.shiftCount
      var priced: [PricedPerson] = []
      for place in stride(from: chunk, to: window.people.count, by: chunks) where !generation.isCancelled() {
        let person = tables.people[window.people[place]]
        for cell in cellPrice.indices { price[base + cell] = cellPrice[cell] + person.ownCost[base + cell] * scale }
        var pricing = generation.pricing[place]
        let fixed = generation.fixed[place]
        let result =
          if let limitStep {
            pricing.relaxed(program, person, window.spans[place], price: price, fixed: fixed, step: limitStep)
          } else {
            pricing.solve(
              program, person, window.spans[place], price: price, fixed: fixed,
              target: Int64(((targets[place] - 1e-3) * Double(scale)).rounded(.down)),
              tolerance: generation.isExact ? 0 : Int64(scale))
          }
        priced.append(PricedPerson(place: place, pricing: pricing, result: result))
      }
      return priced
    }
  }

  private struct PricedPerson: Sendable {
    var place: Int
    var pricing: PersonPricing
    var result: PersonPricing.Result
  }
}

/// A path program for each thread.
struct PathPrograms: @unchecked Sendable {
  private let programs: [PathProgram]

  init(_ tables: ShiftLevelTables, count: Int) {
    programs = (0..<count).map { _ in PathProgram(tables) }
  }

  var count: Int { programs.count }
  subscript(index: Int) -> PathProgram { programs[index] }
}

extension ColumnGeneration {
  /// By person, the lines that are nearest to being used at the last prices.
  func bestLines(count: Int) -> [[[Int16]]] {
    var byPerson = [[(cost: Double, line: [Int16])]](repeating: [], count: window.people.count)
    for (index, column) in master.columns.enumerated() where index < lastCosts.count {
      byPerson[column.person].append((lastCosts[index], column.line))
    }
    return byPerson.map { list in
      list.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.prefix(count)
        .map(\.element.line)
    }
  }
}
