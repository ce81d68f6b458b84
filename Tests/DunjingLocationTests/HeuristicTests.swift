import DunjingCbc
import DunjingLinear
import DunjingLocation
import Testing

/// What the searches find lies on the right side of their bounds, is the best on small cases, and does not depend on
/// the number of threads.
@Suite struct HeuristicTests {
  @Test(arguments: 1...12)
  func `median search`(seed: UInt64) throws {
    let places = RandomPlaces(sites: 25, points: 40, seed: seed, isWhole: seed % 2 == 0)
    let rules = SiteRules(
      siteCount: 25, number: 3 + Int(seed % 4), fixed: seed % 3 == 0 ? [4, 7] : [], forbidden: [9])
    let problem = PMedian(places.travel, weights: places.weights, rules: rules)
    let found = try #require(problem.heuristicPlan())
    let exact = problem.exactPlan(by: CbcSolver())
    #expect(abs((found.objective ?? .nan) - (exact.objective ?? .nan)) < 1e-7)
    #expect((found.bound ?? .infinity) <= (found.objective ?? 0) + 1e-9)
    #expect(problem.objective(of: found.sites) == found.objective)
    #expect(abs((problem.plan(by: CbcSolver()).objective ?? .nan) - (exact.objective ?? .nan)) < 1e-7)
  }

  @Test(arguments: 1...12)
  func `covering search`(seed: UInt64) throws {
    let places = RandomPlaces(sites: 25, points: 60, seed: seed, isWhole: seed % 2 == 0)
    let rules = SiteRules(
      siteCount: 25, number: 3 + Int(seed % 4), fixed: seed % 3 == 0 ? [4, 7] : [], forbidden: [9])
    let problem = MaximalCovering(
      places.travel, weights: places.weights, radii: [(4, 2), (7, 1)], rules: rules)
    let found = try #require(problem.heuristicPlan())
    let exact = problem.exactPlan(by: CbcSolver())
    #expect(abs((found.objective ?? .nan) - (exact.objective ?? .nan)) < 1e-7)
    #expect((found.bound ?? 0) >= (found.objective ?? .infinity) - 1e-9)
    #expect(problem.objective(of: found.sites) == found.objective)
    #expect(abs((problem.plan(by: CbcSolver()).objective ?? .nan) - (exact.objective ?? .nan)) < 1e-7)
  }

  /// Without steps of the bound before the tree, the tree has to do all of the proof.
  private static var treeAlone: SearchEffort {
    SearchEffort(shakesInRound: 0, idleRounds: 1, boundIterations: 1)
  }

  @Test(arguments: 1...12)
  func `the tree alone proves the best plan`(seed: UInt64) {
    let places = RandomPlaces(sites: 30, points: 60, seed: seed, isWhole: seed % 2 == 0)
    let rules = SiteRules(
      siteCount: 30, number: 3 + Int(seed % 4), fixed: seed % 3 == 0 ? [4, 7] : [], forbidden: [9])
    var median = PMedian(places.travel, weights: places.weights, rules: rules)
    median.effort = Self.treeAlone
    var cover = MaximalCovering(
      places.travel, weights: places.weights, radii: [(4, 2), (6, 1)], rules: rules)
    cover.effort = Self.treeAlone
    for model in [median, cover] as [any LocationModel] {
      let (plan, exact) = (model.plan(by: NoSolver()), model.exactPlan(by: CbcSolver()))
      #expect(plan.status == .optimal && plan.bound == plan.objective)
      #expect(abs((plan.objective ?? .nan) - (exact.objective ?? .nan)) < 1e-7)
      #expect(model.objective(of: plan.sites) == plan.objective)
    }
  }

  /// A solver that must not be asked.
  private struct NoSolver: LinearSolver {
    let name = "none"

    func solve(_ model: LinearModel, _ options: SolveOptions) -> LinearSolution {
      Issue.record("the solver was asked")
      return LinearSolution(status: .failed)
    }
  }

  @Test func `the tree gives the same plan for any number of threads`() {
    let places = RandomPlaces(sites: 60, points: 150, seed: 5, isWhole: true)
    let rules = SiteRules(siteCount: 60, number: 6)
    let plans = [1, 2, 4].map { threads in
      var median = PMedian(places.travel, weights: places.weights, rules: rules)
      var cover = MaximalCovering(places.travel, weights: places.weights, radii: [(5, 1)], rules: rules)
      (median.effort, cover.effort) = (Self.treeAlone, Self.treeAlone)
      (median.effort.threads, cover.effort.threads) = (threads, threads)
      return [median.plan(by: NoSolver()).sites, cover.plan(by: NoSolver()).sites]
    }
    #expect(plans[1] == plans[0] && plans[2] == plans[0])
  }

  @Test func `the same result for any number of threads`() throws {
    let places = RandomPlaces(sites: 60, points: 60, seed: 5, isWhole: false)
    var median = PMedian(places.travel, weights: places.weights, rules: SiteRules(siteCount: 60, number: 6))
    var cover = MaximalCovering(
      places.travel, weights: places.weights, radii: [(5, 1)], rules: SiteRules(siteCount: 60, number: 6))
    let medians = try [1, 2, 4].map { threads in
      median.effort.threads = threads
      return try #require(median.heuristicPlan())
    }
    let covers = try [1, 2, 4].map { threads in
      cover.effort.threads = threads
      return try #require(cover.heuristicPlan())
    }
    for plans in [medians, covers] {
      #expect(plans.allSatisfy { $0.sites == plans[0].sites && $0.bound == plans[0].bound })
    }
  }
}
