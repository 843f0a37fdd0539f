package import Foundation

/// The grade of a person, each with its own seat price.
package enum Grade: String, Sendable, CaseIterable, Hashable {
  /// 实习话务员
  case trainee
  /// 客服代表
  case agent
  /// 班长; does not count towards calls unless a productivity is given.
  case lead
}

/// A person of the centre: trainee, agent or team lead.
package struct Agent: Sendable, Hashable {
  package var id: String
  package var name: String
  package var team: String
  package var grade: Grade
  /// Calls served against a fully trained agent's: 1 for an agent, 0 for a lead unless the file says otherwise.
  package var productivity: Decimal
  /// First and last day employed; nil = beyond the month on that side.
  package var from: CivilDate?
  package var to: CivilDate?
  /// Shift classes the person may work; empty = all.
  package var classes: Set<ShiftClass>
  /// Paid hours the person is owed in the month; nil = the default of FORMATS.md.
  package var minHours: Decimal?
  package var nightsYearToDate: Int
  package var weekendsYearToDate: Int
  package var holidaysYearToDate: Int
  /// From this day a trainee is an agent of productivity 1.
  package var promoted: CivilDate?
  /// What half-hours may ask for: languages, products.
  package var skills: Set<String>
  /// Paid hours of the calendar quarter's months before this one (综合计算工时制).
  package var hoursQuarter: Decimal?

  package init(
    id: String, name: String = "", team: String = "", grade: Grade = .agent, productivity: Decimal = 1,
    from: CivilDate? = nil, to: CivilDate? = nil, classes: Set<ShiftClass> = [], minHours: Decimal? = nil,
    nightsYearToDate: Int = 0, weekendsYearToDate: Int = 0, holidaysYearToDate: Int = 0, promoted: CivilDate? = nil,
    skills: Set<String> = [], hoursQuarter: Decimal? = nil
  ) {
    self.id = id
    self.name = name
    self.team = team
    self.grade = grade
    self.productivity = productivity
    self.from = from
    self.to = to
    self.classes = classes
    self.minHours = minHours
    self.nightsYearToDate = nightsYearToDate
    self.weekendsYearToDate = weekendsYearToDate
    self.holidaysYearToDate = holidaysYearToDate
    self.promoted = promoted
    self.skills = skills
    self.hoursQuarter = hoursQuarter
  }

  package func isEmployed(on date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }

  package func mayWork(_ shiftClass: ShiftClass) -> Bool {
    classes.isEmpty || classes.contains(shiftClass)
  }

  /// The grade on a day: a trainee is an agent from the day of the promotion.
  package func grade(on date: CivilDate) -> Grade {
    grade == .trainee && promoted.map({ date >= $0 }) ?? false ? .agent : grade
  }

  package func productivity(on date: CivilDate) -> Decimal {
    grade == .trainee && promoted.map({ date >= $0 }) ?? false ? 1 : productivity
  }
}

/// What a person asked for on a day, or has been granted.
package enum LeaveKind: Sendable, Hashable {
  /// Approved leave: off, without exception (R10).
  case leave
  /// A wish to be off.
  case off
  /// A wish to work exactly this shift.
  case want(shift: String)
  /// A wish not to work this shift.
  case avoid(shift: String)
}

/// A row of `leave.csv`.
package struct LeaveEntry: Sendable, Hashable {
  package var agent: String
  package var date: CivilDate
  package var kind: LeaveKind

  package init(agent: String, date: CivilDate, kind: LeaveKind) {
    self.agent = agent
    self.date = date
    self.kind = kind
  }
}

/// A row of `previous.csv`: a day worked in the last week before the period.
package struct PreviousShift: Sendable, Hashable {
  package var agent: String
  package var date: CivilDate
  package var shift: String

  package init(agent: String, date: CivilDate, shift: String) {
    self.agent = agent
    self.date = date
    self.shift = shift
  }
}
