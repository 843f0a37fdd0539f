internal import Vocabulary

/// People whom the relaxation counts together: of one role, pay and productivity, with the same shifts to work.
struct StaffGroup {
  /// Indices into `RosterProblem.people`.
  var people: [Int]
  var isLead: Bool
  /// Average productivity in coverage units, and average yuan per minute.
  var units: Double
  var rate: Double

  /// The most groups a relaxation keeps apart; the smallest are merged beyond. Fewer where there are many shifts: the
  /// program's columns are their product, and GLPK's time grows faster than those.
  static func mostGroups(shifts: Int) -> Int { shifts > 30 ? 6 : 8 }

  static func groups(of problem: RosterProblem, most mostGroups: Int) -> [StaffGroup] {
    struct Key: Equatable {
      var isLead: Bool
      var rate: Double
      var units: Double
      var works: [Bool]
    }
    var keys: [Key] = []
    var members: [[Int]] = []
    for (row, person) in problem.people.enumerated() {
      let agent = problem.centre.agents[person.agentIndex]
      let key = Key(
        isLead: person.isLead, rate: person.rate(day: problem.dayCount / 2),
        units: person.units(day: problem.dayCount / 2),
        works: problem.shifts.map { agent.mayWork($0.shiftClass) })
      if let index = keys.firstIndex(of: key) {
        members[index].append(row)
      } else {
        keys.append(key)
        members.append([row])
      }
    }
    var order = keys.indices.sorted { (members[$0].count, $1) > (members[$1].count, $0) }
    while order.count > mostGroups {
      let last = order.removeLast()
      // The host's pay matters most: people of another pay would follow prices on hours that are not theirs.
      let alike = order.filter { keys[$0].isLead == keys[last].isLead }
      let paidAlike = alike.filter { keys[$0].rate == keys[last].rate }
      guard
        let host = paidAlike.min(by: {
          abs(keys[$0].units - keys[last].units) < abs(keys[$1].units - keys[last].units)
        }) ?? alike.first
      else {
        order.insert(last, at: 0)
        break
      }
      members[host] += members[last]
    }
    return order.sorted().map { StaffGroup(problem, people: members[$0].sorted(), isLead: keys[$0].isLead) }
  }

  private init(_ problem: RosterProblem, people: [Int], isLead: Bool) {
    self.people = people
    self.isLead = isLead
    let count = Double(people.count)
    units = people.reduce(0) { $0 + problem.people[$1].units(day: problem.dayCount / 2) } / count
    rate = people.reduce(0) { $0 + problem.people[$1].rate(day: problem.dayCount / 2) } / count
  }

  /// People who may work a shift on a day.
  func available(_ problem: RosterProblem, _ day: Int, choice: Int) -> Int {
    people.filter { problem.isAllowed($0, day, choice: choice) }.count
  }

  /// People who may work anything on a day.
  func available(_ problem: RosterProblem, _ day: Int) -> Int {
    people.filter { person in
      (1..<problem.choiceCount).contains { problem.isAllowed(person, day, choice: $0) }
    }.count
  }
}
