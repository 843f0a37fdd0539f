/// A row of `pairs.csv`: two people who may not, or must, work together. Hard unless `pairs` of rules.yaml has a weight.
/// Unit of violation: a day, of those both are employed on.
package struct StaffPair: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Never both at work on a day.
    case apart
    /// Never both on the same shift on a day.
    case apartShift
    /// At work on the same days.
    case together
    /// On the same shift, or both off, on every day.
    case togetherShift
  }

  package var agent: String
  package var other: String
  package var kind: Kind

  package init(agent: String, other: String, kind: Kind) {
    self.agent = agent
    self.other = other
    self.kind = kind
  }
}
