package import Vocabulary

/// `inhouse.json` and `inhouse.csv` of a statement: the partner beside Mobile's own people on the same calls.
package enum ComparisonFile {
  package static func json(_ comparison: InHouseComparison) -> JSONValue {
    .array(
      comparison.rows.map { row in
        .object([
          ("measure", .text(row.measure)), ("partner", row.partner.map { .text("\($0)") } ?? .null),
          ("inHouse", row.inHouse.map { .text("\($0)") } ?? .null),
        ])
      })
  }

  /// `measure,partner,inHouse`; what is not known is empty.
  package static func csv(_ comparison: InHouseComparison) -> String {
    comparison.rows.reduce("measure,partner,inHouse\n") { text, row in
      let values = [row.partner, row.inHouse].map { $0.map { "\($0)" } ?? "" }
      return text + ([ResultTables.quoted(row.measure)] + values).joined(separator: ",") + "\n"
    }
  }
}
