import Foundation

/// A folder of its own for a test, removed afterwards.
final class TemporaryFolder {
  let path: String

  init(_ files: [(String, [UInt8])] = []) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("banbiao-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(name, bytes) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
