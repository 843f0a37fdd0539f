import Testing
import Vocabulary

@Suite struct NameIndexTests {
  private let names = ["早1", "早10", "夜7", "A", "", "a name of more than fifteen bytes", "caf\u{E9}", "早1"]

  @Test func findsEveryNameAtItsFirstPlace() {
    let index = NameIndex(names)
    for name in names { #expect(index.position(name) == names.firstIndex(of: name), "\(name)") }
  }

  @Test(arguments: ["早", "早1 ", "B", "a", "A\0", "a name of more than fifteen byte", "caf"])
  func doesNotFindOthers(name: String) {
    #expect(NameIndex(names).position(name) == nil)
  }

  /// As `==` has it: an e with an accent is one, in one code point or two.
  @Test func findsTheSameTextInOtherCodePoints() {
    #expect(NameIndex(names).position("cafe\u{301}") == 6)
  }

  @Test func holdsMany() {
    let many = (0..<5000).map { "P\(100_000 + $0)" }
    let index = NameIndex(many)
    #expect(many.indices.allSatisfy { index.position(many[$0]) == $0 })
    #expect(index.position("P99999") == nil && NameIndex([String]()).position("A") == nil)
  }
}
