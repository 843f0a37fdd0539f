import Foundation
import Testing
import Vocabulary

@testable import Forecasting

@Suite struct NumericsTests {
  @Test func choleskySolvesRandomSystems() throws {
    var random = SeededRandom(seed: 3)
    for size in [1, 2, 5, 17, 40] {
      var matrix = SymmetricMatrix(size: size)
      let vectors = (0..<(size + 3) * size).map { _ in random.normal() }
      matrix.addOuterProducts(of: vectors, count: size + 3)
      for row in 0..<size { matrix[row, row] += 0.1 }
      let truth = (0..<size).map { _ in random.normal() }
      let right = (0..<size).map { row in (0..<size).reduce(0) { $0 + matrix[row, $1] * truth[$1] } }
      let solution = try #require(matrix.solve(right))
      for (found, wanted) in zip(solution, truth) { #expect(abs(found - wanted) < 1e-7) }
    }
    #expect(SymmetricMatrix(size: 3).solve([1, 2, 3]) == nil)
  }

  /// Textbook values of the standard normal quantile.
  @Test func normalQuantiles() {
    for (level, value) in [(0.5, 0.0), (0.9, 1.2815515655), (0.975, 1.9599639845), (0.01, -2.3263478740)] {
      #expect(abs(standardNormalQuantile(level) - value) < 1e-6)
    }
  }

  /// Poisson(4): P(X ≤ 1) = 0.0916, P(X ≤ 2) = 0.2381, P(X ≤ 4) = 0.6288, P(X ≤ 6) = 0.8893, P(X ≤ 7) = 0.9489.
  @Test func quantilesWithoutOverdispersionArePoisson() {
    let quantiles = NegativeBinomial(mean: 4, relativeVariance: 0).quantiles(at: [0.09, 0.1, 0.5, 0.88, 0.9])
    #expect(quantiles == [1, 2, 4, 6, 7])
  }

  /// Size 1 (relative variance 1) is geometric: P(X ≤ k) = 1 − (m/(1+m))^(k+1); mean 9 gives 1 − 0.9^(k+1), which
  /// passes 0.1 at k = 0, 0.5 at k = 6 and 0.9 at k = 21.
  @Test func quantilesWithRelativeVarianceOneAreGeometric() {
    #expect(NegativeBinomial(mean: 9, relativeVariance: 1).quantiles(at: [0.1 - 1e-9, 0.5, 0.9]) == [0, 6, 21])
  }

  @Test func exactAndSmoothQuantilesMeet() {
    for variance in [0, 0.01, 0.05, 0.2] {
      let below = NegativeBinomial(mean: 59.999, relativeVariance: variance).quantiles(at: Forecast.levels)
      let above = NegativeBinomial(mean: 60.001, relativeVariance: variance).quantiles(at: Forecast.levels)
      for (exact, smooth) in zip(below, above) { #expect(abs(exact - smooth) <= 1.2) }
    }
  }

  /// With an endless memory the level is a constant, so the regression must equal ordinary least squares.
  @Test func constantLevelIsOrdinaryLeastSquares() {
    var random = SeededRandom(seed: 11)
    var regression = LevelRegression(columnCount: 2, levelHalfLife: .infinity)
    for day in 0..<200 {
      let row = [Double(day % 7 == 0 ? 1 : 0), random.normal()]
      regression.advance()
      row.withUnsafeBufferPointer {
        regression.observe(5 + 0.7 * row[0] - 0.3 * row[1], row: $0, noise: 1, weight: 1)
      }
    }
    let solution = regression.solve(priorDeviations: [100, 100])
    #expect(abs(solution.level - 5) < 1e-4)
    #expect(abs(solution.effects[0] - 0.7) < 1e-4)
    #expect(abs(solution.effects[1] + 0.3) < 1e-4)
  }

  @Test func shortMemoryFollowsTheLevelAndKeepsTheEffect() {
    var random = SeededRandom(seed: 12)
    var regression = LevelRegression(columnCount: 1, levelHalfLife: 3)
    for day in 0..<300 {
      let row = [Double(day % 7 == 0 ? 1 : 0)]
      regression.advance()
      let level = day < 250 ? 4.0 : 6.0
      row.withUnsafeBufferPointer {
        regression.observe(level + 0.5 * row[0] + 0.02 * random.normal(), row: $0, noise: 1, weight: 1)
      }
    }
    let solution = regression.solve(priorDeviations: [1])
    #expect(abs(solution.level - 6) < 0.05)
    #expect(abs(solution.effects[0] - 0.5) < 0.1)
  }

  @Test func levelShiftsAreFoundAndSeasonsAreNot() {
    var random = SeededRandom(seed: 4)
    let noise = (0..<200).map { _ in 0.05 * random.normal() }
    let shifted = noise.indices.map { noise[$0] + ($0 >= 120 ? 0.9 : 0) }
    let found = LevelShift.find(in: shifted)
    #expect(found.map(\.index) == [120])
    #expect(abs((found.first?.size ?? 0) - 0.9) < 0.05)
    let season = noise.indices.map { noise[$0] + sin(Double($0) / 20) }
    #expect(LevelShift.find(in: season).isEmpty)
  }
}
