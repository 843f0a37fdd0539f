import CentreFiles
import Foundation

/// One run of the program as a user starts it.
struct CommandRun {
  static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("banbiao").path

  /// The shipped centre.
  static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("data/guangzhou").path

  let code: Int32
  let output: String
  let errors: String

  /// What a terminal shows.
  var text: String { output + errors }

  init(_ arguments: [String]) throws {
    let (process, output, errors) = try CommandRun.start(arguments)
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    code = process.terminationStatus
    self.output = String(decoding: text, as: UTF8.self)
    self.errors = String(decoding: complaint, as: UTF8.self)
  }

  static func start(_ arguments: [String]) throws -> (process: Process, output: Pipe, errors: Pipe) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = arguments
    process.environment = ["LANG": "C.UTF-8"]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return (process, output, errors)
  }

  /// An empty folder of the test's own.
  static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A folder with a small centre that is open from 08:00 to 20:00, and a requirement of two agents all day.
  static func smallCentre(_ change: [String: String] = [:]) throws -> String {
    let folder = try folder()
    var files = Dictionary(uniqueKeysWithValues: CentreTemplate.files.map { ($0.name, $0.contents) })
    files["agents.csv"] =
      "agent,name,team,grade\n" + (1...8).map { "a\($0),员工\($0),一班,agent\n" }.joined()
      + (1...4).map { "l\($0),班长\($0),一班,lead\n" }.joined()
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var requirement = "start,offered,aht,required\n"
    for day in 1...28 {
      for slot in 16..<44 {
        let minute = slot % 2 == 0 ? "00" : "30"
        requirement += "2027-02-\(two(day))T\(two(slot / 2)):\(minute),10,150,2\n"
      }
    }
    files["requirement.csv"] = requirement
    for (name, text) in files.merging(change, uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    return folder
  }

  static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
