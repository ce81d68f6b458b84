import DunjingCbc
import DunjingGlpk
import DunjingLinear
import DunjingLocation
import DunjingTestSupport
import Foundation
import Testing

/// The 55 nodes of R. Swain (1971), against values that two solvers agreed on.
@Suite(.enabled(if: SharedData.exists("reference/swain.json"), "reference data are not there"))
struct SwainTests {
  private struct Reference: Decodable {
    let setCovering: [String: Double]
    let maximalCovering: [String: [String: Double]]
    let expectedCovering: [String: [String: Double]]
    let median: [String: Double]

    enum CodingKeys: String, CodingKey {
      case setCovering = "LSCP"
      case maximalCovering = "MCLP"
      case expectedCovering = "MEXCLP_S10"
      case median = "pmedian_weighted"
    }
  }

  private let weights: [Double]
  private let travel: TravelMatrix
  private let reference: Reference

  init() throws {
    let numbers = try SharedData.numbers("reference/swain55.txt")
    let rows = stride(from: 0, to: numbers.count, by: 4).map { Array(numbers[$0..<$0 + 4]) }
    weights = rows.map { $0[3] }
    travel = TravelMatrix(
      rows: rows.map { from in
        rows.map { to in
          ((from[1] - to[1]) * (from[1] - to[1]) + (from[2] - to[2]) * (from[2] - to[2])).squareRoot()
        }
      })
    let data = try Data(contentsOf: SharedData.url("reference/swain.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let key = rows[32][1] == 27 ? "node33=(27,45) antoniomedrano" : "node33=(24,45) jxu0410"
    let part = try JSONSerialization.data(withJSONObject: try #require(document[key]))
    reference = try JSONDecoder().decode(Reference.self, from: part)
  }

  private func rules(_ number: Int?) -> SiteRules { SiteRules(siteCount: weights.count, number: number) }

  private func tier(_ radius: Double) -> CoverageTier {
    CoverageTier(Coverage(travel, withinMinutes: radius), weights: weights)
  }

  @Test func `set covering`() throws {
    for (radius, expected) in reference.setCovering {
      let problem = SetCovering(tier(try #require(Double(radius))).coverage, rules: rules(nil))
      let plan = problem.plan(by: CbcSolver())
      #expect(plan.status == .optimal && plan.objective == expected)
      #expect(problem.exactPlan(by: GlpkSolver()).objective == expected)
    }
  }

  @Test func `maximal covering`() throws {
    for (radius, values) in reference.maximalCovering {
      for (number, expected) in values {
        let problem = MaximalCovering(
          [tier(try #require(Double(radius)))], rules: rules(Int(number)))
        let plan = problem.plan(by: CbcSolver())
        #expect(plan.status == .optimal && plan.objective == expected && plan.bound == expected)
        let heuristic = try #require(problem.heuristicPlan())
        #expect((heuristic.objective ?? 0) <= expected && (heuristic.bound ?? 0) >= expected)
      }
    }
  }

  @Test func `expected covering`() throws {
    for (busy, values) in reference.expectedCovering {
      let fraction = try #require(Double(busy.dropFirst(2)))
      for (number, expected) in values {
        let plans = [1, 4].map { units in
          MaximumExpectedCovering(
            tier(10), busyFraction: fraction, unitsPerSite: units, rules: rules(Int(number))
          ).plan(by: CbcSolver())
        }
        // The reference allows several units at a site or not; one of the two has to be it.
        #expect(plans.allSatisfy { $0.status == .optimal })
        #expect(plans.contains { abs(($0.objective ?? 0) - expected) < 1e-4 }, "\(busy) \(number)")
        #expect((plans[0].objective ?? 0) <= (plans[1].objective ?? 0) + 1e-9)
      }
    }
  }

  @Test func `weighted median`() throws {
    for (number, expected) in reference.median {
      let plan = PMedian(travel, weights: weights, rules: rules(Int(number))).plan(by: CbcSolver())
      #expect(plan.status == .optimal && abs((plan.objective ?? 0) - expected) < 1e-4)
    }
  }
}
