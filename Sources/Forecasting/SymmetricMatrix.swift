internal import Foundation

/// A symmetric matrix of which only the lower triangle is kept, row by row.
struct SymmetricMatrix: Sendable {
  let size: Int
  var values: [Double]

  init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * (size + 1) / 2)
  }

  static func rowStart(_ row: Int) -> Int { row * (row + 1) / 2 }

  subscript(row: Int, column: Int) -> Double {
    get { values[SymmetricMatrix.rowStart(max(row, column)) + min(row, column)] }
    set { values[SymmetricMatrix.rowStart(max(row, column)) + min(row, column)] = newValue }
  }

  /// Adds Σ v vᵀ over the given vectors, four at a time so that the matrix passes through the cache seldom.
  mutating func addOuterProducts(of vectors: [Double], count: Int) {
    let size = self.size
    vectors.withUnsafeBufferPointer { vectors in
      values.withUnsafeMutableBufferPointer { values in
        var first = 0
        while first + 4 <= count {
          let base = first * size
          for row in 0..<size {
            let start = SymmetricMatrix.rowStart(row)
            let a = vectors[base + row]
            let b = vectors[base + size + row]
            let c = vectors[base + 2 * size + row]
            let d = vectors[base + 3 * size + row]
            if a == 0, b == 0, c == 0, d == 0 { continue }
            for column in 0...row {
              values[start + column] +=
                a * vectors[base + column] + b * vectors[base + size + column]
                + (c * vectors[base + 2 * size + column] + d * vectors[base + 3 * size + column])
            }
          }
          first += 4
        }
        while first < count {
          let base = first * size
          for row in 0..<size where vectors[base + row] != 0 {
            let start = SymmetricMatrix.rowStart(row)
            let a = vectors[base + row]
            for column in 0...row { values[start + column] += a * vectors[base + column] }
          }
          first += 1
        }
      }
    }
  }

  /// The solution of A x = b for a positive definite A, by Cholesky; nil where A is not positive definite.
  ///
  /// Complexity: size³ ÷ 6 multiplications.
  func solve(_ right: [Double]) -> [Double]? {
    var factor = values
    var solution = right
    let size = self.size
    let succeeded = factor.withUnsafeMutableBufferPointer { l -> Bool in
      for row in 0..<size {
        let start = SymmetricMatrix.rowStart(row)
        for column in 0...row {
          let other = SymmetricMatrix.rowStart(column)
          let value = l[start + column] - dot(l, start, other, column)
          if column < row {
            l[start + column] = value / l[other + column]
          } else {
            guard value > 0, value.isFinite else { return false }
            l[start + row] = value.squareRoot()
          }
        }
      }
      for row in 0..<size {
        let start = SymmetricMatrix.rowStart(row)
        var value = solution[row]
        for column in 0..<row { value -= l[start + column] * solution[column] }
        solution[row] = value / l[start + row]
      }
      for row in (0..<size).reversed() {
        let start = SymmetricMatrix.rowStart(row)
        solution[row] /= l[start + row]
        for column in 0..<row { solution[column] -= l[start + column] * solution[row] }
      }
      return true
    }
    return succeeded ? solution : nil
  }
}

/// Σ values[left + i] · values[right + i] for i < count, in four fixed partial sums the compiler can vectorize.
@inline(__always)
private func dot(_ values: UnsafeMutableBufferPointer<Double>, _ left: Int, _ right: Int, _ count: Int) -> Double {
  guard let base = UnsafeRawPointer(values.baseAddress) else { return 0 }
  let stride = MemoryLayout<Double>.stride
  var sums = SIMD4<Double>.zero
  var index = 0
  while index + 4 <= count {
    let a = base.loadUnaligned(fromByteOffset: (left + index) * stride, as: SIMD4<Double>.self)
    let b = base.loadUnaligned(fromByteOffset: (right + index) * stride, as: SIMD4<Double>.self)
    sums += a * b
    index += 4
  }
  var sum = sums.sum()
  while index < count {
    sum += values[left + index] * values[right + index]
    index += 1
  }
  return sum
}
