internal import Vocabulary

/// The CSV files of `actuals/YYYY-MM/` besides the calls.
enum ActualsCSV {
  static func attendance(_ rows: [MonthActuals.Attendance]) -> String {
    CentreCSV.table(
      "agent,date,shift,workedMinutes,overtimeMinutes",
      rows.map { [$0.agent, $0.date.description, $0.shift, "\($0.workedMinutes)", "\($0.overtimeMinutes)"] })
  }

  static func scores(_ rows: [MonthActuals.Score]) -> String {
    CentreCSV.table("indicator,actual", rows.map { [$0.indicator, $0.actual.plainText] })
  }

  static func incidents(_ rows: [MonthActuals.Incident]) -> String {
    CentreCSV.table(
      "date,category,amount", rows.map { [$0.date.description, $0.category, $0.amount.text(decimals: 2)] })
  }

  static func handled(_ rows: [MonthActuals.Handled]) -> String {
    CentreCSV.table("agent,handled", rows.map { [$0.agent, "\($0.handled)"] })
  }

  static func inHouse(_ rows: [MonthActuals.InHouse]) -> String {
    CentreCSV.table("measure,value", rows.map { [$0.measure, $0.value.plainText] })
  }

  static func roster(_ roster: Roster) -> String {
    CentreCSV.table(
      "agent,date,shift,mealStart",
      roster.entries.map { [$0.agent, $0.date.description, $0.shift, $0.mealStart?.description ?? ""] })
  }
}
