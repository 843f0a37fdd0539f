internal import Foundation

/// Runs pieces of work side by side on threads of their own, never on Swift's cooperative pool.
enum ParallelTasks {
  /// Calls `body` once for each index and returns when all are done. Which thread takes which index does not matter to
  /// the result as long as the bodies are independent.
  static func run(count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
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
