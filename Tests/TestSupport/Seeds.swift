/// The first seeds of a property test. Used as a test's arguments, so that each runs as a case of its own and a failure
/// names its seed:
///
///     @Test(arguments: seeds(50)) func holds(seed: UInt64) { … }
package func seeds(_ count: Int) -> [UInt64] {
  (1...UInt64(count)).map { $0 }
}
