import CentreFiles
import Foundation
import Planning
import Settlement
import Vocabulary

/// A centre's month, settled, and the files of its statement.
struct SettledCentre {
  let input: CentreInput
  let actuals: ActualsInput
  let statement: SettlementStatement

  init(_ input: CentreInput, _ actuals: ActualsInput, month: Month) throws {
    self.input = input
    self.actuals = actuals
    do {
      statement = try SettlementCalculator(centre: input.centre, month: month).actual(actuals.actuals)
    } catch {
      throw PlanningError.settlement(error)
    }
  }

  func write(to folder: ResultFolder, under prefix: String, _ language: Language) throws {
    try folder.write(prefix + "settlement.json", SettlementFile.json(statement).encoded())
    try folder.write(prefix + "settlement.csv", SettlementFile.csv(statement))
  }
}
