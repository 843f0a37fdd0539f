/// What a half-hour gives to the month's target by its effective staffing, and what a call of it is worth.
///
/// The points are the corners of a concave, piecewise linear function: below the first, its first slope goes on; beyond the last it is
/// level. The half-hour costs price × (what the last point gives − what its staffing gives).
package struct PricedService: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    /// Productivity of those on duty and not eating, to four decimals.
    package var effective: Double
    /// Share of the calls to expect served in time with them.
    package var serviceLevel: Double
    /// Calls to expect served in time beyond the target's share of those counted, below 0 where they are fewer; to four decimals. The
    /// month keeps its target where these add up to no less than 0.
    package var beyondTarget: Double

    package init(effective: Double, serviceLevel: Double, beyondTarget: Double) {
      self.effective = effective
      self.serviceLevel = serviceLevel
      self.beyondTarget = beyondTarget
    }
  }

  /// Yuan per call, to four decimals; nil where planning has yet to find it.
  package var pricePerCall: Double?
  /// In rising order, at least one.
  package var points: [Point]

  package init(pricePerCall: Double? = nil, points: [Point]) {
    self.pricePerCall = pricePerCall
    self.points = points
  }

  /// A stretch between two points, in order of staffing.
  package var pieces: [Piece] {
    zip(points, points.dropFirst()).map { from, to in
      Piece(
        from: from.effective, to: to.effective,
        calls: (to.beyondTarget - from.beyondTarget) / (to.effective - from.effective))
    }
  }

  /// More calls served in time with one effective agent more than a staffing.
  package func calls(perAgentFrom effective: Double) -> Double {
    pieces.first { $0.to > effective }?.calls ?? 0
  }

  package struct Piece: Sendable, Equatable {
    /// Effective agents.
    package var from: Double
    package var to: Double
    /// More calls served in time per effective agent more.
    package var calls: Double
  }
}

extension Requirement {
  /// Whether the roster is to weigh service by curves.
  package var weighsService: Bool { rows.contains { $0.service != nil } }

  /// Yuan per call; nil where service is not weighed, or its price yet to be found.
  package var pricePerCall: Double? { rows.lazy.compactMap(\.service).first?.pricePerCall }

  /// The same with a call worth so many yuan.
  package func priced(_ yuan: Double) -> Requirement {
    var result = self
    for index in rows.indices { result.rows[index].service?.pricePerCall = yuan }
    return result
  }
}
