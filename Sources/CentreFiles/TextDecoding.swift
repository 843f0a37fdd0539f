internal import Foundation

/// Turns the bytes of an input file into UTF-8: with or without a byte order mark, or GB18030, which Excel saves in China.
enum TextDecoding {
  /// Nil where the bytes are neither.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if isUTF8(body) { return body }
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    return String(data: Data(body), encoding: gb18030).map { Array($0.utf8) }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }
}
