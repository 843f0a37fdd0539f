internal import Foundation

/// Regression whose errors are a level that wanders plus noise: y(t) = level(t) + x(t)·β + noise.
///
/// The level is a random walk, so old days say less about it than recent ones; its memory is given as a half-life. The
/// Kalman filter for the level alone is run over y and over every column of x; by linearity the innovations of y
/// regressed on those of x, weighted by their variances, give the exact generalized least squares estimate of β (the
/// augmented Kalman filter of P. de Jong, "The Diffuse Kalman Filter", Annals of Statistics 19 (1991), which with a
/// constant gain is regression with ARIMA(0,1,1) errors). A Gaussian prior on β, mean 0, makes it ridge regression.
///
/// Days are fed in order; `solve` may be called at any point and sees only what was fed so far.
///
/// Complexity: p² ÷ 2 per day, p³ ÷ 6 per solution, for p columns.
struct LevelRegression: Sendable {
  struct Solution: Sendable {
    var effects: [Double]
    var level: Double
    /// Variance of the noise of a day with `noise` 1.
    var variance: Double
  }

  let columnCount: Int
  /// Quantities explained by the same columns.
  let responseCount: Int
  private var size: Int { columnCount + responseCount }
  /// Variance of the level's daily step, relative to that of the noise.
  private let stepVariance: Double
  /// Factor by which the weight of the past shrinks per day, as the growth of the weight of the present.
  private let growthPerDay: Double
  private var growth = 1.0
  /// Filtered level of every column, then of every response.
  private var levels: [Double]
  /// Variance of the level, relative to that of the noise; nil before the first day.
  private var levelVariance: Double?
  /// Σ of outer products of the scaled innovations, responses last.
  private var products: SymmetricMatrix
  private var pending: [Double]
  private var pendingCount = 0
  private var weightSum = 0.0

  /// - Parameters:
  ///   - responseCount: quantities that share columns and weights, solved for one by one.
  ///   - levelHalfLife: days after which an observation's weight in the level is halved; infinite = a constant level.
  ///   - effectHalfLife: days after which an observation's weight in the effects is halved; infinite = all count alike.
  init(columnCount: Int, responseCount: Int = 1, levelHalfLife: Double, effectHalfLife: Double = .infinity) {
    self.columnCount = columnCount
    self.responseCount = responseCount
    let gain = 1 - exp2(-1 / levelHalfLife)
    stepVariance = gain * gain / (1 - gain)
    growthPerDay = exp2(0.5 / effectHalfLife)
    levels = [Double](repeating: 0, count: columnCount + responseCount)
    products = SymmetricMatrix(size: columnCount + responseCount)
    pending = [Double](repeating: 0, count: 4 * (columnCount + responseCount))
  }

  /// Lets a day pass, whether or not it was observed.
  mutating func advance() {
    if let variance = levelVariance { levelVariance = variance + stepVariance }
    growth *= growthPerDay
  }

  /// Forgets the level: what comes has a new one.
  mutating func restartLevel() { levelVariance = nil }

  /// - Parameters:
  ///   - noise: variance of this day's noise relative to a normal day's.
  ///   - weight: how much the day teaches about the effects, 0...1.
  mutating func observe(_ value: Double, row: UnsafeBufferPointer<Double>, noise: Double, weight: Double) {
    withUnsafePointer(to: value) {
      observe(UnsafeBufferPointer(start: $0, count: 1), row: row, noise: noise, weight: weight)
    }
  }

  /// - Parameter responses: NaN where one was not recorded that day; it then keeps its level.
  mutating func observe(
    _ responses: UnsafeBufferPointer<Double>, row: UnsafeBufferPointer<Double>, noise: Double, weight: Double
  ) {
    guard let prior = levelVariance else {
      for column in 0..<columnCount { levels[column] = row[column] }
      for response in 0..<responseCount where !responses[response].isNaN {
        levels[columnCount + response] = responses[response]
      }
      levelVariance = noise
      return
    }
    let innovationVariance = prior + noise
    let gain = prior / innovationVariance
    let scale = growth * (weight / innovationVariance).squareRoot()
    let offset = pendingCount * size
    let columnCount = self.columnCount
    let responseCount = self.responseCount
    pending.withUnsafeMutableBufferPointer { pending in
      levels.withUnsafeMutableBufferPointer { levels in
        for column in 0..<columnCount {
          let innovation = row[column] - levels[column]
          levels[column] += gain * innovation
          pending[offset + column] = scale * innovation
        }
        for response in 0..<responseCount {
          let column = columnCount + response
          let innovation = responses[response].isNaN ? 0 : responses[response] - levels[column]
          levels[column] += gain * innovation
          pending[offset + column] = scale * innovation
        }
      }
    }
    levelVariance = prior * (1 - gain)
    weightSum += growth * growth * weight
    pendingCount += 1
    if pendingCount == 4 { flush() }
  }

  private mutating func flush() {
    products.addOuterProducts(of: pending, count: pendingCount)
    pendingCount = 0
  }

  /// - Parameter priorDeviations: of the effects; 0 or less leaves a column out.
  mutating func solve(priorDeviations: [Double], response: Int = 0) -> Solution {
    flush()
    let target = columnCount + response
    let used = (0..<columnCount).filter { priorDeviations[$0] > 0 && products[$0, $0] > 0 }
    let scale = 1 / (growth * growth)
    let right = used.map { products[target, $0] * scale }
    let total = products[target, target] * scale
    let weight = max(weightSum * scale, 1)
    var variance = 0.01
    var effects = [Double](repeating: 0, count: used.count)
    for _ in 0..<2 {
      var system = SymmetricMatrix(size: used.count)
      for (row, source) in used.enumerated() {
        let start = SymmetricMatrix.rowStart(row)
        let sourceStart = SymmetricMatrix.rowStart(source)
        for column in 0...row { system.values[start + column] = products.values[sourceStart + used[column]] * scale }
        system.values[start + row] += variance / (priorDeviations[source] * priorDeviations[source])
      }
      effects = system.solve(right) ?? effects
      // Residual plus penalty sum of squares: yᵀy − βᵀXᵀy, the scale of the posterior.
      let explained = zip(effects, right).reduce(0) { $0 + $1.0 * $1.1 }
      variance = max(1e-6, (total - explained) / weight)
    }
    var all = [Double](repeating: 0, count: columnCount)
    var level = levels[target]
    for (index, column) in used.enumerated() {
      all[column] = effects[index]
      level -= levels[column] * effects[index]
    }
    return Solution(effects: all, level: level, variance: variance)
  }
}
