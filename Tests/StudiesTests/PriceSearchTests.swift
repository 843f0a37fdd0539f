import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Planning

/// The price of a call at which rosters reach the target, on rosters that answer by a rule of their own.
@Suite struct PriceSearchTests {
  /// Calls missed fall with the price, slower or faster, from a first price far off.
  @Test(arguments: seeds(40)) func aFewRostersSuffice(seed: UInt64) {
    let elasticity = 0.3 + Double(seed % 7) / 5
    let start = 0.5 + Double(seed % 11) / 4
    func service(_ price: Double) -> Double { 1 - 0.15 * pow(price / 3, -elasticity) }
    var search = PriceSearch(target: 0.85, range: 0.1...100)
    var price = start
    var rosters = 1
    while let next = search.next(after: price, service: service(price)) {
      price = next
      rosters += 1
      if rosters > 10 { break }
    }
    #expect(service(price) >= 0.85 && service(price) <= 0.85 + MonthPlanner.serviceTolerance)
    #expect(rosters <= 1 + MonthPlanner.mostReplans)
  }

  /// Rosters answer unevenly: little for the first yuan, much beyond, and never exactly. The price stays between those that missed and reached.
  @Test(arguments: seeds(40)) func unevenRostersAreClosedIn(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let kink = 1.5 + 3 * random.uniform()
    let start = 0.5 + 5 * random.uniform()
    func service(_ price: Double) -> Double {
      let missed = price < kink ? pow(price / kink, -0.5) : pow(price / kink, -1.5)
      return 1 - 0.16 * missed + 0.0004 * (random.uniform() - 0.5)
    }
    var search = PriceSearch(target: 0.85, range: 0.1...100)
    var price = start
    var reached = service(price)
    var rosters = 1
    while let next = search.next(after: price, service: reached), rosters < 12 {
      price = next
      reached = service(price)
      rosters += 1
    }
    #expect(reached >= 0.85 && reached <= 0.85 + MonthPlanner.serviceTolerance)
    #expect(rosters <= 9)
  }

  /// Where no price brings more service, or less, it ends at an end of the range.
  @Test func itEndsAtTheEndsOfTheRange() {
    for service in [0.5, 0.99] {
      var search = PriceSearch(target: 0.85, range: 1...20)
      var price = 5.0
      var tried = [price]
      while let next = search.next(after: price, service: service) {
        price = next
        tried.append(price)
      }
      #expect(price == (service < 0.85 ? 20 : 1))
      #expect(tried.count <= 3)
    }
  }
}
