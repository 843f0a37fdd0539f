internal import Foundation
internal import Vocabulary

/// The CSV files of a centre's folder. No value of the example needs quotes.
enum CentreCSV {
  static func table(_ header: String, _ rows: [[String]]) -> String {
    var text = header + "\n"
    for row in rows { text += row.joined(separator: ",") + "\n" }
    return text
  }

  static func agents(_ agents: [Agent]) -> String {
    table(
      "agent,name,team,grade,productivity,from,to,classes,minHours,nightsYtd,weekendsYtd,holidaysYtd,promoted",
      agents.map { agent in
        [
          agent.id, agent.name, agent.team, agent.grade.rawValue, agent.productivity.text(decimals: 2),
          agent.from?.description ?? "", agent.to?.description ?? "", classes(agent.classes),
          agent.minHours?.text(decimals: 2) ?? "", "\(agent.nightsYearToDate)", "\(agent.weekendsYearToDate)",
          "\(agent.holidaysYearToDate)", agent.promoted?.description ?? "",
        ]
      })
  }

  private static func classes(_ classes: Set<ShiftClass>) -> String {
    ShiftClass.allCases.filter(classes.contains).map(\.rawValue).joined(separator: ";")
  }

  static func shifts(_ shifts: [Shift]) -> String {
    table(
      "code,class,start,end,paidMinutes,mealMinutes,mealFrom,mealTo,start2,end2",
      shifts.map { shift in
        [
          shift.code, shift.shiftClass.rawValue, shift.start.description, shift.end.description,
          "\(shift.paidMinutes)", "\(shift.mealMinutes)", time(shift.mealFrom), time(shift.mealTo),
          time(shift.secondStart), time(shift.secondEnd),
        ]
      })
  }

  private static func time(_ time: TimeOfDay?) -> String {
    time?.description ?? ""
  }

  static func leave(_ entries: [LeaveEntry]) -> String {
    table("agent,date,kind", entries.map { [$0.agent, $0.date.description, kind($0.kind)] })
  }

  private static func kind(_ kind: LeaveKind) -> String {
    switch kind {
    case .leave: "leave"
    case .off: "off"
    case .want(let shift): "want:" + shift
    case .avoid(let shift): "avoid:" + shift
    }
  }

  static func previous(_ shifts: [PreviousShift]) -> String {
    table("agent,date,shift", shifts.map { [$0.agent, $0.date.description, $0.shift] })
  }

  static func events(_ events: [CentreEvent]) -> String {
    table(
      "from,to,kind,name,factor",
      events.map { event in
        [
          event.from.description, event.to.description, event.kind.rawValue, event.name,
          event.factor?.text(decimals: 2) ?? "",
        ]
      })
  }

  static func calls(_ records: [CallRecord]) -> String {
    table(
      "start,offered,answered,abandoned,aht",
      records.map { record in
        [
          record.start.description, count(record.offered), count(record.answered), count(record.abandoned),
          record.averageHandlingTime?.text(decimals: 1) ?? "",
        ]
      })
  }

  private static func count(_ value: Double?) -> String {
    value?.text(decimals: 0) ?? ""
  }
}
