import DunjingCbc
import DunjingLinear
import DunjingLocation
import Testing

/// What a plan says when there is none.
@Suite struct ExplanationTests {
  private let travel = TravelMatrix(rows: [[1, 9, .infinity], [9, 1, .infinity], [.infinity, .infinity, 1]])

  @Test func `points that nobody reaches are named`() {
    let rules = SiteRules(siteCount: 3, number: 2, forbidden: [2])
    let cover = SetCovering(Coverage(travel, withinMinutes: 5), rules: rules).plan(by: CbcSolver())
    #expect(cover.status == .infeasible && cover.unreachable == [2] && cover.sites.isEmpty)
    #expect(PCenter(travel, rules: rules).plan(by: CbcSolver()).unreachable == [2])
    let median = PMedian(travel, weights: [1, 1, 1], rules: rules).plan(by: CbcSolver())
    #expect(median.status == .optimal && median.objective == 2 && median.unreachable == [2])
  }

  @Test func `a median has to reach whom some site reaches`() {
    let one = PMedian(travel, weights: [1, 1, 1], rules: SiteRules(siteCount: 3, number: 1))
    #expect(one.plan(by: CbcSolver()).status == .infeasible)
    let two = PMedian(travel, weights: [1, 1, 1], rules: SiteRules(siteCount: 3, number: 2))
    let plan = two.plan(by: CbcSolver())
    #expect(plan.objective == 11 && plan.sites.contains(2))
  }

  @Test func `more fixed sites than asked for`() {
    let rules = SiteRules(siteCount: 3, number: 1, fixed: [0, 1])
    let plan = PMedian(travel, weights: [1, 1, 0], rules: rules).plan(by: CbcSolver())
    #expect(plan.status == .infeasible && plan.unreachable.isEmpty)
  }

  @Test func `a number of sites too small to cover`() {
    let rules = SiteRules(siteCount: 3, number: 2)
    let plan = SetCovering(Coverage(travel, withinMinutes: 5), rules: rules).plan(by: CbcSolver())
    #expect(plan.status == .infeasible && plan.unreachable.isEmpty)
  }

  @Test func `the obstacle says how many sites it takes`() {
    let rules = SiteRules(siteCount: 3, number: 2)
    let coverage = Coverage(travel, withinMinutes: 5)
    let tier = CoverageTier(coverage, weights: [3, 1, 1])
    let solver = CbcSolver()
    #expect(SetCovering(coverage, rules: rules).obstacle(by: solver) == .tooFewSites(needed: 3))
    #expect(
      BackupCoverage(tier, firstCoverage: .required, rules: rules).obstacle(by: solver)
        == .tooFewSites(needed: 3))
    let one = SiteRules(siteCount: 3, number: 1)
    #expect(PMedian(travel, weights: [1, 1, 1], rules: one).obstacle(by: solver) == .tooFewSites(needed: 2))
    #expect(PCenter(travel, rules: one).obstacle(by: solver) == .tooFewSites(needed: 2))
    // A point without weight need not be reached.
    let least = PMedian(travel, weights: [1, 1, 0], rules: one)
    #expect(least.plan(by: solver).status == .optimal)
  }

  @Test func `the obstacle names who cannot be reached, the share out of reach, and what clashes`() {
    let solver = CbcSolver()
    let tier = CoverageTier(Coverage(travel, withinMinutes: 5), weights: [3, 1, 1])
    let wide = Coverage(travel, withinMinutes: 10)
    let closed = SiteRules(siteCount: 3, number: 2, forbidden: [2])
    #expect(PCenter(travel, rules: closed).obstacle(by: solver) == .unreachable(points: [2]))
    let rules = SiteRules(siteCount: 3, number: 2)
    let standard = DoubleStandard(near: tier, far: wide, share: 0.9, unitsPerSite: 1, rules: rules)
    #expect(standard.plan(by: solver).status == .infeasible)
    #expect(standard.obstacle(by: solver) == .tooSmallShare(best: 0.8, needed: 0.9))
    let many = SiteRules(siteCount: 3, number: 1, fixed: [0, 1])
    #expect(PCenter(travel, rules: many).obstacle(by: solver) == .tooManyFixed)
    // Within the wide radius two sites do, one of them the third; within the short one the share needs the others.
    let skewed = CoverageTier(Coverage(travel, withinMinutes: 5), weights: [3, 3, 1])
    let both = DoubleStandard(near: skewed, far: wide, share: 0.85, unitsPerSite: 1, rules: rules)
    #expect(both.plan(by: solver).status == .infeasible)
    #expect(both.obstacle(by: solver) == .together)
  }

  @Test func `units that make a point available`() {
    // ReVelle & Hogan: 1 − qᵇ ≥ α; 0.5² = 0.25 leaves 0.75, 0.5³ leaves 0.875.
    let needed = [(0.5, 0.5), (0.5, 0.75), (0.5, 0.76), (0.1, 0.99), (0.3, 0.9)].map {
      MaximumAvailability.unitsNeeded(busyFraction: $0.0, reliability: $0.1)
    }
    #expect(needed == [1, 2, 3, 2, 2])
  }

  @Test func `a time limit leaves a plan and a bound`() {
    let places = RandomPlaces(sites: 60, points: 150, seed: 8, isWhole: false)
    let problem = MaximalCovering(
      places.travel, weights: places.weights, radii: [(6, 1)], rules: SiteRules(siteCount: 60, number: 8))
    let plan = problem.plan(by: CbcSolver(), SolveOptions(timeLimitSeconds: 0.02))
    #expect(plan.status == .feasible || plan.status == .optimal)
    #expect(problem.objective(of: plan.sites) == plan.objective)
    #expect((plan.bound ?? 0) >= (plan.objective ?? .infinity) - 1e-9)
  }
}
