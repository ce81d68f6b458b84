import DunjingLocation
import DunjingRandom
import Testing

/// Batches of plans say of each plan what the models say of it alone.
@Suite struct PlanBatchTests {
  @Test func aBatchAgreesWithTheModelsPlanByPlan() {
    let places = RandomPlaces(sites: 14, points: 60, seed: 3, isWhole: false)
    let coverage = Coverage(places.travel, withinMinutes: 9)
    let tier = CoverageTier(coverage, weights: places.weights)
    let rules = SiteRules(siteCount: 14, number: 4)
    let (covering, expected) = (
      MaximalCovering([tier], rules: rules), MaximumExpectedCovering(tier, busyFraction: 0.35, rules: rules)
    )
    let plans = subsets(Array(0..<14), 4)
    let batch = PlanBatch(coverage, plans: plans)
    let covered = batch.covered(places.weights)
    let expectedly = batch.expectedlyCovered(places.weights, busyFraction: 0.35)
    for (number, plan) in plans.enumerated() {
      #expect(abs(covered[number] - (covering.objective(of: plan) ?? .nan)) < 1e-9)
      #expect(abs(expectedly[number] - (expected.objective(of: plan) ?? .nan)) < 1e-9)
    }
  }

  @Test func aSiteMayHaveSeveralUnits() {
    let coverage = Coverage(pointCount: 3, pointsOfSites: [[0, 1], [1, 2]])
    let batch = PlanBatch(coverage, plans: [[0, 0, 1], []])
    #expect((0..<3).map { batch.count(plan: 0, point: $0) } == [2, 3, 1])
    #expect(batch.covered([1, 10, 100], atLeast: 2) == [11, 0])
    #expect(PlanBatch(coverage, plans: []).covered([1, 10, 100]).isEmpty)
  }
}
