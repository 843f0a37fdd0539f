internal import Foundation
internal import Vocabulary

extension Replication {
  /// The floor at the beginning of a half-hour: back from away, home, to meals, back from meals and to work, away.
  mutating func change(_ half: Int) {
    let ranks = productivities.count
    let now = Double(half) * Replication.halfHour
    for rank in 0..<ranks {
      let at = half * ranks + rank
      if half > 0, half <= counted {
        // Leavers still in their last call were counted in no half-hour yet.
        let leavers = (0..<talking.count).filter {
          talking.tags[$0] & Leaving.rankMask == UInt32(rank) && talking.tags[$0] & Leaving.mask != 0
        }
        counts[half - 1].agentSeconds += Double(leavers.count) * Replication.halfHour
      }
      for _ in 0..<Int(awayReturning[at]) { join(rank, now) }
      var talkers = unmarkedTalkers(rank)
      leave(rank, Int(changes.going[at]), .home, half, &talkers)
      leave(rank, Int(changes.eating[0][at]), .one, half, &talkers)
      leave(rank, Int(changes.eating[1][at]), .two, half, &talkers)
      for _ in 0..<Int(returning[at] + changes.coming[at]) { join(rank, now) }
      if options.away(half) > 0 {
        talkers = unmarkedTalkers(rank)
        leave(
          rank, awayCount(idle[rank] + talkers.count, share: options.away(half)), .one, half, &talkers, isMeal: false)
      }
      if half < counted {
        let present = idle[rank] + unmarkedTalkers(rank).count
        counts[half].agentSeconds += Double(present) * Replication.halfHour
      }
    }
  }

  /// Positions in the heap of people of a rank who talk and stay.
  private func unmarkedTalkers(_ rank: Int) -> [Int] {
    let tag = UInt32(rank)
    return (0..<talking.count).filter { talking.tags[$0] == tag }
  }

  /// So many of those on the phone leave, drawn at random; who is missing among them does not come back from where he is.
  private mutating func leave(
    _ rank: Int, _ people: Int, _ leaving: Leaving, _ half: Int, _ talkers: inout [Int], isMeal: Bool = true
  ) {
    for _ in 0..<people {
      let pool = idle[rank] + talkers.count
      guard pool > 0 else {
        let at = half * productivities.count + rank
        if leaving == .home, returning[at] > 0 {
          returning[at] -= 1
        } else if leaving == .home {
          cancelled[rank] += 1
        }
        continue
      }
      let draw = floorRandom.below(pool)
      if draw < idle[rank] {
        idle[rank] -= 1
        idleCount -= 1
        guard leaving != .home else { continue }
        let back = (half + (leaving == .one ? 1 : 2)) * productivities.count + rank
        if isMeal { returning[back] += 1 } else { awayReturning[back] += 1 }
      } else {
        talking.tags[talkers[draw - idle[rank]]] |= leaving.rawValue
        talkers.swapAt(draw - idle[rank], talkers.count - 1)
        talkers.removeLast()
      }
    }
  }

  /// A binomial number of people, each away with a chance: by the gaps between those who are.
  private mutating func awayCount(_ people: Int, share: Double) -> Int {
    let perGap = 1 / log1p(-share)
    var count = 0
    var position = (log(1 - floorRandom.uniform()) * perGap).rounded(.down)
    while position < Double(people) {
      count += 1
      position += 1 + (log(1 - floorRandom.uniform()) * perGap).rounded(.down)
    }
    return count
  }
}
