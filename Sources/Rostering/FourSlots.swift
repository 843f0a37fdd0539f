internal import Vocabulary

/// Half-hours are priced four at a time.
enum FourSlots {
  /// Values that memory holds beyond its last slot, so that four may be read from any.
  static let padding = 4

  @inline(__always)
  static func load(_ memory: UnsafeMutablePointer<Double>, _ slot: Int) -> SIMD4<Double> {
    UnsafeRawPointer(memory + slot).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  static func store(_ values: SIMD4<Double>, _ memory: UnsafeMutablePointer<Double>, _ slot: Int) {
    UnsafeMutableRawPointer(memory + slot).storeBytes(of: values, as: SIMD4<Double>.self)
  }
}
