internal import Solving
internal import Vocabulary

/// From shares of rosters to whole ones: cells that the master program all but decides are fixed, rosters are generated anew, and
/// so on until every person has one. The bound on the way tells when no better roster can come of it.
struct Dive {
  let generation: ColumnGeneration
  var settings = DiveSettings()
  var seed: UInt64 = 1
  var onPoint: (ColumnGeneration.Point) -> Void = { _ in }

  /// - Parameter cutoff: a roster must cost less than this to be wanted.
  /// - Returns: the lines of the window's people and their cost; nil where there is none below the cutoff.
  func run(cutoff: Double) throws(SolverError) -> (lines: [[Int16]], cost: Int)? {
    guard let root = try generation.converge(rounds: settings.rootRounds, gap: settings.gap, cutoff: cutoff),
      root.bound < cutoff
    else { return nil }
    var point = root
    var least = root.value
    var tolerance = settings.tolerance
    var releases = 0
    var random = SeededRandom(seed: seed, stream: 5)
    while true {
      onPoint(point)
      let decisions = CellShares(generation, point.shares)
      least = min(least, point.value)
      if point.value >= min(least + tolerance, cutoff) && releases < settings.releases {
        release(decisions, &random)
        releases += 1
        tolerance *= settings.toleranceGrowth
      } else if point.value >= max(cutoff, root.value) {
        return nil
      } else if let lines = decisions.wholeLines {
        return (lines, generation.window.cost(lines))
      } else {
        fix(decisions, &random)
      }
      guard let next = try generation.converge(rounds: settings.rounds, gap: settings.gap, cutoff: cutoff) else {
        return nil
      }
      point = next
    }
  }

  /// Frees those the master program leaves undecided, and as many others: what was fixed keeps them from their place.
  private func release(_ decisions: CellShares, _ random: inout SeededRandom) {
    let window = generation.window
    var undecided = [Bool](repeating: false, count: window.people.count)
    for cell in decisions.cells where cell.share < 0.999 { undecided[cell.person] = true }
    var others = undecided.indices.filter { !undecided[$0] }
    others.shuffle(using: &random)
    let count = undecided.count { $0 }
    for place in undecided.indices.filter({ undecided[$0] }) + others.prefix(count) {
      for day in window.days { generation.fixed[place][day] = PathProgram.free }
    }
    generation.fixingsChanged()
  }

  private func fix(_ decisions: CellShares, _ random: inout SeededRandom) {
    var candidates: [CellShares.Cell] = []
    for cell in decisions.cells where generation.fixed[cell.person][cell.day] == PathProgram.free {
      // Those that are whole anyway stay free to change with the rest.
      if cell.share < 0.999 { candidates.append(cell) }
    }
    // Equal shares in the order of people and days.
    for place in candidates.indices where settings.jitter > 0 {
      candidates[place].share -= settings.jitter * random.uniform()
    }
    candidates.sort { $0.share > $1.share || $0.share == $1.share && ($0.person, $0.day) < ($1.person, $1.day) }
    let most = max(1, Int(Double(candidates.count) * settings.part))
    for (rank, cell) in candidates.enumerated() where rank < most && (rank == 0 || cell.share >= settings.threshold) {
      generation.fixed[cell.person][cell.day] = cell.shift
    }
    generation.fixingsChanged()
  }
}

struct DiveSettings: Sendable {
  var rootRounds = 60
  var rounds = 10
  var gap = 0.05
  /// Share of the undecided cells fixed in a step.
  var part = 0.05
  /// Cells below this share are only fixed one by one.
  var threshold = 0.7
  /// Where fixing costs more than this, some are freed again.
  var tolerance = 20.0
  var toleranceGrowth = 1.6
  var releases = 5
  /// At most so much of a share is taken off at random, so that no dive is like another.
  var jitter = 0.0

  /// For everybody, where the columns are complete: in a hurry, then with care.
  static let quick = DiveSettings(rootRounds: 2, rounds: 3, part: 0.2, releases: 0)
  static let whole = DiveSettings(rootRounds: 2, rounds: 8, part: 0.08, releases: 4)
  /// For a few people.
  static let neighbourhood = DiveSettings(rootRounds: 30, rounds: 8, part: 0.08, releases: 2, jitter: 0.1)
}

/// How much of each person's rosters agree on a cell with the person's main roster.
struct CellShares {
  struct Cell {
    var person: Int
    var day: Int
    var shift: Int16
    var share: Double
  }

  /// The cells of each person's main roster.
  private(set) var cells: [Cell] = []
  /// Where everybody has one roster only.
  private(set) var wholeLines: [[Int16]]?

  init(_ generation: ColumnGeneration, _ shares: [Double]) {
    let window = generation.window
    let columns = generation.master.columns
    var used = [[Int]](repeating: [], count: window.people.count)
    for (index, share) in shares.enumerated() where share > 1e-7 { used[columns[index].person].append(index) }
    let main = used.map { list in list.max { (shares[$0], -$0) < (shares[$1], -$1) } }
    if zip(main, used).allSatisfy({ $0.0 != nil && shares[$0.0!] > 0.9999 }) {
      wholeLines = main.map { columns[$0!].line }
    }
    for (place, index) in main.enumerated() {
      guard let index else { continue }
      let line = columns[index].line
      for day in window.days {
        var share = 0.0
        for other in used[place] where columns[other].line[day] == line[day] { share += shares[other] }
        cells.append(Cell(person: place, day: day, shift: line[day], share: share))
      }
    }
  }
}
