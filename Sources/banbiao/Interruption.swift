import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM: work is asked to end with what it has; where it does not within a second, the process ends without.
final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)
  private let cleanUp = Mutex<(@Sendable () -> Void)?>(nil)

  var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Called before the process is ended by force.
  func beforeForcedEnd(_ action: (@Sendable () -> Void)?) {
    cleanUp.withLock { $0 = action }
  }

  /// Starts listening; the sources live as long as the process.
  func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler { [self] in
        flag.store(true, ordering: .relaxed)
        DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: .now() + 0.9) { [self] in
          cleanUp.withLock { $0?() }
          _exit(Failure.Code.interrupted.rawValue)
        }
      }
      source.resume()
      Interruption.sources.withLock { $0.append(SourceBox(source)) }
    }
  }

  private struct SourceBox: @unchecked Sendable {
    let source: any DispatchSourceSignal

    init(_ source: any DispatchSourceSignal) {
      self.source = source
    }
  }

  private static let sources = Mutex<[SourceBox]>([])
}
