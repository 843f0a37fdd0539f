/// Pending instants with what happens then, earliest first: a 4-ary heap in two flat arrays.
struct CompletionHeap {
  private(set) var count = 0
  private var capacity: Int
  private(set) var times: UnsafeMutablePointer<Double>
  private(set) var tags: UnsafeMutablePointer<UInt32>

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    times = .allocate(capacity: self.capacity)
    tags = .allocate(capacity: self.capacity)
  }

  func deallocate() {
    times.deallocate()
    tags.deallocate()
  }

  @inline(__always)
  var earliest: Double { count > 0 ? times[0] : .infinity }

  @inline(__always)
  var earliestTag: UInt32 { tags[0] }

  mutating func insert(_ time: Double, _ tag: UInt32) {
    if count == capacity { grow() }
    var hole = count
    count += 1
    while hole > 0 {
      let parent = (hole - 1) >> 2
      if times[parent] <= time { break }
      times[hole] = times[parent]
      tags[hole] = tags[parent]
      hole = parent
    }
    times[hole] = time
    tags[hole] = tag
  }

  mutating func removeEarliest() {
    count -= 1
    if count > 0 { sink(times[count], tags[count]) }
  }

  /// Puts another instant in the place of the earliest.
  mutating func replaceEarliest(_ time: Double, _ tag: UInt32) { sink(time, tag) }

  /// From the top down to its place.
  @inline(__always)
  private func sink(_ time: Double, _ tag: UInt32) {
    var hole = 0
    while true {
      let first = hole << 2 + 1
      if first >= count { break }
      var best = first
      let end = min(first + 4, count)
      var child = first + 1
      while child < end {
        if times[child] < times[best] { best = child }
        child += 1
      }
      if times[best] >= time { break }
      times[hole] = times[best]
      tags[hole] = tags[best]
      hole = best
    }
    times[hole] = time
    tags[hole] = tag
  }

  private mutating func grow() {
    let more = UnsafeMutablePointer<Double>.allocate(capacity: capacity * 2)
    let moreTags = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    more.update(from: times, count: count)
    moreTags.update(from: tags, count: count)
    deallocate()
    times = more
    tags = moreTags
    capacity *= 2
  }
}
