/// Rows to columns one to one at the least cost, by shortest augmenting paths.
///
/// R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems"
/// (Computing 38, 1987), without its initial heuristics. Cost: size³ at most. Indices are from 1 inside; column 0 is where
/// each path begins.
final class AssignmentProblem {
  private let rowPrices: UnsafeMutablePointer<Double>
  private let columnPrices: UnsafeMutablePointer<Double>
  private let rowOfColumn: UnsafeMutablePointer<Int>
  private let before: UnsafeMutablePointer<Int>
  private let distance: UnsafeMutablePointer<Double>
  private let isReached: UnsafeMutablePointer<Bool>
  /// The column of each row, from 0.
  let columns: UnsafeMutablePointer<Int>

  init(most size: Int) {
    rowPrices = .allocate(capacity: size + 1)
    columnPrices = .allocate(capacity: size + 1)
    rowOfColumn = .allocate(capacity: size + 1)
    before = .allocate(capacity: size + 1)
    distance = .allocate(capacity: size + 1)
    isReached = .allocate(capacity: size + 1)
    columns = .allocate(capacity: size)
  }

  deinit {
    rowPrices.deallocate()
    columnPrices.deallocate()
    rowOfColumn.deallocate()
    before.deallocate()
    distance.deallocate()
    isReached.deallocate()
    columns.deallocate()
  }

  /// Sets `columns` and returns what that saves against each row's having the column of its own number.
  ///
  /// - Parameter costs: finite, at [row × size + column].
  func solve(_ costs: UnsafeMutablePointer<Double>, size: Int) -> Double {
    rowPrices.update(repeating: 0, count: size + 1)
    columnPrices.update(repeating: 0, count: size + 1)
    rowOfColumn.update(repeating: 0, count: size + 1)
    for row in 1...size {
      rowOfColumn[0] = row
      augment(to: shortestPath(costs, size))
    }
    var saved = 0.0
    for column in 1...size {
      let row = rowOfColumn[column] - 1
      columns[row] = column - 1
      saved += costs[row * size + row] - costs[row * size + column - 1]
    }
    return saved
  }

  /// The free column nearest to the row at column 0; prices are kept such that no reduced cost is below 0.
  private func shortestPath(_ costs: UnsafeMutablePointer<Double>, _ size: Int) -> Int {
    distance.update(repeating: .infinity, count: size + 1)
    isReached.update(repeating: false, count: size + 1)
    var column = 0
    repeat {
      isReached[column] = true
      let row = rowOfColumn[column]
      let rowCosts = costs + (row - 1) * size - 1
      let price = rowPrices[row]
      var nearest = Double.infinity
      var next = 0
      for other in 1...size where !isReached[other] {
        let reduced = rowCosts[other] - price - columnPrices[other]
        if reduced < distance[other] {
          distance[other] = reduced
          before[other] = column
        }
        if distance[other] < nearest {
          nearest = distance[other]
          next = other
        }
      }
      for other in 0...size {
        if isReached[other] {
          rowPrices[rowOfColumn[other]] += nearest
          columnPrices[other] -= nearest
        } else {
          distance[other] -= nearest
        }
      }
      column = next
    } while rowOfColumn[column] != 0
    return column
  }

  private func augment(to end: Int) {
    var column = end
    repeat {
      let from = before[column]
      rowOfColumn[column] = rowOfColumn[from]
      column = from
    } while column != 0
  }
}
