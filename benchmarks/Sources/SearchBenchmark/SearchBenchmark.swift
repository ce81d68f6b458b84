import Foundation

/// Plays a table of plans, or searches one.
///
/// `search-benchmark table SCENARIO RATIOS SHARES REPLICATIONS THREADS` prints the table, `search-benchmark forecast SCENARIO
/// RATIOS SHARES THREADS` what formulas expect of its plans. `search-benchmark search TABLE FORECASTS SEED EVALUATIONS
/// REPLICATION …` searches it as `dunjing optimize` does, by these replications, and prints, batch by batch, how many have been
/// played and the place of the plan that the search would name; without formulas where FORECASTS is `none`.
@main
enum SearchBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(3).compactMap { Int($0) }
    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    switch arguments.dropFirst().first {
    case "table" where numbers.count == 4:
      try PlanTable.play(
        scenario: arguments[2], ratios: numbers[0], shares: numbers[1], replications: numbers[2],
        threads: numbers[3])
    case "forecast" where numbers.count == 3:
      try PlanTable.forecast(
        scenario: arguments[2], ratios: numbers[0], shares: numbers[1], threads: numbers[2])
    case "search" where numbers.count > 2:
      let search = TableSearch(
        try text(arguments[2]), forecasts: arguments[3] == "none" ? nil : try text(arguments[3]),
        seed: numbers[0], replications: Array(numbers[2...]))
      print(search.trajectory(evaluations: numbers[1]))
    default:
      print("usage: search-benchmark table SCENARIO RATIOS SHARES REPLICATIONS THREADS")
      print("       search-benchmark forecast SCENARIO RATIOS SHARES THREADS")
      print("       search-benchmark search TABLE FORECASTS SEED EVALUATIONS REPLICATION ...")
    }
  }
}
