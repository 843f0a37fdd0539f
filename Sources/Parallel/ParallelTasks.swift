internal import Foundation

/// Runs pieces of work side by side on threads of their own, never on Swift's cooperative pool.
package enum ParallelTasks {
  /// Calls `body` once for each index and returns when all are done. Which thread takes which index does not matter to
  /// the result as long as the bodies are independent.
  package static func run(count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard threads > 1, count > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    let next = NextIndex(count)
    let done = DispatchSemaphore(value: 0)
    let extra = min(threads, count) - 1
    for _ in 0..<extra {
      let thread = Thread {
        while let index = next.take() { body(index) }
        done.signal()
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    while let index = next.take() { body(index) }
    for _ in 0..<extra { done.wait() }
  }
}

extension ParallelTasks {
  /// The results of `body` by index, whatever thread made them.
  package static func map<Result: Sendable>(
    count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Results<Result>(count: count)
    run(count: count, threads: threads) { results.set($0, body($0)) }
    return results.values
  }
}

/// Results by index, filled in any order.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [Value?]

  init(count: Int) { slots = [Value?](repeating: nil, count: count) }

  func set(_ index: Int, _ value: Value) { lock.withLock { slots[index] = value } }

  var values: [Value] { lock.withLock { slots.compactMap { $0 } } }
}

/// Hands out indices one by one.
private final class NextIndex: @unchecked Sendable {
  private let lock = NSLock()
  private let count: Int
  private var value = 0

  init(_ count: Int) {
    self.count = count
  }

  func take() -> Int? {
    lock.withLock {
      guard value < count else { return nil }
      value += 1
      return value - 1
    }
  }
}
