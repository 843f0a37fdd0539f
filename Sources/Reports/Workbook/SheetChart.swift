internal import CXLSXWriter

/// A native chart of a sheet's columns.
struct SheetChart {
  enum Kind {
    case lines, columns
  }

  struct Series {
    let name: String
    let column: Int
    let colour: RGB
    var isDashed = false
  }

  let title: String
  let kind: Kind
  /// The rows of the values and of the categories.
  let rows: ClosedRange<Int>
  let categories: Int
  let series: [Series]
  /// Every so many categories one is labelled.
  let labelEvery: Int
  /// Of the drawing, against Excel's 480 × 288 pixels.
  var scale = (x: 2.0, y: 1.25)

  func insert(into sheet: SheetWriter, row: Int, column: Int) throws(WorkbookError) {
    let chart = try sheet.writer.chart(kind == .lines ? LXW_CHART_LINE : LXW_CHART_COLUMN)
    for one in series { add(one, to: chart, sheet: sheet.name) }
    chart_title_set_name(chart, title)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    chart_title_set_name_font(chart, &font)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    chart_axis_set_interval_unit(chart.pointee.x_axis, UInt16(labelEvery))
    var grid = lxw_chart_line()
    grid.color = Ink.rule.colour(.light).value
    grid.width = 0.75
    chart_axis_major_gridlines_set_line(chart.pointee.y_axis, &grid)
    var options = lxw_chart_options()
    options.x_scale = scale.x
    options.y_scale = scale.y
    try sheet.writer.check(
      worksheet_insert_chart_opt(sheet.sheet, lxw_row_t(row), lxw_col_t(column), chart, &options), place: sheet.name)
  }

  private func add(_ one: Series, to chart: UnsafeMutablePointer<lxw_chart>, sheet: String) {
    guard let series = chart_add_series(chart, nil, nil) else { return }
    let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    chart_series_set_categories(series, sheet, first, lxw_col_t(categories), last, lxw_col_t(categories))
    chart_series_set_values(series, sheet, first, lxw_col_t(one.column), last, lxw_col_t(one.column))
    chart_series_set_name(series, one.name)
    switch kind {
    case .lines:
      var line = lxw_chart_line()
      line.color = one.colour.value
      line.width = 1.75
      if one.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(series, &line)
    case .columns:
      var fill = lxw_chart_fill()
      fill.color = one.colour.value
      chart_series_set_fill(series, &fill)
    }
  }
}
