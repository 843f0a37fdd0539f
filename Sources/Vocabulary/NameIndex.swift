/// Positions of names (agents' numbers, codes of shifts), found by their bytes: long tables name the same few in every row, and a
/// dictionary normalizes every text that is not ASCII each time it hashes one.
package struct NameIndex: Sendable {
  /// The bytes of a short name, and how many they are.
  private struct Key {
    static let longest = 15

    var low: UInt64 = 0
    var high: UInt64 = 0

    /// Nil for a name of more bytes.
    init?(_ name: String) {
      var name = name
      guard name.utf8.count <= Key.longest else { return nil }
      name.withUTF8 { bytes in
        for (index, byte) in bytes.enumerated() {
          let bits = UInt64(byte) << UInt64(index % 8 * 8)
          if index < 8 { low |= bits } else { high |= bits }
        }
        high |= UInt64(bytes.count) << 56
      }
    }

    /// Spread by the golden ratio's odd multiplier (Knuth, TAOCP 3, 6.4).
    var hash: UInt64 {
      let mixed = (low ^ (high &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ (mixed >> 32)
    }
  }

  private struct Slot {
    var key: Key
    var position: Int
  }

  private var slots: [Slot?]
  private let mask: Int
  private let positions: [String: Int]

  /// - Parameter names: of several that are alike, the first one is found.
  package init(_ names: some Collection<String>) {
    positions = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
    var size = 16
    while size < names.count * 2 { size *= 2 }
    mask = size - 1
    slots = [Slot?](repeating: nil, count: size)
    for (position, name) in names.enumerated() {
      guard let key = Key(name) else { continue }
      let slot = slot(key)
      if slots[slot] == nil { slots[slot] = Slot(key: key, position: position) }
    }
  }

  /// Nil where no name equals it.
  package func position(_ name: String) -> Int? {
    if let key = Key(name), let slot = slots[slot(key)] { return slot.position }
    // Long, unknown, or the same text in other code points.
    return positions[name]
  }

  /// Where the key stands, or would.
  private func slot(_ key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while let found = slots[slot], found.key.low != key.low || found.key.high != key.high { slot = (slot + 1) & mask }
    return slot
  }
}
