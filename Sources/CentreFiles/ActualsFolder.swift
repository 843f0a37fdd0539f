internal import Foundation
internal import Vocabulary

/// The files of `actuals/YYYY-MM/`, each read once. What is missing is a problem like any other, so that all is said at once.
final class ActualsFolder {
  let problems = ProblemList()
  private(set) var digests: [(file: String, sha256: String)] = []
  private let folder: String
  private let name: String

  /// - Parameter name: of the folder of actuals, within the centre's.
  init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  /// - Parameter expected: why the file must be there; nil where it may be missing.
  func table(_ file: String, expected: Wording?) throws -> Table? {
    let shown = name + "/" + file
    let path = folder + "/" + shown
    guard FileManager.default.fileExists(atPath: path) else {
      if let expected {
        problems.add(
          InputProblem(
            file: shown, line: 1, column: 1, found: Wording("没有此文件", "there is no such file"), expected: expected))
      }
      return nil
    }
    guard let bytes = try InputFile.bytes(path, name: shown, problems: problems) else { return nil }
    digests.append((shown, SHA256.hex(bytes)))
    return CSVReader.read(bytes, file: shown, problems: problems)
  }
}
