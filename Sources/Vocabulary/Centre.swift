/// Everything a centre's folder says: the input of every plan.
package struct Centre: Sendable, Equatable {
  package var settings: CentreSettings
  package var calls: CallHistory
  package var events: [CentreEvent]
  /// The planner's changes to the forecast, applied in this order.
  package var adjustments: [ForecastAdjustment] = []
  /// In the order of the file, which every output keeps.
  package var agents: [Agent]
  package var leave: [LeaveEntry]
  package var previous: [PreviousShift]
  /// Person-days the planner has fixed; those outside the month planned mean nothing to it.
  package var locks: [LockedDay]
  package var pairs: [StaffPair]
  package var shifts: [Shift]
  package var rules: Rules
  package var contract: Contract
  package var holidays: HolidayCalendar
  /// What people carry from the months before; nil = nothing.
  package var ledger: FairnessLedger?

  package init(
    settings: CentreSettings, calls: CallHistory = CallHistory(records: []), events: [CentreEvent] = [],
    agents: [Agent], leave: [LeaveEntry] = [], previous: [PreviousShift] = [], locks: [LockedDay] = [],
    pairs: [StaffPair] = [],
    shifts: [Shift], rules: Rules = Rules(), contract: Contract = Contract(),
    holidays: HolidayCalendar = HolidayCalendar()
  ) {
    self.settings = settings
    self.calls = calls
    self.events = events
    self.agents = agents
    self.leave = leave
    self.previous = previous
    self.locks = locks
    self.pairs = pairs
    self.shifts = shifts
    self.rules = rules
    self.contract = contract
    self.holidays = holidays
  }
}
