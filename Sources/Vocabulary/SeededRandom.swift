internal import Foundation

/// Repeatable random numbers: the same seed gives the same sequence on every machine.
///
/// xoshiro256++ by D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators" (ACM TOMS 47:4, 2021),
/// seeded through SplitMix64 as its authors advise.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var mixer = seed
    func next() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var word = mixer
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// An independent stream for a part of the work, so that parts may run in any order or at once.
  package init(seed: UInt64, stream: UInt64) {
    self.init(seed: seed ^ (stream &+ 1) &* 0xD1B5_4A32_D192_ED03)
  }

  @inline(__always)
  package mutating func next() -> UInt64 {
    let sum = state.0 &+ state.3
    let result = ((sum << 23) | (sum >> 41)) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// Uniform in [0, 1).
  @inline(__always)
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Uniform in 0..<bound; the bias of at most bound ÷ 2³² does not matter here.
  @inline(__always)
  package mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// Standard normal, by the polar method of Marsaglia.
  package mutating func normal() -> Double {
    while true {
      let first = 2 * uniform() - 1
      let second = 2 * uniform() - 1
      let square = first * first + second * second
      if square > 0, square < 1 { return first * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// Gamma with a shape and mean 1: Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables" (ACM TOMS 26, 2000).
  package mutating func gammaWithMeanOne(shape: Double) -> Double {
    guard shape >= 1 else {
      return gammaWithMeanOne(shape: shape + 1) * (shape + 1) / shape * pow(1 - uniform(), 1 / shape)
    }
    let offset = shape - 1.0 / 3
    let scale = 1 / (9 * offset).squareRoot()
    while true {
      let deviate = normal()
      let cube = pow(1 + scale * deviate, 3)
      if cube > 0, log(1 - uniform()) < 0.5 * deviate * deviate + offset - offset * cube + offset * log(cube) {
        return offset * cube / shape
      }
    }
  }

  /// A Poisson count, exact by inversion below a mean of 30, by a rounded normal above (error below 1 % of the deviation).
  package mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean < 30 else { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
    var count = 0
    var product = 1 - uniform()
    let limit = exp(-mean)
    while product > limit {
      count += 1
      product *= 1 - uniform()
    }
    return count
  }
}
