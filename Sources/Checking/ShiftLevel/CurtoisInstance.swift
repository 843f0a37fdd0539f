internal import Foundation

/// An instance and its roster as plain tables, read from the two texts again and by no code of the importer's.
///
/// The importer has refused whatever is malformed; what is left here is looked up by name and passed over where unknown.
struct CurtoisInstance {
  struct Staff {
    var name: String
    var most: [String: Int]
    var maxMinutes: Int
    var minMinutes: Int
    var maxShifts: Int
    var minShifts: Int
    var minDaysOff: Int
    var maxWeekends: Int
  }

  private(set) var days = 0
  private(set) var minutes: [String: Int] = [:]
  /// By shift, those not allowed the next day.
  private(set) var forbidden: [String: Set<String>] = [:]
  private(set) var staff: [Staff] = []
  private(set) var daysOff: [String: [Int]] = [:]
  private(set) var onRequests: [[String]] = []
  private(set) var offRequests: [[String]] = []
  private(set) var cover: [[String]] = []

  init(_ text: String) {
    var section = ""
    for line in text.components(separatedBy: .newlines) {
      let line = line.trimmingCharacters(in: .whitespaces)
      guard !line.isEmpty, line.first != "#" else { continue }
      if line.hasPrefix("SECTION_") {
        section = line
      } else {
        take(line.components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }, in: section)
      }
    }
  }

  private mutating func take(_ cells: [String], in section: String) {
    switch section {
    case "SECTION_HORIZON": days = Int(cells[0]) ?? 0
    case "SECTION_SHIFTS":
      guard cells.count == 3 else { return }
      minutes[cells[0]] = Int(cells[1])
      forbidden[cells[0]] = Set(list(cells[2], "|").filter { !$0.isEmpty })
    case "SECTION_STAFF":
      guard cells.count == 8 else { return }
      let numbers = cells.dropFirst(2).map { Int($0) ?? 0 }
      let most = list(cells[1], "|").map { list($0, "=") }.filter { $0.count == 2 }
      staff.append(
        Staff(
          name: cells[0],
          most: Dictionary(most.map { ($0[0], Int($0[1]) ?? 0) }, uniquingKeysWith: { _, last in last }),
          maxMinutes: numbers[0], minMinutes: numbers[1], maxShifts: numbers[2], minShifts: numbers[3],
          minDaysOff: numbers[4], maxWeekends: numbers[5]))
    case "SECTION_DAYS_OFF": daysOff[cells[0], default: []] += cells.dropFirst().compactMap { Int($0) }
    case "SECTION_SHIFT_ON_REQUESTS": onRequests.append(cells)
    case "SECTION_SHIFT_OFF_REQUESTS": offRequests.append(cells)
    case "SECTION_COVER": cover.append(cells)
    default: return
    }
  }

  private func list(_ text: String, _ separator: String) -> [String] {
    text.components(separatedBy: separator).map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
