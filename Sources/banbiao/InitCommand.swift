import ArgumentParser
import CentreFiles
import ExampleCentre
import Foundation
import Vocabulary

/// `banbiao init`: a new centre's folder.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "新建中心文件夹 — a new centre's folder with commented files, or the shipped example.")

  @Argument(help: "新文件夹 — the new folder.") var folder: String
  @Flag(help: "写出示例中心（广州，合成数据）— write the shipped example, synthetic data.") var example = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).run { session in
      let manager = FileManager.default
      let present = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
      guard present.isEmpty else {
        throw CannotWrite(
          path: folder,
          reason: session.language == .chinese ? "文件夹不是空的，请另选" : "the folder is not empty; choose another")
      }
      let files =
        example
        ? ExampleCentre.guangzhou(seed: ExampleCentre.guangzhouSeed, holidays: HolidayFile.shipped()).files
        : CentreTemplate.files
      do {
        for file in files {
          let path = folder + "/" + file.name
          try manager.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.contents.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
      } catch {
        throw CannotWrite(path: folder, reason: "\(error)")
      }
      output.printJSON(.object([("folder", .text(folder)), ("files", .array(files.map { .text($0.name) }))]))
      session.progress.say(
        Wording("已写入 \(folder)（\(files.count) 个文件）", "\(files.count) files are in \(folder)"))
    }
  }
}
