internal import Vocabulary

/// How many of each rank come and go at the beginning of each half-hour of one replication: duties less those missed.
struct FloorChanges {
  let ranks: Int
  /// Half-hours from the first of the period, with those after it that shifts reach.
  let halves: Int
  /// At [half × ranks + rank].
  private(set) var coming: [Int32]
  private(set) var going: [Int32]
  /// Meals begun, by length in half-hours 1 and 2.
  private(set) var eating: [[Int32]]

  init(_ floor: SimulatedFloor, halves period: Int, absence: Double, random: inout SeededRandom) {
    ranks = floor.productivities.count
    halves = max(period, floor.duties.map(\.span.upperBound).max() ?? 0) + 1
    coming = [Int32](repeating: 0, count: halves * ranks)
    going = coming
    eating = [coming, coming]
    let missed = (0..<floor.shiftCount).map { _ in absence > 0 && random.uniform() < absence }
    for duty in floor.duties where !missed[duty.shift] && duty.span.upperBound > 0 {
      coming[max(0, duty.span.lowerBound) * ranks + duty.rank] += 1
      going[duty.span.upperBound * ranks + duty.rank] += 1
      if !duty.meal.isEmpty, duty.meal.lowerBound >= max(0, duty.span.lowerBound) {
        eating[min(2, duty.meal.count) - 1][duty.meal.lowerBound * ranks + duty.rank] += 1
      }
    }
  }
}
