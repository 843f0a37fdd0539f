package import Vocabulary

/// The workbook could not be written: what was being done, and libxlsxwriter's own words.
package struct WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  /// The sheet, and the cell where one is meant; nil = the file as a whole.
  package var place: String?
  package var reason: String

  package init(path: String, place: String? = nil, reason: String) {
    self.path = path
    self.place = place
    self.reason = reason
  }

  package var wording: Wording {
    let target = place.map { "\(path)[\($0)]" } ?? path
    return Wording(
      "无法写入 \(target)：\(reason)；请检查文件夹是否可写、磁盘是否已满、文件是否正被打开",
      "cannot write \(target): \(reason); check that the folder can be written, the disk is not full, and the file is not open elsewhere"
    )
  }

  /// The reason, for a message that names the file itself.
  package var description: String { (place.map { "\($0): " } ?? "") + reason }
}
