/// A point at which something changes sides, found on the base plan and confirmed by a plan of its own.
package struct BreakEven: Sendable {
  package var name: Wording
  /// What was found on the base plan, or by its dual prices.
  package var estimate: Wording
  /// What the plan made there says.
  package var confirmed: Wording
  /// What the point lies on, to be drawn; nil for the value of a unit.
  package var curve: BreakEvenCurve?

  package init(name: Wording, estimate: Wording, confirmed: Wording, curve: BreakEvenCurve? = nil) {
    self.name = name
    self.estimate = estimate
    self.confirmed = confirmed
    self.curve = curve
  }
}

/// The partner's margin on the base's roster as one factor moves.
package struct BreakEvenCurve: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    /// On all seat prices, or on the volume.
    package var factor: Double
    /// Yuan.
    package var margin: Double

    package init(factor: Double, margin: Double) {
      self.factor = factor
      self.margin = margin
    }
  }

  /// What the factor is of.
  package var across: Wording
  /// In rising order of factor.
  package var points: [Point]
  /// Where something changes sides.
  package var marks: [Point]

  package init(across: Wording, points: [Point], marks: [Point]) {
    self.across = across
    self.points = points
    self.marks = marks
  }
}
