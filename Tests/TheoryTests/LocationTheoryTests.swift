import DunjingCbc
import DunjingLinear
import DunjingLocation
import DunjingTestSupport
import Foundation
import Testing

/// All p-median instances of the OR-Library: found by the search, and its bound is one.
@Suite(.serialized, .enabled(if: SharedData.exists("orlib-pmed/pmed1.txt"), "reference data are not there"))
struct LocationTheoryTests {
  private static func optima() throws -> [Double] {
    try String(contentsOf: SharedData.url("orlib-pmed/pmedopt.txt"), encoding: .utf8)
      .split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
  }

  private static func median(_ number: Int) throws -> PMedian {
    let url = SharedData.url("orlib-pmed/pmed\(number).txt")
    let graph = try ORLibraryGraph(parsing: String(contentsOf: url, encoding: .utf8))
    return PMedian(
      graph.distances(), weights: [Double](repeating: 1, count: graph.nodeCount),
      rules: SiteRules(siteCount: graph.nodeCount, number: graph.number))
  }

  @Test func `forty instances are solved to the optimum`() throws {
    let optima = try Self.optima()
    #expect(optima.count == 40)
    for (index, optimum) in optima.enumerated() {
      let plan = try #require(try Self.median(index + 1).heuristicPlan())
      #expect(plan.objective == optimum, "pmed\(index + 1)")
      #expect((plan.bound ?? .infinity) <= optimum, "pmed\(index + 1)")
    }
  }

  @Test(arguments: [6, 9, 16, 30, 40])
  func `the optimum is proven`(number: Int) throws {
    let optimum = try Self.optima()[number - 1]
    let plan = try Self.median(number).plan(by: CbcSolver())
    #expect(plan.status == .optimal && plan.objective == optimum && plan.bound == optimum)
  }
}
