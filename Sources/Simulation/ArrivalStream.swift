internal import Foundation
internal import Vocabulary

/// The instants at which calls arrive, half-hour by half-hour.
struct ArrivalStream {
  /// Of the next call of the half-hour; infinite where there is none.
  private(set) var next = Double.infinity
  private let rates: [Double]?
  private let counts: [Int]
  private var end = 0.0
  private var meanGap = 0.0
  /// Of exact counts: sorted instants, and how many are used.
  private var instants: [Double] = []
  private var used = 0

  init(_ arrivals: CallTraffic.Arrivals, replication: Int) {
    switch arrivals {
    case .rates(let path):
      rates = path(replication)
      counts = []
    case .counts(let exact):
      rates = nil
      counts = exact
    }
  }

  mutating func begin(half: Int, start: Double, random: inout SeededRandom) {
    end = start + Replication.halfHour
    next = .infinity
    if let rates {
      guard half < rates.count, rates[half] > 0 else { return }
      meanGap = Replication.halfHour / rates[half]
      next = start
      advance(random: &random)
    } else {
      place(half < counts.count ? counts[half] : 0, from: start, &random)
    }
  }

  @inline(__always)
  mutating func advance(random: inout SeededRandom) {
    if rates != nil {
      next -= meanGap * log(1 - random.uniform())
      if next >= end { next = .infinity }
    } else {
      next = used < instants.count ? instants[used] : .infinity
      used += 1
    }
  }

  /// Sorted uniform instants are sums of exponential gaps over the sum of them all.
  private mutating func place(_ count: Int, from start: Double, _ random: inout SeededRandom) {
    instants.removeAll(keepingCapacity: true)
    used = 0
    guard count > 0 else { return }
    var sum = 0.0
    for _ in 0..<count {
      sum -= log(1 - random.uniform())
      instants.append(sum)
    }
    let scale = Replication.halfHour / (sum - log(1 - random.uniform()))
    for index in instants.indices { instants[index] = start + instants[index] * scale }
    advance(random: &random)
  }
}

/// Draws handling times.
struct HandlingSampler {
  private let isExponential: Bool
  private let spread: Double

  init(_ handling: CallTraffic.Handling) {
    switch handling {
    case .exponential:
      isExponential = true
      spread = 0
    case .lognormal(let variation):
      isExponential = false
      spread = log1p(variation * variation).squareRoot()
    }
  }

  @inline(__always)
  func sample(mean: Double, _ random: inout SeededRandom) -> Double {
    isExponential
      ? -mean * log(1 - random.uniform()) : mean * exp(spread * random.normal() - 0.5 * spread * spread)
  }
}
