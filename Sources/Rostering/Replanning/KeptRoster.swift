internal import Foundation
package import Vocabulary

/// The roster a month is planned anew from, in the engine's terms.
struct KeptRoster: Sendable {
  /// Days before this one are fixed.
  var firstFreeDay: Int
  /// By cell, as in `RosterAssignment`; `unknown` where no change is counted.
  var choices: [UInt8]
  var meals: [UInt8]
  /// Coverage units in the half-hours of the fixed days, which no later shift reaches.
  var fixedUnits: [Double]
  /// Yuan of a cell whose shift or meal differs.
  var changedDay: Double

  static let unknown: UInt8 = 255

  /// Yuan of a cell's change of shift.
  func shiftChange(_ cell: Int, choice: Int) -> Double {
    choices[cell] == KeptRoster.unknown || Int(choices[cell]) == choice ? 0 : changedDay
  }

  /// Whether a cell keeps its shift and not its meal.
  func movesMeal(_ cell: Int, choice: Int, meal: UInt8) -> Bool {
    choice > 0 && Int(choices[cell]) == choice && meals[cell] != meal
  }
}

extension RosterProblem {
  /// The same month with the days up to `fixedUntil` as they are in the kept roster, absent people off, and a price on
  /// every other change.
  ///
  /// Changes of shift are priced as refused wishes are, so that every part of the engine knows them; `CellPricing`,
  /// `SearchState.ownCost` and `WholeProgram` add those of meals.
  package func replanned(_ replanning: Replanning) -> RosterProblem {
    var result = self
    let fixedDays = replanning.fixedUntil.map { max(0, min(dayCount, $0 - period.firstDay + 1)) } ?? 0
    let wasKept = keptAssignment(replanning.kept)
    var kept = KeptRoster(
      firstFreeDay: fixedDays, choices: wasKept.choices, meals: wasKept.meals,
      fixedUnits: Array(
        FloorCount(problem: self, assignment: wasKept).units.prefix(fixedDays * HalfHour.perDay)),
      changedDay: replanning.changedDay.doubleValue)
    let absences = Dictionary(grouping: replanning.absences, by: \.agent)
    var plainRows: [UInt8: Int32] = [:]
    for (row, person) in people.enumerated() {
      let absences = absences[centre.agents[person.agentIndex].id] ?? []
      for day in 0..<dayCount {
        let cell = cell(row, day)
        let date = period.firstDay.adding(days: day)
        let choice = Int(kept.choices[cell])
        if day < fixedDays {
          result.allowOnly(choice, cell)
        } else if absences.contains(where: { $0.from <= date && date <= $0.to }) {
          result.allowOnly(0, cell)
          kept.choices[cell] = KeptRoster.unknown
        } else if kept.changedDay > 0 {
          result.priceChange(cell, kept: choice, yuan: kept.changedDay, &plainRows)
        }
      }
    }
    result.kept = kept
    return result
  }

  /// A roster in the engine's terms; entries of people or days that are not in the period are left out.
  package func keptAssignment(_ roster: Roster) -> RosterAssignment {
    var result = RosterAssignment(empty: self)
    let rows = Dictionary(uniqueKeysWithValues: people.enumerated().map { (centre.agents[$1.agentIndex].id, $0) })
    let choices = Dictionary(uniqueKeysWithValues: shifts.enumerated().map { ($1.code, $0 + 1) })
    for entry in roster.entries where period.contains(entry.date) {
      guard let row = rows[entry.agent], let choice = choices[entry.shift] else { continue }
      let starts = shifts[choice - 1].mealStarts
      let meal = entry.mealStart.map(\.halfHours)
      result.set(
        cell(row, entry.date - period.firstDay), choice: choice,
        meal: starts.isEmpty ? nil : meal.flatMap { starts.contains($0) ? $0 : nil } ?? starts[0])
    }
    return result
  }

  /// The days after the fixed ones as a month of their own, what was worked taken from what is owed and allowed: enough for
  /// prices, which need not be exact.
  func remainder(_ kept: RosterAssignment) -> RosterProblem {
    guard let first = self.kept?.firstFreeDay, first > 0 else { return self }
    var result = self
    var worked = 0
    for row in people.indices {
      for day in 0..<first {
        let cell = cell(row, day)
        for choice in 1..<choiceCount { result.isAllowed[cell * choiceCount + choice] = false }
        guard kept.choices[cell] > 0 else { continue }
        let minutes = shifts[Int(kept.choices[cell]) - 1].paidMinutes
        worked += minutes
        result.people[row].minMinutes = max(0, result.people[row].minMinutes - Double(minutes))
        result.people[row].maxMinutes = max(0, result.people[row].maxMinutes - minutes)
        result.people[row].maxWorkDays -= 1
      }
    }
    for slot in 0..<(first * HalfHour.perDay) { result.isCounted[slot] = false }
    result.costs.standardMinutes = max(0, costs.standardMinutes - Double(worked) / Double(max(1, people.count)))
    return result
  }

  /// The kept roster as far as it can stand: worked days are taken over in order while the person's own hard rules allow.
  func start(from kept: RosterAssignment) -> RosterAssignment {
    var result = RosterAssignment(locked: self)
    for (row, person) in people.enumerated() {
      var tally = PersonTally()
      var minutes = 0
      tally.run = person.tailRun
      for day in 0..<dayCount {
        let cell = cell(row, day)
        if result.choices[cell] == 0, isAllowed(row, day, choice: Int(kept.choices[cell])) {
          result.choices[cell] = kept.choices[cell]
          result.meals[cell] = kept.meals[cell]
        } else if result.choices[cell] == kept.choices[cell] {
          result.meals[cell] = kept.meals[cell]
        }
        let choice = Int(result.choices[cell])
        guard choice > 0 else {
          tally.run = 0
          continue
        }
        let shift = shifts[choice - 1]
        let breaksRest =
          day > 0 && pairs.nextDay[Int(result.choices[cell - 1]) * choiceCount + choice] >= PairCosts.forbidden
          || day > 1 && pairs.dayAfterNext[Int(result.choices[cell - 2]) * choiceCount + choice] >= PairCosts.forbidden
          || day + 1 < dayCount
            && pairs.nextDay[choice * choiceCount + Int(result.choices[cell + 1])] >= PairCosts.forbidden
        if isAllowed(row, day, choice: 0),
          breaksRest || tally.run >= limits.maxConsecutiveDays || tally.days >= person.maxWorkDays
            || minutes + shift.paidMinutes > person.maxMinutes
            || (shift.isLateNight && tally.lateNights >= limits.maxLateNights)
        {
          result.set(cell, choice: 0, meal: nil)
          tally.run = 0
          continue
        }
        minutes += shift.paidMinutes
        tally.add(shift, afterPromotion: false)
      }
    }
    return result
  }

  private mutating func allowOnly(_ choice: Int, _ cell: Int) {
    for other in 0..<choiceCount where other != choice { isAllowed[cell * choiceCount + other] = false }
  }

  private mutating func priceChange(_ cell: Int, kept: Int, yuan: Double, _ plainRows: inout [UInt8: Int32]) {
    let old = Int(wishRow[cell])
    if old < 0, let known = plainRows[UInt8(kept)] {
      wishRow[cell] = known
      return
    }
    wishRow[cell] = Int32(wishCosts.count / choiceCount)
    if old < 0 { plainRows[UInt8(kept)] = wishRow[cell] }
    for choice in 0..<choiceCount {
      wishCosts.append((old < 0 ? 0 : wishCosts[old * choiceCount + choice]) + (choice == kept ? 0 : yuan))
    }
  }
}
