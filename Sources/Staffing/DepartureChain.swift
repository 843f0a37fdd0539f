internal import Foundation

/// For a caller who finds all agents busy and j others waiting, j = 0, 1, 2, …: the probabilities of being answered, and of
/// having given up, within a time t.
///
/// The j + 1 departures ahead of the answer come at rates nμ + iθ, i = 0…j, the caller's own patience ends at rate θ. With
/// c = nμ ÷ θ and y = 1 − e^(−θt), the departures ahead are over within t with probability I_y(j + 1, c), and the caller is
/// answered within t with probability c ÷ (c + j + 1) × I_y(j + 1, c + 1): regularised incomplete beta functions, which
/// fall from j to j + 1 by a term that is carried along (DLMF 8.17.20).
struct DepartureChain {
  private let ratio: Double
  private let stillWaiting: Double
  private var depth = 0.0
  /// I_y(j + 1, c + 1), and the term by which it falls to the next j.
  private var tail: Double
  private var term: Double

  init(service: Double, leaving: Double, within: Double) {
    ratio = service / leaving
    stillWaiting = exp(-leaving * within)
    // I_y(1, b) = 1 − (1 − y)^b with b = c + 1.
    let power = exp(-(service + leaving) * within)
    tail = 1 - power
    term = (1 - stillWaiting) * power * (ratio + 1)
  }

  /// (answered within t, given up within t) for the next j.
  mutating func next() -> (served: Double, left: Double) {
    let served = ratio / (ratio + depth + 1) * tail
    // All whose patience ends within t, less those of them who were answered before.
    let ahead = max(0, tail - term * (depth + 1) / (stillWaiting * (depth + 1 + ratio)))
    let left = max(0, 1 - stillWaiting - max(0, served - stillWaiting * ahead))
    depth += 1
    tail = max(0, tail - term)
    term *= (1 - stillWaiting) * (depth + ratio + 1) / (depth + 1)
    return (served, left)
  }
}
