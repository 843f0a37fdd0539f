package import Checking
package import Vocabulary

extension TinyShiftLevel {
  /// The recomputation of a roster, from texts as the files would hold them.
  package static func check(_ roster: ShiftLevelRoster, of problem: ShiftLevelProblem) -> CurtoisCheck {
    let header = "staff," + (0..<problem.dayCount).map(String.init).joined(separator: ",")
    let lines = zip(problem.people, roster.shifts).map { person, line in
      ([person.name] + line.map { shift in shift.map { problem.shifts[$0].name } ?? "" }).joined(separator: ",")
    }
    return CurtoisCheck(instance: text(problem), roster: ([header] + lines).joined(separator: "\n"))
  }

  /// The problem as an instance file.
  package static func text(_ problem: ShiftLevelProblem) -> String {
    let names = problem.shifts.map(\.name)
    func requests(_ list: [ShiftLevelProblem.Request]) -> [String] {
      list.map { "\(problem.people[$0.person].name),\($0.day),\(names[$0.shift]),\($0.weight)" }
    }
    var lines = ["SECTION_HORIZON", "\(problem.dayCount)", "SECTION_SHIFTS"]
    lines += problem.shifts.map {
      "\($0.name),\($0.minutes),\($0.forbiddenNext.map { names[$0] }.joined(separator: "|"))"
    }
    lines.append("SECTION_STAFF")
    lines += problem.people.map { person in
      let most = zip(names, person.mostOfShift).map { "\($0)=\($1)" }.joined(separator: "|")
      let numbers = [
        person.maxMinutes, person.minMinutes, person.maxWorkRun, person.minWorkRun, person.minOffRun,
        person.maxWeekends,
      ]
      return "\(person.name),\(most)," + numbers.map(String.init).joined(separator: ",")
    }
    lines.append("SECTION_DAYS_OFF")
    lines += problem.people.filter { !$0.daysOff.isEmpty }.map { person in
      "\(person.name)," + person.daysOff.map(String.init).joined(separator: ",")
    }
    lines += ["SECTION_SHIFT_ON_REQUESTS"] + requests(problem.onRequests)
    lines += ["SECTION_SHIFT_OFF_REQUESTS"] + requests(problem.offRequests)
    lines.append("SECTION_COVER")
    lines += problem.cover.map {
      "\($0.day),\(names[$0.shift]),\($0.required),\($0.underWeight),\($0.overWeight)"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
