internal import Vocabulary

/// How many wishes of a person's day each choice refuses, in flat memory.
final class WishRefusals: @unchecked Sendable {
  private let days: Int
  private let choices: Int
  private let personCount: Int
  /// Row of a person's day at [person × days + day]; −1 where nothing is wished.
  private let rows: UnsafeMutablePointer<Int32>
  /// Wishes refused, at [row × choices + choice].
  private let refused: UnsafeMutablePointer<UInt8>

  init(_ centre: Centre, _ period: Period, _ agents: [Agent]) {
    days = period.dayCount
    choices = centre.shifts.count + 1
    personCount = agents.count
    let positions = Dictionary(
      agents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows = [Int32](repeating: -1, count: agents.count * period.dayCount)
    var refused: [UInt8] = []
    for wish in centre.leave where period.contains(wish.date) && wish.kind != .leave {
      guard let person = positions[wish.agent], agents[person].isEmployed(on: wish.date) else { continue }
      let cell = person * days + (wish.date - period.firstDay)
      if rows[cell] < 0 {
        rows[cell] = Int32(refused.count / choices)
        refused += [UInt8](repeating: 0, count: choices)
      }
      for choice in 0..<choices {
        let code = choice == 0 ? nil : centre.shifts[choice - 1].code
        let isRefused =
          switch wish.kind {
          case .leave: false
          case .off: code != nil
          case .want(let shift): code != shift
          case .avoid(let shift): code == shift
          }
        if isRefused { refused[Int(rows[cell]) * choices + choice] += 1 }
      }
    }
    self.rows = rows.copiedToFlatMemory()
    self.refused = refused.copiedToFlatMemory()
  }

  deinit {
    rows.deallocate()
    refused.deallocate()
  }

  @inline(__always)
  func count(_ person: Int, _ day: Int, choice: Int) -> Int {
    let row = row(person, day)
    return row < 0 ? 0 : Int(refused[row * choices + choice])
  }

  /// The same number only for days with the same wishes' row; −1 where nothing is wished or `fairness` asks for none.
  @inline(__always)
  func row(_ person: Int, _ day: Int) -> Int { personCount > 0 ? Int(rows[person * days + day]) : -1 }

  @inline(__always)
  func count(_ person: Int, _ choicesOfDays: UnsafePointer<UInt8>) -> Int {
    var count = 0
    for day in 0..<days { count += self.count(person, day, choice: Int(choicesOfDays[day])) }
    return count
  }
}
