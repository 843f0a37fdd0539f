internal import Foundation
internal import Vocabulary

/// Reads the sheets of an Office Open XML workbook (ECMA-376) as tables of text.
///
/// Dates and times become the text our columns want: `2026-12-01`, `09:30`, `2026-12-01T09:30`. Formulas give their
/// stored values. Parts that are damaged are problems, never a crash.
enum WorkbookReader {
  /// Sheets as tables: the first row is the header.
  static func tables(_ bytes: [UInt8], file: String, problems: ProblemList) -> [String: Table] {
    var result: [String: Table] = [:]
    for (name, rows) in sheets(bytes, file: file, problems: problems) {
      let width = (rows.first?.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      guard let header = rows.first, width > 0 else { continue }
      var table = Table(file: "\(file)[\(name)]", header: cells(header, width), rows: [])
      for row in rows.dropFirst() where row.cells.contains(where: { !$0.isEmpty }) {
        table.rows.append(cells(row, width))
      }
      result[name] = table
    }
    return result
  }

  struct Row {
    /// From 1.
    var number: Int
    var cells: [String]
  }

  /// All sheets, every row as long as its last cell.
  static func sheets(_ bytes: [UInt8], file: String, problems: ProblemList) -> [(name: String, rows: [Row])] {
    func refuse(_ found: Wording) -> [(name: String, rows: [Row])] {
      problems.add(
        InputProblem(file: file, found: found, expected: Wording("应为完好的 .xlsx 工作簿", "expected a sound .xlsx workbook")))
      return []
    }
    let parts: [String: [UInt8]]
    do {
      parts = try ZipArchive.entries(bytes) { $0.hasPrefix("xl/") && ($0.hasSuffix(".xml") || $0.hasSuffix(".rels")) }
    } catch .tooLarge {
      return refuse(Wording("解压后过大", "it is too large when unpacked"))
    } catch {
      return refuse(Wording("压缩包已损坏", "the archive is damaged"))
    }
    guard let book = parts["xl/workbook.xml"], let layout = layout(book),
      let links = parts["xl/_rels/workbook.xml.rels"].flatMap(targets)
    else { return refuse(Wording("缺少 workbook.xml 或已损坏", "workbook.xml is missing or damaged")) }
    guard let strings = sharedStrings(parts["xl/sharedStrings.xml"]), let formats = dateFormats(parts["xl/styles.xml"])
    else { return refuse(Wording("文字表或样式已损坏", "the shared strings or styles are damaged")) }
    var result: [(name: String, rows: [Row])] = []
    for sheet in layout.sheets {
      guard let target = links[sheet.link],
        let part = parts[target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target]
      else { continue }
      var reader = SheetReader(strings: strings, formats: formats, is1904: layout.is1904)
      guard let rows = reader.rows(part) else {
        return refuse(Wording("工作表 \(sheet.name) 已损坏", "the sheet \(sheet.name) is damaged"))
      }
      result.append((sheet.name, rows))
    }
    return result
  }

  private static func cells(_ row: Row, _ width: Int) -> [Table.Cell] {
    (0..<width).map {
      Table.Cell(
        text: $0 < row.cells.count ? row.cells[$0] : "", line: Int32(clamping: row.number), column: Int32($0 + 1))
    }
  }

  private static func layout(_ bytes: [UInt8]) -> (sheets: [(name: String, link: String)], is1904: Bool)? {
    var sheets: [(name: String, link: String)] = []
    var is1904 = false
    let isSound = XMLEvents.parse(
      bytes,
      onStart: { name, values in
        if name == "sheet", let title = values["name"], let link = values["id"] { sheets.append((title, link)) }
        if name == "workbookPr" { is1904 = ["1", "true"].contains(values["date1904"] ?? "") }
      }, onEnd: { _ in }, onText: { _ in })
    return isSound ? (sheets, is1904) : nil
  }

  private static func targets(_ bytes: [UInt8]) -> [String: String]? {
    var result: [String: String] = [:]
    let isSound = XMLEvents.parse(
      bytes,
      onStart: { name, values in
        if name == "Relationship", let id = values["Id"], let target = values["Target"] { result[id] = target }
      }, onEnd: { _ in }, onText: { _ in })
    return isSound ? result : nil
  }

  private static func sharedStrings(_ bytes: [UInt8]?) -> [String]? {
    guard let bytes else { return [] }
    var result: [String] = []
    var text = ""
    var isText = false
    var phonetic = 0
    let isSound = XMLEvents.parse(
      bytes,
      onStart: { name, _ in
        if name == "si" { text = "" }
        if name == "rPh" { phonetic += 1 }
        isText = name == "t" && phonetic == 0
      },
      onEnd: { name in
        if name == "si" { result.append(text) }
        if name == "rPh" { phonetic -= 1 }
        isText = false
      }, onText: { if isText { text += $0 } })
    return isSound ? result : nil
  }

  /// For each cell style, whether it shows dates or times.
  private static func dateFormats(_ bytes: [UInt8]?) -> [Bool]? {
    guard let bytes else { return [] }
    var custom: Set<Int> = []
    var result: [Bool] = []
    var isCells = false
    let isSound = XMLEvents.parse(
      bytes,
      onStart: { name, values in
        if name == "numFmt", let id = values["numFmtId"].flatMap({ Int($0) }), isDate(values["formatCode"] ?? "") {
          custom.insert(id)
        }
        if name == "cellXfs" { isCells = true }
        if name == "xf", isCells {
          let id = values["numFmtId"].flatMap { Int($0) } ?? 0
          result.append(
            (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
              || custom.contains(id))
        }
      }, onEnd: { if $0 == "cellXfs" { isCells = false } }, onText: { _ in })
    return isSound ? result : nil
  }

  private static func isDate(_ format: String) -> Bool {
    var isQuoted = false
    for character in format.lowercased() {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted && "ymdhs".contains(character) { return true }
    }
    return false
  }
}

/// One sheet's cells.
struct SheetReader {
  let strings: [String]
  let formats: [Bool]
  let is1904: Bool

  /// Nil where the part is not well-formed or names cells beyond what a sheet has.
  mutating func rows(_ bytes: [UInt8]) -> [WorkbookReader.Row]? {
    var rows: [WorkbookReader.Row] = []
    var row = WorkbookReader.Row(number: 0, cells: [])
    var column = 0
    var kind = ""
    var style = 0
    var text = ""
    var isValue = false
    var isWithinLimits = true
    let reader = self
    let isSound = XMLEvents.parse(
      bytes,
      onStart: { name, values in
        switch name {
        case "row":
          row = WorkbookReader.Row(number: values["r"].flatMap { Int($0) } ?? row.number + 1, cells: [])
        case "c":
          column = values["r"].flatMap(SheetReader.column) ?? row.cells.count
          kind = values["t"] ?? "n"
          style = values["s"].flatMap { Int($0) } ?? 0
          text = ""
        case "v", "t": isValue = true
        default: break
        }
      },
      onEnd: { name in
        switch name {
        case "v", "t": isValue = false
        case "c":
          guard column < 16_384, column >= 0 else {
            isWithinLimits = false
            return
          }
          while row.cells.count <= column { row.cells.append("") }
          row.cells[column] = reader.value(text, kind, style)
        case "row":
          rows.append(row)
          if rows.count > 1_100_000 { isWithinLimits = false }
        default: break
        }
      }, onText: { if isValue { text += $0 } })
    return isSound && isWithinLimits ? rows : nil
  }

  private func value(_ text: String, _ kind: String, _ style: Int) -> String {
    switch kind {
    case "s": return Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "n", "":
      guard let number = Double(text), number.isFinite else { return text }
      if formats.indices.contains(style) && formats[style] { return date(number) }
      if number == number.rounded() && abs(number) < 1e15 { return String(Int(number)) }
      return text.contains("E") || text.contains("e") ? number.text(10) : text
    case "b": return text == "1" ? "true" : "false"
    default: return text
    }
  }

  /// A serial date: days since 1899-12-30, or since 1904-01-01.
  private func date(_ serial: Double) -> String {
    guard serial >= 0, serial < 3_000_000 else { return "\(serial)" }
    let minutes = Int((serial * 1440).rounded())
    let time = TimeOfDay(minutes: minutes % 1440)
    if serial < 1 { return "\(time)" }
    let epoch = CivilDate(year: is1904 ? 1904 : 1899, month: is1904 ? 1 : 12, day: is1904 ? 1 : 30)!
    let day = epoch.adding(days: minutes / 1440)
    return minutes % 1440 == 0 ? "\(day)" : "\(day)T\(time)"
  }

  /// `AB12` → 27.
  private static func column(_ reference: String) -> Int? {
    var value = 0
    for byte in reference.utf8 {
      guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z"), value < 20_000 else { break }
      value = value * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return value > 0 ? value - 1 : nil
  }
}
