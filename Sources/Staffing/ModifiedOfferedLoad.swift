internal import Foundation
package import Vocabulary

/// The load of a half-hour with the calls that are still talked to from before: the mean number of busy agents if there were
/// enough of them.
///
/// In an M_t/M/∞ queue whose rate is constant over each half-hour, busy agents y follow y′ = λ − y/a (S. Eick, W. Massey,
/// W. Whitt, “The Physics of the M_t/G/∞ Queue”, Operations Research 41, 1993). Staffing the stationary queue for this load is
/// the modified offered load approximation (O. Jennings et al., Management Science 42, 1996).
package enum ModifiedOfferedLoad {
  /// Erlangs, row by row; the first begins as if it had always been so.
  package static func loads(of forecast: Forecast) -> [Double] {
    let length = 1800.0
    var busy: Double?
    var before = 0.0
    return forecast.rows.map { row in
      // A closed half-hour has no handling time of its own: the last calls end as they began.
      let mean = row.averageHandlingTime > 0 ? row.averageHandlingTime : before
      before = mean
      guard mean > 0 else { return 0 }
      let load = row.mean * mean / length
      let start = busy ?? load
      let left = exp(-length / mean)
      busy = load + (start - load) * left
      return load + (start - load) * (mean / length) * (1 - left)
    }
  }
}
