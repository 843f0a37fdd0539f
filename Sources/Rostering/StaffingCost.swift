internal import Vocabulary

/// The money of a half-hour as a convex function of its effective staffing: understaffing piece by piece below `required`, and above it
/// either so much per agent, or what the calls are worth that more agents would serve in time.
struct StaffingCost: Sendable {
  /// Coverage units.
  let required: Double
  /// Yuan per agent-half-hour above; 0 where service is weighed, which says itself what more staff is worth.
  let over: Double
  /// Share of `required` up to which a piece reaches (∞ for the last), and yuan per agent-half-hour.
  let under: [(upTo: Double, price: Double)]
  let weighsService: Bool
  /// Where the cost of the calls not served turns, the highest staffing first; empty where service is not weighed.
  let serviceCorners: [CostCorner]
  /// All corners, the highest staffing first; beyond it the slope is `over`.
  let corners: [CostCorner]

  init(required: Double, costs: CostSettings, service: PricedService? = nil) {
    self.required = required
    weighsService = service != nil
    over = service == nil ? costs.over : 0
    under = costs.under
    serviceCorners = service.map(StaffingCost.corners) ?? []
    var reach = 0.0
    var slope = -over
    let underCorners = costs.under.map { piece in
      defer { (reach, slope) = (piece.upTo, piece.price) }
      return CostCorner(at: required * (1 - reach), turn: (piece.price - slope) / CoverageUnits.perAgent)
    }
    corners =
      serviceCorners.isEmpty
      ? underCorners
      : (serviceCorners + underCorners).enumerated()
        .sorted { ($1.element.at, $0.offset) < ($0.element.at, $1.offset) }.map(\.element)
  }

  /// The first slope goes on below the first point, so there is no corner at it.
  private static func corners(of service: PricedService) -> [CostCorner] {
    var slope = 0.0
    return service.pieces.reversed().map { piece in
      let yuan = piece.calls * (service.pricePerCall ?? 0)
      defer { slope = max(slope, yuan) }
      return CostCorner(at: CoverageUnits.units(piece.to), turn: max(0, yuan - slope) / CoverageUnits.perAgent)
    }
  }

  /// Yuan of a staffing in coverage units.
  func yuan(_ units: Double) -> Double {
    corners.reduce(over * (units - required) / CoverageUnits.perAgent) { $0 + $1.turn * max(0, $1.at - units) }
  }

  /// Yuan of the calls that more staff would serve in time.
  func serviceYuan(_ units: Double) -> Double {
    serviceCorners.reduce(0) { $0 + $1.turn * max(0, $1.at - units) }
  }

  /// A stretch of staffing below `top`, as a column of a program.
  struct Piece {
    /// Agents; ∞ for the last.
    var width: Double
    /// Yuan per agent-half-hour short, and the part of it that is service.
    var price: Double
    var service: Double
  }

  /// Coverage units from which `pieces` reach down and `over` up.
  var top: Double { corners.first.map { max($0.at, required) } ?? required }

  /// From `top` downwards, of rising price.
  var pieces: [Piece] { serviceCorners.isEmpty ? underPieces : mergedPieces }

  private var underPieces: [Piece] {
    let required = required / CoverageUnits.perAgent
    var reached = 0.0
    return under.map { piece in
      let reach = piece.upTo.isFinite ? piece.upTo * required : .infinity
      defer { reached = max(reached, reach) }
      return Piece(width: max(0, reach - reached), price: piece.price, service: 0)
    }
  }

  private var mergedPieces: [Piece] {
    var price = 0.0
    return corners.indices.map { index in
      price += corners[index].turn * CoverageUnits.perAgent
      let isLast = index + 1 == corners.count
      let middle = isLast ? corners[index].at - 1 : (corners[index].at + corners[index + 1].at) / 2
      let service = serviceCorners.reduce(0) { $1.at > middle ? $0 + $1.turn : $0 } * CoverageUnits.perAgent
      return Piece(
        width: isLast ? .infinity : (corners[index].at - corners[index + 1].at) / CoverageUnits.perAgent, price: price,
        service: service)
    }
  }
}
