package import Foundation

/// What a month turned out to be: `actuals/YYYY-MM/`.
package struct MonthActuals: Sendable, Equatable {
  /// A row of `attendance.csv`: a shift that was attended.
  package struct Attendance: Sendable, Equatable {
    package var agent: String
    package var date: CivilDate
    package var shift: String
    /// Contains the overtime.
    package var workedMinutes: Int
    package var overtimeMinutes: Int

    package init(agent: String, date: CivilDate, shift: String, workedMinutes: Int, overtimeMinutes: Int) {
      self.agent = agent
      self.date = date
      self.shift = shift
      self.workedMinutes = workedMinutes
      self.overtimeMinutes = overtimeMinutes
    }
  }

  package struct Score: Sendable, Equatable {
    package var indicator: String
    package var actual: Decimal

    package init(indicator: String, actual: Decimal) {
      self.indicator = indicator
      self.actual = actual
    }
  }

  package struct Incident: Sendable, Equatable {
    package var date: CivilDate
    package var category: String
    /// Yuan.
    package var amount: Decimal

    package init(date: CivilDate, category: String, amount: Decimal) {
      self.date = date
      self.category = category
      self.amount = amount
    }
  }

  package struct Handled: Sendable, Equatable {
    package var agent: String
    package var handled: Int

    package init(agent: String, handled: Int) {
      self.agent = agent
      self.handled = handled
    }
  }

  /// A row of `inhouse.csv`: what Mobile's own people (自营) did with their share of the same calls.
  package struct InHouse: Sendable, Equatable {
    /// `answered`, `cost` (yuan), or an indicator's name.
    package var measure: String
    package var value: Decimal

    package init(measure: String, value: Decimal) {
      self.measure = measure
      self.value = value
    }
  }

  package var month: Month
  /// All calls offered to the centre, as in `calls.csv`; the partner's share is not yet applied.
  package var calls: CallHistory
  package var attendance: [Attendance]
  package var scores: [Score]
  package var incidents: [Incident]
  /// Empty where calls are not counted by person.
  package var handled: [Handled]
  package var inHouse: [InHouse] = []

  package init(
    month: Month, calls: CallHistory = CallHistory(records: []), attendance: [Attendance] = [], scores: [Score] = [],
    incidents: [Incident] = [], handled: [Handled] = []
  ) {
    self.month = month
    self.calls = calls
    self.attendance = attendance
    self.scores = scores
    self.incidents = incidents
    self.handled = handled
  }
}
