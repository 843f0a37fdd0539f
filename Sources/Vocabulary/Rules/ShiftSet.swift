/// The shifts a rule speaks of: whole classes, single codes, or both.
package struct ShiftSet: Sendable, Equatable {
  package var classes: Set<ShiftClass>
  package var codes: Set<String>

  package init(classes: Set<ShiftClass> = [], codes: Set<String> = []) {
    self.classes = classes
    self.codes = codes
  }

  package func contains(_ shift: Shift) -> Bool {
    classes.contains(shift.shiftClass) || codes.contains(shift.code)
  }

  /// As written in `rules.yaml`: classes in their order, then codes.
  package var text: String {
    (ShiftClass.allCases.filter(classes.contains).map(\.rawValue) + codes.sorted()).joined(separator: ", ")
  }
}
