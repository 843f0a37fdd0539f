/// A caller on the line.
struct Caller {
  var arrival: Double
  /// The instant patience ends; infinite = never.
  var deadline: Double
  /// Seconds an agent of productivity 1 takes.
  var handling: Double
  /// The half-hour the call is counted in.
  var half: Int32
  /// Position among those who may call again; negative for nobody.
  var number: Int32 = -1
}

/// Callers in order of arrival: a ring.
struct WaitingLine {
  private var callers: UnsafeMutablePointer<Caller>
  private var mask: Int
  private var head = 0
  private(set) var count = 0

  init() {
    callers = .allocate(capacity: 256)
    mask = 255
  }

  func deallocate() { callers.deallocate() }

  @inline(__always)
  var first: Caller { callers[head & mask] }

  @inline(__always)
  mutating func append(_ caller: Caller) {
    if count > mask { grow() }
    callers[(head + count) & mask] = caller
    count += 1
  }

  @inline(__always)
  mutating func removeFirst() {
    head += 1
    count -= 1
  }

  private mutating func grow() {
    let more = UnsafeMutablePointer<Caller>.allocate(capacity: (mask + 1) * 2)
    for index in 0..<count { more[index] = callers[(head + index) & mask] }
    callers.deallocate()
    callers = more
    head = 0
    mask = mask * 2 + 1
  }
}
