internal import Vocabulary

/// Shifts that are alike in length and in what may come before and after them: a person's best is one of each kind.
struct ShiftKinds: Sendable {
  private(set) var count: Int
  let ofShift: [Int]
  private(set) var units: [Int]
  /// By kind, which group of kinds may come before it, and those groups.
  private(set) var groupBefore: [Int]
  private(set) var groups: [[Int]]
  /// The same as plain numbers: units by kind, the group before by kind, then by group and kind whether it is a member.
  private(set) var flat: [Int32] = []
  /// By shift that is told apart from its like, its own kind.
  private(set) var apartKind: [Int?]

  init(_ shifts: [ShiftLevelProblem.Shift], units: [Int]) {
    let forbids = shifts.map { shift in shifts.indices.map { shift.forbiddenNext.contains($0) } }
    var ofShift: [Int] = []
    var first: [Int] = []
    for shift in shifts.indices {
      let alike = first.firstIndex { other in
        units[other] == units[shift] && forbids[other] == forbids[shift]
          && shifts.indices.allSatisfy { forbids[$0][other] == forbids[$0][shift] }
      }
      ofShift.append(alike ?? first.count)
      if alike == nil { first.append(shift) }
    }
    count = first.count
    self.ofShift = ofShift
    self.units = first.map { units[$0] }
    var groups: [[Int]] = []
    var groupBefore: [Int] = []
    for kind in first.indices {
      let group = first.indices.filter { !forbids[first[$0]][first[kind]] }
      let place = groups.firstIndex(of: group) ?? groups.count
      if place == groups.count { groups.append(group) }
      groupBefore.append(place)
    }
    self.groups = groups
    self.groupBefore = groupBefore
    apartKind = [Int?](repeating: nil, count: shifts.count)
    flatten()
  }

  private mutating func flatten() {
    flat = (units + groupBefore).map(Int32.init)
    for group in groups { flat += (0..<count).map { group.contains($0) ? 1 : 0 } }
  }

  /// The same kinds, with one more for each of these shifts.
  init(_ kinds: ShiftKinds, apart shifts: [Int]) {
    self = kinds
    for shift in shifts {
      let like = ofShift[shift]
      for group in groups.indices where groups[group].contains(like) { groups[group].append(count) }
      groupBefore.append(groupBefore[like])
      units.append(units[like])
      apartKind[shift] = count
      count += 1
    }
    flatten()
  }
}
