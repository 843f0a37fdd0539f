import CentreFiles
import Foundation
import Testing
import Vocabulary

/// Results appear whole or not at all.
@Suite struct ResultFolderTests {
  @Test func publishingReplacesTheOldFolderWhole() throws {
    let parent = try TemporaryFolder()
    let target = parent.path + "/plan"
    for text in ["first", "second"] {
      let folder = try ResultFolder(target: target)
      try folder.write("solution.json", text)
      try folder.write("calendars/a.ics", text)
      try folder.publish()
      #expect(try String(contentsOfFile: target + "/solution.json", encoding: .utf8) == text)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["plan"])
  }

  @Test func whatIsNotPublishedLeavesNoTrace() throws {
    let parent = try TemporaryFolder()
    let folder = try ResultFolder(target: parent.path + "/plan")
    try folder.write("solution.json", "x")
    folder.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
  }

  @Test func foreignFoldersAndPlacesThatCannotBeWrittenAreRefused() throws {
    let parent = try TemporaryFolder([("thesis.doc", [1])])
    #expect(throws: CannotWrite.self) { try ResultFolder(target: parent.path) }
    #expect(throws: CannotWrite.self) { try ResultFolder(target: "/proc/nothing/plan") }
    #expect(throws: CannotWrite.self) { try ResultFolder(target: parent.path + "/thesis.doc") }
  }

  @Test func leftoversOfKilledRunsAreRemoved() throws {
    let parent = try TemporaryFolder()
    let leftover = parent.path + "/.banbiao-new-plan-999999999"
    try FileManager.default.createDirectory(atPath: leftover, withIntermediateDirectories: true)
    _ = try ResultFolder(target: parent.path + "/plan")
    #expect(!FileManager.default.fileExists(atPath: leftover))
  }
}

/// Digests, JSON and numbers in files.
@Suite struct EncodingTests {
  /// FIPS 180-4 examples.
  @Test func sha256MatchesItsStandard() {
    #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func jsonReadsBackWhatItWrote() {
    let value = JSONValue.object([
      ("b", .array([.int(1), .number(2.5), .null, .bool(true)])), ("a", .text("引\"号\\\n\u{1}")), ("空", .object([])),
    ])
    let text = value.encoded()
    #expect(text.hasPrefix("{\n  \"b\": [\n    1,"))
    let read = JSONValue.decode(Array(text.utf8))
    #expect(read?["a"] == .text("引\"号\\\n\u{1}"))
    #expect(read?["b"] == .array([.int(1), .number(2.5), .null, .bool(true)]))
    #expect(JSONValue.decode(Array("{\"a\":".utf8)) == nil)
  }

  @Test func numbersHaveFixedDecimals() {
    #expect(
      1.005.text(1) == "1.0" && (-0.04).text(1) == "0.0" && 12.3456.text(4) == "12.3456" && (-2.5).text(2) == "-2.50")
  }
}
