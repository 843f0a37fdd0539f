/// Who works which shift on which day, and when each one eats.
package struct Roster: Sendable, Equatable {
  /// A worked day.
  package struct Entry: Sendable, Equatable, Hashable {
    package var agent: String
    package var date: CivilDate
    package var shift: String
    /// May pass midnight; nil where the shift has no meal.
    package var mealStart: TimeOfDay?

    package init(agent: String, date: CivilDate, shift: String, mealStart: TimeOfDay? = nil) {
      self.agent = agent
      self.date = date
      self.shift = shift
      self.mealStart = mealStart
    }
  }

  /// People in the order of `agents.csv`, each in order of days.
  package var entries: [Entry]

  package init(entries: [Entry]) {
    self.entries = entries
  }
}

/// A row of `coverage.csv`: what a roster puts on the floor in a half-hour of the month, carried-in shifts included.
package struct CoverageRow: Sendable, Equatable {
  package var start: HalfHour
  package var required: Double
  /// Everybody on duty, leads and those eating included.
  package var onDuty: Int
  package var onMeal: Int
  /// Productivity of those on duty and not eating.
  package var effective: Double
  package var seated: Int
  package var seats: Int
  /// Leads on duty, those eating included.
  package var leads: Int
  package var under: Double
  package var over: Double
  /// Expected share of calls served in time, 0...1.
  package var serviceLevel: Double

  package init(
    start: HalfHour, required: Double, onDuty: Int, onMeal: Int, effective: Double, seated: Int, seats: Int,
    leads: Int, under: Double, over: Double, serviceLevel: Double
  ) {
    self.start = start
    self.required = required
    self.onDuty = onDuty
    self.onMeal = onMeal
    self.effective = effective
    self.seated = seated
    self.seats = seats
    self.leads = leads
    self.under = under
    self.over = over
    self.serviceLevel = serviceLevel
  }
}
