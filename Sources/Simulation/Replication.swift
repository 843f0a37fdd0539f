internal import Foundation
internal import Vocabulary

/// One replication of the month, call by call.
///
/// Events are arrivals, ends of calls and late returns, in order of time; half-hours begin with the changes of the floor. Within
/// a rank people are alike: of those on the phone, who leaves at a half-hour is drawn at random; one who is talking finishes first
/// and goes home, or to a meal of full length, late. Callers are answered in order of arrival; one whose patience has ended is found so
/// when it would be the next one's turn, which gives the same counts as an event at that instant. A free call goes to a free agent
/// drawn at random.
///
/// Calls, handling times and patience come from one stream, the floor's chances from another, so that different rosters see the
/// same calls.
struct Replication {
  private let traffic: CallTraffic
  let options: SimulationOptions
  let changes: FloorChanges
  let productivities: [Double]
  private let sampler: HandlingSampler
  private var callRandom: SeededRandom
  var floorRandom: SeededRandom
  private var redialRandom: SeededRandom

  var counts: UnsafeMutablePointer<CallCounts>
  private let halves: Int
  let counted: Int
  var talking: CompletionHeap
  private var late: CompletionHeap
  private var redials: CompletionHeap
  private var answeredCallers: [Bool] = []
  private var line = WaitingLine()
  var idle: [Int]
  var idleCount = 0
  /// Those who left while free and come back at the beginning of a half-hour, from meals and from away, at [half × ranks + rank].
  var returning: [Int32]
  var awayReturning: [Int32]
  /// Late returns that went home instead.
  var cancelled: [Int]

  enum Leaving: UInt32 {
    case no = 0
    case home = 0x100
    case one = 0x200
    case two = 0x300
    static let mask: UInt32 = 0xF00
    static let rankMask: UInt32 = 0xFF
  }

  static let halfHour = 1800.0

  init(_ floor: SimulatedFloor, _ traffic: CallTraffic, _ options: SimulationOptions, replication: Int) {
    self.traffic = traffic
    self.options = options
    productivities = floor.productivities
    let stream = UInt64(truncatingIfNeeded: replication)
    callRandom = SeededRandom(seed: options.seed ^ 0xCA11, stream: stream)
    floorRandom = SeededRandom(seed: options.seed ^ 0xF1008, stream: stream)
    redialRandom = SeededRandom(seed: options.seed ^ 0x8ED1A1, stream: stream)
    counted = traffic.handlingTimes.count
    changes = FloorChanges(floor, halves: counted, absence: options.absence, random: &floorRandom)
    halves = changes.halves
    sampler = HandlingSampler(traffic.handling)
    counts = .allocate(capacity: counted)
    counts.initialize(repeating: CallCounts(), count: counted)
    talking = CompletionHeap(capacity: 1024)
    late = CompletionHeap(capacity: 64)
    redials = CompletionHeap(capacity: 16)
    idle = [Int](repeating: 0, count: productivities.count)
    returning = [Int32](repeating: 0, count: (halves + 3) * productivities.count)
    awayReturning = returning
    cancelled = idle
  }

  /// The counts of every half-hour of the period; calls are counted where they arrived.
  static func run(
    _ floor: SimulatedFloor, _ traffic: CallTraffic, _ options: SimulationOptions, replication: Int
  ) -> [CallCounts] {
    var run = Replication(floor, traffic, options, replication: replication)
    defer { run.deallocate() }
    run.runAll(replication)
    return Array(UnsafeBufferPointer(start: run.counts, count: run.counted))
  }

  private func deallocate() {
    counts.deallocate()
    talking.deallocate()
    late.deallocate()
    redials.deallocate()
    line.deallocate()
  }

  private mutating func runAll(_ replication: Int) {
    var arrivals = ArrivalStream(traffic.arrivals, replication: replication)
    for half in 0..<halves {
      let start = Double(half) * Replication.halfHour
      change(half)
      arrivals.begin(half: half, start: start, random: &callRandom)
      advance(half, until: start + Replication.halfHour, &arrivals)
    }
    // Whoever is still on the line is answered by those still there, or gives up.
    var none = ArrivalStream(.counts([]), replication: 0)
    advance(halves, until: .infinity, &none)
    while line.count > 0 {
      giveUp(line.first)
      line.removeFirst()
    }
  }

  /// Everything that happens before an instant.
  private mutating func advance(_ half: Int, until end: Double, _ arrivals: inout ArrivalStream) {
    while true {
      let next = min(talking.earliest, late.earliest, redials.earliest, end)
      if arrivals.next < next {
        let time = arrivals.next
        arrivals.advance(random: &callRandom)
        let mean = half < counted ? traffic.handlingTimes[half] : 0
        let handling = sampler.sample(mean: mean, &callRandom)
        let patience = traffic.patience.map { -$0 * log(1 - callRandom.uniform()) } ?? .infinity
        arrive(
          Caller(arrival: time, deadline: time + patience, handling: handling, half: Int32(half)))
      } else if next >= end {
        return
      } else if next == talking.earliest {
        finish(next)
      } else if next == late.earliest {
        comeBack(next, half)
      } else {
        callAgain(next, half)
      }
    }
  }

  @inline(__always)
  private mutating func arrive(_ caller: Caller) {
    var caller = caller
    counts[Int(caller.half)].offered += 1
    if idleCount > 0 {
      let rank = freeRank()
      idle[rank] -= 1
      idleCount -= 1
      talking.insert(answer(caller, rank, caller.arrival), UInt32(rank))
      return
    }
    if traffic.redialShare > 0, caller.deadline.isFinite {
      caller.number = Int32(answeredCallers.count)
      answeredCallers.append(false)
      if redialRandom.uniform() < traffic.redialShare {
        let delay = -traffic.redialDelay * log(1 - redialRandom.uniform())
        redials.insert(caller.deadline + delay, UInt32(caller.number))
      }
    }
    line.append(caller)
  }

  /// The rank of a free agent, each free agent equally likely.
  @inline(__always)
  private mutating func freeRank() -> Int {
    if idle.count == 1 { return 0 }
    var draw = floorRandom.below(idleCount)
    for rank in idle.indices {
      draw -= idle[rank]
      if draw < 0 { return rank }
    }
    return idle.count - 1
  }

  /// Counts an answer; returns when the call ends.
  @inline(__always)
  private mutating func answer(_ caller: Caller, _ rank: Int, _ now: Double) -> Double {
    let half = Int(caller.half)
    let wait = now - caller.arrival
    counts[half].answered += 1
    counts[half].waitSeconds += wait
    if wait <= options.within { counts[half].answeredInTime += 1 }
    if caller.number >= 0 { answeredCallers[Int(caller.number)] = true }
    let end = now + caller.handling / productivities[rank]
    spread(now, end) { $0.busySeconds += $1 }
    return end
  }

  private mutating func giveUp(_ caller: Caller) {
    let half = Int(caller.half)
    counts[half].abandoned += 1
    if caller.deadline - caller.arrival <= options.within { counts[half].abandonedInTime += 1 }
  }

  /// Parts a span of time over the half-hours it lies in.
  @inline(__always)
  private func spread(_ from: Double, _ to: Double, _ add: (inout CallCounts, Double) -> Void) {
    var start = from
    var half = Int(start / Replication.halfHour)
    while half < counted {
      let end = Double(half + 1) * Replication.halfHour
      if to <= end {
        add(&counts[half], to - start)
        return
      }
      add(&counts[half], end - start)
      start = end
      half += 1
    }
  }

  /// The next in line who is still there.
  @inline(__always)
  private mutating func nextCaller(_ now: Double) -> Caller? {
    while line.count > 0 {
      let caller = line.first
      line.removeFirst()
      if caller.deadline > now { return caller }
      giveUp(caller)
    }
    return nil
  }

  private mutating func finish(_ now: Double) {
    let tag = talking.earliestTag
    let rank = Int(tag & Leaving.rankMask)
    let leaving = tag & Leaving.mask
    if leaving == Leaving.no.rawValue {
      if let caller = nextCaller(now) {
        talking.replaceEarliest(answer(caller, rank, now), UInt32(rank))
      } else {
        talking.removeEarliest()
        idle[rank] += 1
        idleCount += 1
      }
      return
    }
    talking.removeEarliest()
    // The half-hours the leaver was no longer counted in.
    var begun = (now / Replication.halfHour).rounded(.down) * Replication.halfHour
    if begun == now { begun -= Replication.halfHour }
    spread(begun, now) { $0.agentSeconds += $1 }
    if leaving != Leaving.home.rawValue {
      let length = leaving == Leaving.one.rawValue ? 1.0 : 2.0
      late.insert(now + length * Replication.halfHour, UInt32(rank))
    }
  }

  private mutating func comeBack(_ now: Double, _ half: Int) {
    let rank = Int(late.earliestTag)
    late.removeEarliest()
    if cancelled[rank] > 0 {
      cancelled[rank] -= 1
      return
    }
    if half < counted { counts[half].agentSeconds += Double(half + 1) * Replication.halfHour - now }
    join(rank, now)
  }

  @inline(__always)
  mutating func join(_ rank: Int, _ now: Double) {
    if let caller = nextCaller(now) {
      talking.insert(answer(caller, rank, now), UInt32(rank))
    } else {
      idle[rank] += 1
      idleCount += 1
    }
  }

  private mutating func callAgain(_ now: Double, _ half: Int) {
    let number = Int(redials.earliestTag)
    redials.removeEarliest()
    guard !answeredCallers[number], half < counted else { return }
    let handling = sampler.sample(mean: traffic.handlingTimes[half], &redialRandom)
    let patience = traffic.patience.map { -$0 * log(1 - redialRandom.uniform()) } ?? .infinity
    arrive(Caller(arrival: now, deadline: now + patience, handling: handling, half: Int32(half)))
  }
}
