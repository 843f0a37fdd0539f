import Foundation
import Vocabulary

/// `nightRuns`: nights on days in a row, and days off after a run of nights; last month's tail counts.
struct NightRunRule: SwitchedRule {
  static let id = "nightRuns"
  static let name = Wording("连续夜班与夜班后休息", "nights in a row and days off after them")

  let month: RosteredMonth
  let nights: NightRuns

  var isPriced: Bool { nights.weight != nil }
  var limit: Wording {
    Wording(
      "连续至多 \(nights.max) 天；连续 \(nights.after) 天以上后休息 \(nights.daysOff) 天",
      "at most \(nights.max) in a row; \(nights.daysOff) days off after \(nights.after) or more")
  }

  func breaches() -> [Breach] { month.people.flatMap(breaches) }

  private func breaches(of person: PersonMonth) -> [Breach] {
    let nightDays = Set((person.tail + person.shifts).filter { nights.shifts.contains($0.shift) }.map(\.date))
    var result: [Breach] = []
    var run = 0
    var last: CivilDate?
    for day in person.tailDays.union(person.workedDays).sorted() {
      let gap = last.map { day - $0 - 1 } ?? 0
      let isNight = nightDays.contains(day)
      let goesOn = isNight && gap == 0
      let isOurs = month.period.contains(day)
      if isOurs, run >= nights.after, !goesOn, gap < nights.daysOff { result.append(tooSoon(person, day, run, gap)) }
      run = isNight ? (goesOn ? run + 1 : 1) : 0
      if isOurs, run > nights.max { result.append(tooMany(person, day, run)) }
      last = day
    }
    return result
  }

  private func tooMany(_ person: PersonMonth, _ day: CivilDate, _ run: Int) -> Breach {
    Breach(
      1, weight: nights.weight,
      violation(
        of: person, on: day,
        found: Wording("第 \(run) 个连续夜班；至多 \(nights.max) 个", "night \(run) in a row; at most \(nights.max)"),
        advice: Wording("当天改派别的班次或休息", "assign another shift, or a day off")))
  }

  private func tooSoon(_ person: PersonMonth, _ day: CivilDate, _ run: Int, _ gap: Int) -> Breach {
    Breach(
      nights.daysOff - gap, weight: nights.weight,
      violation(
        of: person, on: day,
        found: Wording(
          "\(run) 个夜班后只休息 \(gap) 天；至少 \(nights.daysOff) 天",
          "\(gap) days off after \(run) nights; at least \(nights.daysOff)"),
        advice: Wording("当天改为休息", "give the day off")))
  }
}
