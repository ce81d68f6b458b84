import Foundation

/// Plays a table of plans, or searches one.
///
/// `search-benchmark table SCENARIO RATIOS SHARES REPLICATIONS THREADS` prints the table; `search-benchmark search TABLE SEED
/// EVALUATIONS REPLICATION …` searches it as `dunjing optimize` does, by these replications, and prints, batch by batch, how
/// many have been played and the place of the plan that the search would name.
@main
enum SearchBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(3).compactMap { Int($0) }
    switch arguments.dropFirst().first {
    case "table" where numbers.count == 4:
      try PlanTable.play(
        scenario: arguments[2], ratios: numbers[0], shares: numbers[1], replications: numbers[2],
        threads: numbers[3])
    case "search" where numbers.count > 3:
      let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
      let search = TableSearch(text, seed: numbers[0], replications: Array(numbers[2...]))
      print(search.trajectory(evaluations: numbers[1]))
    default:
      print("usage: search-benchmark table SCENARIO RATIOS SHARES REPLICATIONS THREADS")
      print("       search-benchmark search TABLE SEED EVALUATIONS REPLICATION ...")
    }
  }
}
