internal import Foundation

/// An array of C strings that lives as long as this object.
final class CStrings {
  let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointer = .allocate(capacity: max(1, count))
    for (index, string) in strings.enumerated() {
      (pointer + index).initialize(to: UnsafePointer(strdup(string)))
    }
  }

  deinit {
    for index in 0..<count { free(UnsafeMutableRawPointer(mutating: pointer[index])) }
    pointer.deallocate()
  }
}
