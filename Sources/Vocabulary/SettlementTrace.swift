package import Foundation

/// What a statement was worked out from, down to the person and day.
package struct SettlementTrace: Sendable, Equatable {
  /// A shift somebody worked, and where its time went.
  package struct PersonDay: Sendable, Equatable {
    package var agent: String
    package var date: CivilDate
    package var shift: String
    /// Of the day: a trainee is an agent from the promotion on.
    package var grade: Grade
    package var dayKind: DayKind
    /// Paid minutes of the shift as the catalogue has it.
    package var scheduledMinutes: Int
    package var workedMinutes: Int
    /// Hours in the line of the grade.
    package var regularHours: Decimal
    /// Hours beyond the person's standard hours, in the overtime line.
    package var overtimeHours: Decimal
    /// Minutes the partner pays as overtime, at the factor of the day.
    package var paidOvertimeMinutes: Decimal

    package init(
      agent: String, date: CivilDate, shift: String, grade: Grade, dayKind: DayKind, scheduledMinutes: Int,
      workedMinutes: Int, regularHours: Decimal, overtimeHours: Decimal, paidOvertimeMinutes: Decimal
    ) {
      self.agent = agent
      self.date = date
      self.shift = shift
      self.grade = grade
      self.dayKind = dayKind
      self.scheduledMinutes = scheduledMinutes
      self.workedMinutes = workedMinutes
      self.regularHours = regularHours
      self.overtimeHours = overtimeHours
      self.paidOvertimeMinutes = paidOvertimeMinutes
    }
  }

  /// An amount of the statement: the rule that made it, and the contract's keys that rule reads.
  package struct Item: Sendable, Equatable {
    /// As in `settlement.json`: `lines.agent`, `bonus.amount`, `partner.wages`.
    package var key: String
    package var amount: Decimal
    package var rule: Wording
    /// The rule with its numbers.
    package var working: String
    /// Keys of `contract.yaml`.
    package var contractKeys: [String]

    package init(key: String, amount: Decimal, rule: Wording, working: String, contractKeys: [String]) {
      self.key = key
      self.amount = amount
      self.rule = rule
      self.working = working
      self.contractKeys = contractKeys
    }
  }

  /// People in the order of `agents.csv`, each in order of days.
  package var days: [PersonDay]
  /// In the order of the statement.
  package var items: [Item]

  package init(days: [PersonDay], items: [Item]) {
    self.days = days
    self.items = items
  }
}

/// Which contract a statement was worked out by.
package struct ContractReference: Sendable, Equatable {
  /// `version` of contract.yaml; empty where it has none.
  package var version: String
  /// SHA-256 of the file.
  package var digest: String

  package init(version: String, digest: String) {
    self.version = version
    self.digest = digest
  }
}
