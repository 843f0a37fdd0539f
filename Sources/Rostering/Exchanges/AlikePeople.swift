/// People whom the floor does not tell apart on any day: of one role, productivity and skill, tied to nobody.
///
/// What they exchange among themselves, shift and meal, changes no half-hour.
struct AlikePeople: Sendable {
  /// The class of each person, by index into `RosterProblem.people`.
  let classes: [Int]
  let classCount: Int

  init(_ problem: RosterProblem) {
    struct Key: Hashable {
      var isLead: Bool
      var units: Double
      var unitsAfterPromotion: Double
      var promotionDay: Int
      var needs: UInt64
      /// Who is tied to others is alike to nobody.
      var person: Int?
    }
    var known: [Key: Int] = [:]
    classes = problem.people.enumerated().map { row, person in
      let isPromoted = person.promotionDay < problem.dayCount
      let key = Key(
        isLead: person.isLead, units: person.units,
        unitsAfterPromotion: isPromoted ? person.unitsAfterPromotion : person.units,
        promotionDay: isPromoted ? person.promotionDay : problem.dayCount, needs: person.needs,
        person: problem.dayRules.hasPairs(row) ? row : nil)
      let number = known[key] ?? known.count
      known[key] = number
      return number
    }
    classCount = known.count
  }

  /// Some people by class, classes of one left out.
  func groups(of people: [Int32]) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: classCount)
    for person in people { groups[classes[Int(person)]].append(Int(person)) }
    return groups.filter { $0.count > 1 }
  }
}
