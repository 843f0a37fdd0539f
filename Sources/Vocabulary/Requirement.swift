/// The agents needed on the phone, half-hour by half-hour.
package struct Requirement: Sendable, Equatable {
  /// What a figure was made of.
  package struct Working: Sendable, Equatable {
    /// Erlangs the half-hour was staffed for, at the mean forecast.
    package var load: Double
    /// Whole agents on the phone, before shrinkage.
    package var agents: Int
    /// Part of on-phone time lost in this half-hour.
    package var shrinkage: Double
    /// Expected share of the calls served in time, and of their time that agents talk, with so many on the phone.
    package var serviceLevel: Double
    package var occupancy: Double
    package var binding: Binding

    package init(
      load: Double, agents: Int, shrinkage: Double, serviceLevel: Double, occupancy: Double, binding: Binding
    ) {
      self.load = load
      self.agents = agents
      self.shrinkage = shrinkage
      self.serviceLevel = serviceLevel
      self.occupancy = occupancy
      self.binding = binding
    }
  }

  /// What asks for the last agent of a half-hour.
  package enum Binding: String, Sendable, CaseIterable {
    /// The target over its scope.
    case target
    /// The service every single half-hour owes.
    case floor
    /// The highest occupancy.
    case occupancy
    /// The fewest agents, one where calls come.
    case minimum
  }

  package struct Row: Sendable, Equatable {
    package var start: HalfHour
    package var offered: Double
    /// Seconds.
    package var averageHandlingTime: Double
    /// Agents on the phone divided by (1 − shrinkage), to four decimals.
    package var required: Double
    /// Nil where nobody is needed, and where only the requirement is known.
    package var working: Working?
    /// `service.inRoster`: what more than `required` is worth; nil where `required` alone counts.
    package var service: PricedService?

    package init(
      start: HalfHour, offered: Double, averageHandlingTime: Double, required: Double, working: Working? = nil,
      service: PricedService? = nil
    ) {
      self.start = start
      self.offered = offered
      self.averageHandlingTime = averageHandlingTime
      self.required = required
      self.working = working
      self.service = service
    }
  }

  /// Every half-hour of the period in order, closed ones with 0.
  package var rows: [Row]

  package init(rows: [Row]) {
    self.rows = rows
  }
}
