/// A roster to be made of whole shifts: so many people on each shift of each day, whatever the half-hours.
///
/// The words of the public benchmark of shift scheduling by T. Curtois and R. Qu (University of Nottingham, 2014). Days count
/// from 0, day 0 is a Monday. Costs are whole numbers, to be minimised.
package struct ShiftLevelProblem: Sendable, Equatable {
  package struct Shift: Sendable, Equatable {
    package var name: String
    package var minutes: Int
    /// Shifts that may not be worked the day after this one.
    package var forbiddenNext: [Int]

    package init(name: String, minutes: Int, forbiddenNext: [Int] = []) {
      self.name = name
      self.minutes = minutes
      self.forbiddenNext = forbiddenNext
    }
  }

  package struct Person: Sendable, Equatable {
    package var name: String
    /// By shift, the most over the horizon; 0 = not qualified.
    package var mostOfShift: [Int]
    package var minMinutes: Int
    package var maxMinutes: Int
    package var maxWorkRun: Int
    /// Of work days and of days off: runs that touch the first or the last day are exempt.
    package var minWorkRun: Int
    package var minOffRun: Int
    package var maxWeekends: Int
    package var daysOff: [Int]

    package init(
      name: String, mostOfShift: [Int], minMinutes: Int, maxMinutes: Int, maxWorkRun: Int, minWorkRun: Int,
      minOffRun: Int, maxWeekends: Int, daysOff: [Int] = []
    ) {
      self.name = name
      self.mostOfShift = mostOfShift
      self.minMinutes = minMinutes
      self.maxMinutes = maxMinutes
      self.maxWorkRun = maxWorkRun
      self.minWorkRun = minWorkRun
      self.minOffRun = minOffRun
      self.maxWeekends = maxWeekends
      self.daysOff = daysOff
    }
  }

  /// The cost of a person not working a shift on a day, or of working it.
  package struct Request: Sendable, Equatable {
    package var person: Int
    package var day: Int
    package var shift: Int
    package var weight: Int

    package init(person: Int, day: Int, shift: Int, weight: Int) {
      self.person = person
      self.day = day
      self.shift = shift
      self.weight = weight
    }
  }

  /// The people wanted on a shift of a day and the cost of each one short or over.
  package struct Cover: Sendable, Equatable {
    package var day: Int
    package var shift: Int
    package var required: Int
    package var underWeight: Int
    package var overWeight: Int

    package init(day: Int, shift: Int, required: Int, underWeight: Int, overWeight: Int) {
      self.day = day
      self.shift = shift
      self.required = required
      self.underWeight = underWeight
      self.overWeight = overWeight
    }
  }

  package var dayCount: Int
  package var shifts: [Shift]
  package var people: [Person]
  package var onRequests: [Request]
  package var offRequests: [Request]
  package var cover: [Cover]

  package init(
    dayCount: Int, shifts: [Shift], people: [Person], onRequests: [Request] = [], offRequests: [Request] = [],
    cover: [Cover] = []
  ) {
    self.dayCount = dayCount
    self.shifts = shifts
    self.people = people
    self.onRequests = onRequests
    self.offRequests = offRequests
    self.cover = cover
  }
}

/// A shift or a day off for each person (outer) on each day (inner).
package struct ShiftLevelRoster: Sendable, Equatable {
  /// The shift's index, nil = off.
  package var shifts: [[Int?]]

  package init(_ shifts: [[Int?]]) {
    self.shifts = shifts
  }
}
