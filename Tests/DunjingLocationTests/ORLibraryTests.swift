import DunjingCbc
import DunjingLinear
import DunjingLocation
import DunjingTestSupport
import Foundation
import Testing

@Suite struct ORLibraryTests {
  private static let exists = SharedData.exists("orlib-pmed/pmed1.txt")

  private func graph(_ number: Int) throws -> ORLibraryGraph {
    let url = SharedData.url("orlib-pmed/pmed\(number).txt")
    return try ORLibraryGraph(parsing: String(contentsOf: url, encoding: .utf8))
  }

  private func median(_ graph: ORLibraryGraph) -> PMedian {
    PMedian(
      graph.distances(), weights: [Double](repeating: 1, count: graph.nodeCount),
      rules: SiteRules(siteCount: graph.nodeCount, number: graph.number))
  }

  @Test(.enabled(if: exists, "reference data are not there"), arguments: [(1, 5819.0), (2, 4093)])
  func `median of small instances is proven`(number: Int, optimum: Double) throws {
    var problem = median(try graph(number))
    problem.effort.idleRounds = 2
    let plan = problem.plan(by: CbcSolver())
    #expect(plan.status == .optimal && plan.objective == optimum && plan.bound == optimum)
  }

  @Test(.enabled(if: exists, "reference data are not there"))
  func `median of a larger instance is found`() throws {
    var problem = median(try graph(6))
    problem.effort.boundIterations = 200
    problem.effort.idleRounds = 3
    let plan = try #require(problem.heuristicPlan())
    #expect(plan.objective == 7824 && (plan.bound ?? 0) > 7700)
  }

  @Test(.enabled(if: exists, "reference data are not there"), arguments: [(1, 127.0), (2, 98)])
  func `center of small instances`(number: Int, optimum: Double) throws {
    let graph = try graph(number)
    let problem = PCenter(
      graph.distances(), rules: SiteRules(siteCount: graph.nodeCount, number: graph.number))
    let plan = problem.plan(by: CbcSolver())
    #expect(plan.status == .optimal && plan.objective == optimum)
    #expect(plan.sites.count == graph.number && problem.objective(of: plan.sites) == optimum)
  }

  @Test func `the last of repeated edges holds`() throws {
    let graph = try ORLibraryGraph(parsing: "3 4 1\n1 2 5\n2 3 1\n2 1 9\n3 1 20\n")
    #expect(graph.edges.count == 3 && graph.number == 1)
    let distances = graph.distances()
    #expect(distances[0, 1] == 9 && distances[0, 2] == 10)
  }

  @Test func `a faulty file is told by its line`() {
    func fault(_ text: String) -> Int? {
      do {
        _ = try ORLibraryGraph(parsing: text)
        return nil
      } catch { return error.line }
    }
    #expect(fault("") == 1)
    #expect(fault("2 1 1\n1 x 3\n") == 2)
    #expect(fault("2 2 1\n1 2 3\n") == 1)
    #expect(fault("2 1 1\n\n1 3 3\n") == 3)
  }
}
