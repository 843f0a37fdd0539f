internal import Parallel
internal import Vocabulary

/// Simulated annealing whose move plans some days of one person anew: the cheapest line at what the cover is worth at the moment
/// plus noise, which falls from epoch to epoch. Noise of Gumbel's distribution on every cell makes the cheapest line a draw much
/// as the heat bath's (G. Papandreou and A. Yuille, "Perturb-and-MAP random fields", ICCV 2011), and every line keeps the rules.
struct NoisySearch {
  let tables: ShiftLevelTables
  var seed: UInt64
  let threads: Int
  let isCancelled: @Sendable () -> Bool
  var epochs = 60
  /// Part of the time that is over, where time is limited: the noise then falls with it, so that what is found is finished.
  var timePart: @Sendable () -> Double = { 0 }
  /// In units of cost.
  var firstNoise = 0.1
  var lastNoise = 0.01
  /// In units of cost for each person.
  var firstStiffness = 0.5
  var lastStiffness = 30.0
  /// Part of the epochs that are at the true worth.
  var finalPart = 0.1
  /// Part of the stiffness by which a row's price moves for each person missing at the end of an epoch.
  var priceShare = 0.1
  /// By row of cover, of the linear program; nil where it was not solved.
  var prices: [Double]?
  /// Days planned anew at once.
  var longestWindow = 28
  /// Days of each of two windows planned anew at once, on long horizons.
  var pairedDays = 14

  private var windowDays: Int { min(longestWindow, tables.dayCount) }

  /// - Parameter onEpoch: told of each epoch that ends better than all before.
  func run(from start: [[Int16]], onEpoch: ([[Int16]], Int) -> Void) -> NoisyOutcome {
    let state = NoisyState(tables, start, prices)
    var best = start
    var bestCost = tables.cost(start)
    var random = SeededRandom(seed: seed, stream: 3)
    for epoch in 0..<epochs where !isCancelled() {
      let part = max(Double(epoch) / Double(max(1, epochs - 1)), timePart())
      if part > 1 { break }
      let soft = part / (1 - finalPart)
      state.worth.stiffness =
        soft < 1 ? geometric(from: firstStiffness, to: lastStiffness, part: soft) : .infinity
      runEpoch(epoch, state, geometric(from: firstNoise, to: lastNoise, part: part), &random)
      state.followCover(share: priceShare)
      let cost = tables.cost(state.lines)
      if cost < bestCost {
        best = state.lines
        bestCost = cost
        onEpoch(best, cost)
      }
    }
    return NoisyOutcome(lines: best, prices: state.worth.prices)
  }

  /// Two tasks that share neither people nor days, then with the days exchanged: the result does not depend on threads.
  private func runEpoch(_ epoch: Int, _ state: NoisyState, _ noise: Double, _ random: inout SeededRandom) {
    var people = Array(0..<tables.peopleCount)
    people.shuffle(using: &random)
    // Every other epoch two windows at once, wherever they are.
    let windows =
      isPaired && epoch % 2 == 1 ? pairs(&random) : windows(windowDays, &random).map { NoisyWindow(days: $0) }
    let isSplit = windows.count >= 2 && people.count >= 4
    let cut = isSplit ? windows.count / 2 : windows.count
    // A run may reach some days into the held ones: they are only read.
    let parts = isSplit ? [Array(windows[..<cut]), Array(windows[cut...])] : [windows]
    let half = isSplit ? people.count / 2 : people.count
    let groups = [Array(people[..<half]), Array(people[half...])]
    let search = self
    for round in 0..<parts.count {
      ParallelTasks.run(count: parts.count, threads: threads) { task in
        let stream = UInt64(epoch) << 8 | UInt64(round) << 4 | UInt64(task)
        search.sweep(
          state, groups[task], parts[task ^ round], noise, task, SeededRandom(seed: search.seed, stream: stream))
      }
    }
  }

  private var isPaired: Bool { tables.dayCount >= 6 * pairedDays }

  /// The whole horizon, from a random day on.
  private func windows(_ length: Int, _ random: inout SeededRandom) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var first = length < tables.dayCount ? -random.below(length) : 0
    while first < tables.dayCount {
      let window = max(0, first)..<min(tables.dayCount, first + length)
      if !window.isEmpty { windows.append(window) }
      first += length
    }
    return windows
  }

  private func pairs(_ random: inout SeededRandom) -> [NoisyWindow] {
    var windows = windows(pairedDays, &random)
    windows.shuffle(using: &random)
    return stride(from: 0, to: windows.count - 1, by: 2).map { place in
      let (one, other) = (windows[place], windows[place + 1])
      return one.lowerBound < other.lowerBound
        ? NoisyWindow(days: one, later: other) : NoisyWindow(days: other, later: one)
    }
  }

  private func sweep(
    _ state: NoisyState, _ people: [Int], _ windows: [NoisyWindow], _ noise: Double, _ task: Int, _ random: SeededRandom
  ) {
    var random = random
    let program = state.program(task)
    for window in windows {
      for person in people {
        if isCancelled() { return }
        state.replan(person, window, noise, program, &random)
      }
    }
  }
}

struct NoisyOutcome: Sendable {
  /// The best at the end of an epoch.
  var lines: [[Int16]]
  /// By row of cover, at the end.
  var prices: [Double]
}
