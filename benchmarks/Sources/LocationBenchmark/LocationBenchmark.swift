import DunjingCbc
import DunjingLinear
import DunjingLocation
import Foundation

/// Solves one location instance and prints what it took, as a line of JSON.
///
/// The instance is a file of numbers: the model (0 maximal covering, 1 p-median), points, sites, p, radius; then x, y and
/// weight of each point, and x, y of each site. With `plain` the whole program goes to CBC at once.
@main
enum LocationBenchmark {
  private struct Outcome: Encodable {
    let value: Double?
    let bound: Double?
    let status: String
    let seconds: Double
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      return print("usage: location-benchmark INSTANCE dunjing|plain [SECONDS]")
    }
    let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
    let model = model(of: text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) })
    let options = SolveOptions(timeLimitSeconds: arguments.count > 3 ? Double(arguments[3]) : nil)
    let plan =
      arguments[2] == "plain"
      ? model.exactPlan(by: CbcSolver(), options) : model.plan(by: CbcSolver(), options)
    let outcome = Outcome(
      value: plan.objective, bound: plan.bound, status: plan.status.rawValue, seconds: plan.seconds)
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }

  private static func model(of numbers: [Double]) -> any LocationModel {
    let (points, sites) = (Int(numbers[1]), Int(numbers[2]))
    let pointNumbers = numbers[5..<(5 + 3 * points)].map { $0 }
    let siteNumbers = numbers[(5 + 3 * points)...].map { $0 }
    let travel = TravelMatrix(
      rows: (0..<sites).map { site in
        (0..<points).map { point in
          let dx = pointNumbers[3 * point] - siteNumbers[2 * site]
          let dy = pointNumbers[3 * point + 1] - siteNumbers[2 * site + 1]
          return (dx * dx + dy * dy).squareRoot()
        }
      })
    let weights = (0..<points).map { pointNumbers[3 * $0 + 2] }
    let rules = SiteRules(siteCount: sites, number: Int(numbers[3]))
    if numbers[0] == 1 { return PMedian(travel, weights: weights, rules: rules) }
    let coverage = Coverage(travel, withinMinutes: numbers[4])
    return MaximalCovering([CoverageTier(coverage, weights: weights)], rules: rules)
  }
}
