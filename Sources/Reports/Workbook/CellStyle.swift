internal import CXLSXWriter

/// How a cell looks.
struct CellStyle: Hashable {
  enum Alignment {
    case left, centre, right
  }

  enum Border {
    case none, thin
  }

  var fill: RGB?
  var text: RGB = 0x1B2026
  var isBold = false
  var alignment = Alignment.left
  var border = Border.thin
  var wraps = false
  /// 90 degrees upwards.
  var isVertical = false
  var shrinks = false
  /// An Excel number format; nil = general.
  var number: String?
  var size = 10.0

  init(_ pair: Palette.Pair? = nil) {
    fill = pair?.fill
    if let pair { text = pair.text }
  }

  /// The same with something changed: `CellStyle.plain.with { $0.isBold = true }`.
  func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, "Microsoft YaHei")
    format_set_font_size(format, size)
    format_set_font_color(format, text.value)
    if isBold { format_set_bold(format) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill.value)
    }
    switch alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if border == .thin {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, Ink.rule.colour(.light).value)
    }
    if wraps { format_set_text_wrap(format) }
    if isVertical { format_set_rotation(format, 90) }
    if shrinks { format_set_shrink(format) }
    if let number { format_set_num_format(format, number) }
  }
}

// The looks the sheets share.
extension CellStyle {
  static let plain = CellStyle()
  static let bare = plain.with { $0.border = .none }
  static let title = bare.with {
    $0.isBold = true
    $0.size = 15
  }
  static let hint = bare.with {
    $0.text = Ink.muted.colour(.light)
    $0.size = 9
  }
  static let header = CellStyle(Palette.Pair(fill: 0x24415F, text: 0xFFFFFF)).with {
    $0.isBold = true
    $0.alignment = .centre
    $0.wraps = true
  }
  static let count = plain.with {
    $0.alignment = .centre
    $0.number = "0"
  }
  static let oneDecimal = numbers("#,##0.0")
  static let money = numbers("#,##0.00")
  static let seats = numbers("#,##0.0000")
  static let percent = numbers("0.0%")
  static let total = money.with {
    $0.isBold = true
    $0.fill = Ink.panel.colour(.light)
  }

  static func numbers(_ format: String) -> CellStyle {
    plain.with {
      $0.alignment = .right
      $0.number = format
    }
  }

  /// A cell of a roster.
  static func cell(_ cell: Palette.Cell) -> CellStyle {
    CellStyle(Palette.pair(cell)).with { $0.alignment = .centre }
  }
}
