import CentreFiles
import Foundation
import Planning
import Vocabulary

/// A folder of results read back.
struct PublishedPlan {
  let folder: String
  let planner: MonthPlanner

  /// The plan as published, or with another roster in its place; figures are recomputed from the files.
  ///
  /// - Parameter edited: a roster file; nil = the folder's own.
  func read(edited: String?) throws -> MonthPlan {
    let period = planner.month.period
    let roster = try RosterFile.read(path: edited ?? path("roster.csv"), centre: planner.centre, period: period).roster
    return try plan(of: roster, isEdited: edited != nil)
  }

  /// The same with a roster at hand; the bound of the folder holds for any roster, so it stays.
  func plan(of roster: Roster, isEdited: Bool) throws -> MonthPlan {
    let period = planner.month.period
    let forecast = try ResultReader.forecast(path: path("forecast.csv"), period: period)
    let requirement = try ResultReader.requirement(path: path("requirement.csv"), period: period)
    guard var solution = try ResultReader.solution(path: path("solution.json")) else {
      throw Failure(.badInput, ["solution.json:1:1: objective, lowerBound, basePay, terms"])
    }
    if isEdited { solution.status = .feasible }
    var plan = try planner.plan(
      forecast: forecast, requirement: requirement, roster: roster, solution: solution)
    if FileManager.default.fileExists(atPath: path("explain.csv")) {
      plan.explanation = try ResultReader.explanation(path: path("explain.csv"), period: period)
    }
    if !isEdited, let json = try ResultReader.json(path("solution.json")) {
      plan.fairness?.price = FairnessFile.price(json)
    }
    // What levels of service cost does not follow from a roster that was edited since.
    if !isEdited { plan.frontier = try FrontierFile.read(folder: folder) }
    plan.replanning = try ReplannedFolder(folder, planner.centre, period)?
      .summary(plan.roster, objective: plan.solution.objective)
    return plan
  }

  private func path(_ name: String) -> String { folder + "/" + name }
}
