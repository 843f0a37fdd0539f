internal import Foundation
internal import Vocabulary

/// Every amount with its rule, numbers and contract keys.
struct WorkingSheet {
  private let content: StatementContent
  private let language: Language

  init(_ content: StatementContent, _ language: Language) {
    self.content = content
    self.language = language
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    let contract = content.contract
    try sheet.write(0, 0, Wording("计算依据", "How each amount was made").text(language), .title)
    try sheet.write(
      1, 0,
      Wording(
        "合同 \(contract.version) SHA-256 \(contract.digest)", "contract \(contract.version) SHA-256 \(contract.digest)"
      ).text(language), .hint)
    try sheet.header(
      3,
      [
        Wording("项目", "Item"), Wording("数值", "Amount"), Wording("规则", "Rule"), Wording("算式", "Working"),
        Wording("合同键", "Contract keys"),
      ].map { $0.text(language) })
    for (index, item) in content.trace.items.enumerated() {
      let row = 4 + index
      try sheet.write(row, 0, item.key)
      try sheet.write(row, 1, item.amount, .numbers("#,##0.00##"))
      try sheet.write(row, 2, item.rule.text(language))
      try sheet.write(row, 3, item.working)
      try sheet.write(row, 4, item.contractKeys.joined(separator: ", "))
    }
    try sheet.width(0...0, 24)
    try sheet.width(1...1, 16)
    try sheet.width(2...3, 60)
    try sheet.width(4...4, 44)
    sheet.freeze(rows: 4, columns: 1)
    try sheet.print(.a4, isAcross: true, repeatingRows: 3...3)
  }
}
