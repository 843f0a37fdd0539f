import Testing
import Vocabulary

@Suite struct SeededRandomTests {
  /// First outputs of xoshiro256++ seeded with SplitMix64 from 0, as the `rand` crate's test vector has them.
  @Test func agreesWithThePublishedSequence() {
    var random = SeededRandom(seed: 0)
    let expected: [UInt64] = [
      5_987_356_902_031_041_503, 7_051_070_477_665_621_255, 6_633_766_593_972_829_180, 211_316_841_551_650_330,
      9_136_120_204_379_184_874, 379_361_710_973_160_858, 15_813_423_377_499_357_806, 15_596_884_590_815_070_553,
      5_439_680_534_584_881_407, 1_369_371_744_833_522_710,
    ]
    #expect(expected.indices.map { _ in random.next() } == expected)
  }

  @Test func repeatsForASeedAndDiffersByStream() {
    func first(_ random: SeededRandom) -> [UInt64] {
      var random = random
      return (0..<8).map { _ in random.next() }
    }
    #expect(first(SeededRandom(seed: 7)) == first(SeededRandom(seed: 7)))
    #expect(first(SeededRandom(seed: 7)) != first(SeededRandom(seed: 8)))
    let streams = (0..<64).map { first(SeededRandom(seed: 7, stream: $0)) }
    #expect(Set(streams).count == 64)
    #expect(!streams.contains(first(SeededRandom(seed: 7))))
  }

  /// Mean and variance of a sample, which for n draws are off by about √(variance ÷ n) and √(2 ÷ n).
  private func moments(_ count: Int = 40_000, _ draw: (inout SeededRandom) -> Double) -> (
    mean: Double, variance: Double
  ) {
    var random = SeededRandom(seed: 42)
    let values = (0..<count).map { _ in draw(&random) }
    let mean = values.reduce(0, +) / Double(count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1))
  }

  @Test func uniformIsUniform() {
    let (mean, variance) = moments { $0.uniform() }
    #expect(abs(mean - 0.5) < 0.008)
    #expect(abs(variance - 1.0 / 12) < 0.002)
    var random = SeededRandom(seed: 1)
    #expect((0..<10_000).allSatisfy { _ in (0..<1).contains(random.uniform()) })
  }

  @Test(arguments: [1, 2, 7, 48, 1000])
  func belowStaysBelowAndReachesAll(bound: Int) {
    var random = SeededRandom(seed: 3)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<bound * 100 { counts[random.below(bound)] += 1 }
    // Of 100 expected; 5 standard deviations.
    #expect(counts.allSatisfy { (50...150).contains($0) })
  }

  @Test func normalHasUnitVariance() {
    let (mean, variance) = moments { $0.normal() }
    #expect(abs(mean) < 0.02)
    #expect(abs(variance - 1) < 0.03)
    var random = SeededRandom(seed: 5)
    let beyond = (0..<40_000).count { _ in abs(random.normal()) > 1.959964 }
    #expect((1800...2200).contains(beyond))
  }

  @Test(arguments: [0.5, 1, 4, 25, 200])
  func gammaHasMeanOneAndVarianceOfItsShape(shape: Double) {
    let (mean, variance) = moments { $0.gammaWithMeanOne(shape: shape) }
    #expect(abs(mean - 1) < 0.02)
    #expect(abs(variance * shape - 1) < 0.08)
    var random = SeededRandom(seed: 9)
    #expect((0..<5_000).allSatisfy { _ in random.gammaWithMeanOne(shape: shape) > 0 })
  }

  @Test(arguments: [0.3, 3, 29, 31, 400])
  func poissonHasEqualMeanAndVariance(mean: Double) {
    let sample = moments { Double($0.poisson(mean: mean)) }
    #expect(abs(sample.mean / mean - 1) < 0.02)
    #expect(abs(sample.variance / mean - 1) < 0.05)
  }

  @Test func poissonOfNothingIsNothing() {
    var random = SeededRandom(seed: 1)
    #expect(random.poisson(mean: 0) == 0)
    #expect(random.poisson(mean: -1) == 0)
    // exp(−0.3) = 0.7408 of the counts are 0.
    let zeros = (0..<20_000).count { _ in random.poisson(mean: 0.3) == 0 }
    #expect(abs(Double(zeros) / 20_000 - 0.7408) < 0.015)
  }
}
