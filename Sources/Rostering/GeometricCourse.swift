internal import Glibc

/// A value that changes by the same factor over equal parts of a run: temperatures, noise, steps.
///
/// - Parameter part: of the run that is over, 0 to 1.
func geometric(from first: Double, to last: Double, part: Double) -> Double {
  first * pow(last / first, part)
}
