import DunjingCbc
import DunjingGlpk
import DunjingLinear
import DunjingLocation
import Testing

/// Every model against the enumeration of all plans, on random small cases with fixed and forbidden sites.
@Suite struct ExhaustiveTests {
  private func check(_ model: any LocationModel, number: Int, _ comment: Comment) {
    let values = subsets(Array(0..<model.rules.siteCount), number).compactMap { model.objective(of: $0) }
    let best = model.sense == .minimize ? values.min() : values.max()
    for solver in [CbcSolver(), GlpkSolver()] as [any LinearSolver] {
      for plan in [model.exactPlan(by: solver), model.plan(by: solver)] {
        guard let best else {
          #expect(plan.status == .infeasible && plan.objective == nil, comment)
          continue
        }
        #expect(plan.status == .optimal, comment)
        #expect(abs((plan.objective ?? .nan) - best) < 1e-7, comment)
        #expect(abs((model.objective(of: plan.sites) ?? .nan) - best) < 1e-7, comment)
      }
    }
  }

  @Test(arguments: 1...6)
  func `all models`(seed: UInt64) {
    let places = RandomPlaces(sites: 8, points: 14, seed: seed, isWhole: seed % 2 == 0)
    let rules = SiteRules(
      siteCount: 8, number: 3, fixed: seed % 3 == 0 ? [2] : [], forbidden: seed % 2 == 0 ? [5] : [])
    let near = CoverageTier(Coverage(places.travel, withinMinutes: 9), weights: places.weights)
    let far = Coverage(places.travel, withinMinutes: 22)
    let tiers = [5.0, 9, 14].map {
      CoverageTier(Coverage(places.travel, withinMinutes: $0), weights: places.weights)
    }
    let models: [any LocationModel] = [
      MaximalCovering(tiers, rules: rules), PMedian(places.travel, weights: places.weights, rules: rules),
      PCenter(places.travel, rules: rules), MaximumExpectedCovering(near, busyFraction: 0.4, rules: rules),
      MaximumAvailability(near, busyFraction: 0.4, reliability: 0.8, rules: rules),
      BackupCoverage(near, firstCoverage: .weighed(backupShare: 0.4), rules: rules),
      BackupCoverage(near, firstCoverage: .weighed(backupShare: 0.8), rules: rules),
      BackupCoverage(near, firstCoverage: .weighed(backupShare: 1), rules: rules),
      BackupCoverage(
        CoverageTier(far, weights: places.weights), firstCoverage: .required, rules: rules),
      DoubleStandard(near: near, far: far, share: 0.5, unitsPerSite: 1, rules: rules)
    ]
    for model in models { check(model, number: 3, "seed \(seed), \(type(of: model))") }
  }

  /// With halves of both coverages the first site would seem worth 5, and win.
  @Test func `only a whole second unit is backup`() {
    let coverage = Coverage(pointCount: 2, pointsOfSites: [[0], [1], [1]])
    let model = BackupCoverage(
      CoverageTier(coverage, weights: [10, 4]), firstCoverage: .weighed(backupShare: 1),
      rules: SiteRules(siteCount: 3, number: 2))
    let plan = model.plan(by: CbcSolver())
    #expect(plan.sites == [1, 2] && plan.objective == 4 && plan.bound == 4)
  }

  @Test(arguments: 1...8)
  func `set covering with costs`(seed: UInt64) {
    let places = RandomPlaces(sites: 10, points: 12, seed: seed, isWhole: true)
    let costs = places.weights.prefix(10).map { $0 + 1 }
    let rules = SiteRules(siteCount: 10, fixed: seed % 2 == 0 ? [1] : [], costs: Array(costs))
    let problem = SetCovering(Coverage(places.travel, withinMinutes: 12), rules: rules)
    let values = (0...10).flatMap { subsets(Array(0..<10), $0) }.compactMap { problem.objective(of: $0) }
    let plan = problem.plan(by: CbcSolver())
    #expect(plan.objective == values.min() && plan.status == (values.isEmpty ? .infeasible : .optimal))
    #expect(values.isEmpty == !problem.unreachable.isEmpty)
  }

  @Test func `a budget limits the sites`() {
    let places = RandomPlaces(sites: 9, points: 12, seed: 3, isWhole: true)
    let costs = (0..<9).map { Double($0 % 4 + 1) }
    let rules = SiteRules(siteCount: 9, fixed: [0], costs: costs, budget: 5)
    let median = PMedian(places.travel, weights: places.weights, rules: rules)
    let values = (0...9).flatMap { subsets(Array(0..<9), $0) }.compactMap { median.objective(of: $0) }
    #expect(abs((median.plan(by: CbcSolver()).objective ?? .nan) - (values.min() ?? .nan)) < 1e-9)
  }

  @Test func `the best plans in order, each once`() {
    let places = RandomPlaces(sites: 6, points: 10, seed: 11, isWhole: false)
    let median = PMedian(places.travel, weights: places.weights, rules: SiteRules(siteCount: 6, number: 3))
    let values = subsets(Array(0..<6), 3).compactMap { median.objective(of: $0) }.sorted()
    let plans = median.bestPlans(30, by: CbcSolver())
    #expect(plans.count == 20 && Set(plans.map(\.sites)).count == 20)
    #expect(zip(plans, values).allSatisfy { abs(($0.objective ?? .nan) - $1) < 1e-9 })
  }

  @Test func `sites that can take only so much`() {
    let places = RandomPlaces(sites: 5, points: 8, seed: 4, isWhole: true)
    let total = places.weights.reduce(0, +)
    let rules = SiteRules(siteCount: 5, number: 2)
    func plan(_ capacity: Double, _ solver: any LinearSolver) -> LocationPlan {
      CapacitatedPMedian(
        places.travel, weights: places.weights, capacities: [Double](repeating: capacity, count: 5),
        rules: rules
      ).plan(by: solver)
    }
    let free = PMedian(places.travel, weights: places.weights, rules: rules).plan(by: CbcSolver())
    #expect(abs((plan(total, CbcSolver()).objective ?? 0) - (free.objective ?? 1)) < 1e-9)
    let solvers: [any LinearSolver] = [CbcSolver(), GlpkSolver()]
    let tight = solvers.map { plan((total / 2).rounded(.up) + 1, $0) }
    #expect(tight[0].objective == tight[1].objective)
    #expect((tight[0].objective ?? 0) >= (free.objective ?? 0))
    #expect(plan((total / 2).rounded(.down) - 1, CbcSolver()).status == .infeasible)
  }
}
