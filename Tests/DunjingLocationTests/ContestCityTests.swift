import DunjingCbc
import DunjingGlpk
import DunjingLinear
import DunjingLocation
import Testing

/// Coverage, siting and blocking of the contest city, against values that were checked independently.
@Suite(.enabled(if: ContestCity.exists, "reference data are not there"))
struct ContestCityTests {
  private let city: ContestCity
  private let nodes: [Int]
  private let platforms: [Int]
  private let travel: TravelMatrix

  init() throws {
    city = try ContestCity()
    nodes = city.nodes(of: "A")
    platforms = city.platformNodes(of: "A")
    travel = city.travel(from: nodes, to: nodes)
  }

  /// The numbers of the file, from 1.
  private func named(_ sites: [Int]) -> [Int] { sites.map { nodes[$0] + 1 } }

  private var fixed: [Int] { platforms.compactMap { nodes.firstIndex(of: $0) } }

  private func covering(fixed: [Int]) -> SetCovering {
    SetCovering(
      Coverage(travel, withinMinutes: 3), rules: SiteRules(siteCount: nodes.count, fixed: fixed))
  }

  @Test func `nodes of district A beyond three minutes`() {
    let minutes = nodes.indices.map { point in fixed.map { travel[$0, point] }.min() ?? .infinity }
    let far = nodes.indices.filter { minutes[$0] > 3 }
    #expect(named(far) == [28, 29, 38, 39, 61, 92])
    let theirs = [4.752, 5.701, 3.406, 3.682, 4.190, 3.601]
    #expect(zip(far, theirs).allSatisfy { abs(minutes[$0] - $1) < 5e-4 })
    #expect(abs((minutes.max() ?? 0) - 5.7005) < 5e-5)
    #expect([1.0, 3, 5].map { radius in minutes.count { $0 <= radius } } == [49, 86, 91])
    #expect(abs(minutes.reduce(0, +) / Double(minutes.count) - 1.1220) < 5e-5)
    let weights = nodes.map { city.incidents[$0] }
    let median = PMedian(
      travel, weights: weights, rules: SiteRules(siteCount: nodes.count, number: 20, fixed: fixed))
    let mean = (median.objective(of: fixed) ?? .nan) / weights.reduce(0, +)
    #expect(abs(mean - 0.9093) < 5e-5)
    let shares = [1.0, 3].map { radius in
      MaximalCovering(
        travel, weights: weights, radii: [(radius, 1)],
        rules: SiteRules(siteCount: nodes.count, number: 20, fixed: fixed)
      ).objective(of: fixed).map { $0 / weights.reduce(0, +) } ?? .nan
    }
    #expect(zip(shares, [0.6402, 0.9462]).allSatisfy { abs($0 - $1) < 5e-5 })
  }

  @Test func `four more platforms cover district A, and 72 sets do`() {
    let problem = covering(fixed: fixed)
    #expect(problem.plan(by: CbcSolver()).objective == 4)
    let plans = problem.bestPlans(100, by: CbcSolver(), tolerance: 0.5)
    #expect(plans.count == 72)
    let added = plans.map { plan in named(plan.sites.filter { !fixed.contains($0) }) }
    #expect(Set(added).count == 72)
    let choices = [[28, 29], [38, 39, 40], [48, 61], Array(87...92)]
    #expect(added.allSatisfy { set in zip(set, choices).allSatisfy { $1.contains($0) } })
    let weights = nodes.map { city.incidents[$0] }
    let median = PMedian(
      travel, weights: weights, rules: SiteRules(siteCount: nodes.count, number: 24, fixed: fixed))
    let means = plans.map { (median.objective(of: $0.sites) ?? .infinity) / weights.reduce(0, +) }
    let best = means.indices.min { means[$0] < means[$1] } ?? 0
    #expect(abs(means[best] - 0.6578) < 5e-5 && added[best] == [29, 39, 48, 88])
  }

  @Test func `fifteen platforms cover district A from scratch`() {
    for solver in [CbcSolver(), GlpkSolver()] as [any LinearSolver] {
      let plan = covering(fixed: []).plan(by: solver)
      #expect(plan.status == .optimal && plan.objective == 15)
      #expect(covering(fixed: []).objective(of: plan.sites) == 15)
    }
    #expect(covering(fixed: []).exactPlan(by: CbcSolver()).objective == 15)
  }

  @Test func `thirteen exits are sealed in eight minutes`() throws {
    let minutes = city.travel(from: platforms, to: city.districtAExits)
    let rows = city.districtAExits.indices.map { exit in platforms.indices.map { minutes[$0, exit] } }
    let plan = try #require(BottleneckAssignment(minutes: rows))
    #expect(abs(plan.bottleneck - 8.015457) < 5e-7)
    #expect(abs(plan.total - 46.188489) < 5e-7)
    let critical = try #require(plan.posts.indices.first { rows[$0][plan.posts[$0]] == plan.bottleneck })
    #expect(plan.posts[critical] == 6 && city.districtAExits[critical] == 28)
  }

  @Test func `the variance of the work of the nearest platforms`() {
    let posts = city.travel(from: platforms, to: nodes)
    let homes = platforms.compactMap { nodes.firstIndex(of: $0) }
    let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    let neighbors = nodes.map { city.neighbors[$0].compactMap { index[$0] } }
    let districting = Districting(
      neighbors: neighbors, workloads: nodes.map { city.incidents[$0] }, travel: posts, homes: homes,
      limitMinutes: 3, goal: .variance)
    #expect(named(districting.beyondLimit) == [28, 29, 38, 39, 61, 92])
    let nearest = districting.nearestPlan()
    #expect(abs(nearest.variance - 8.0099) < 5e-5)
    let improved = districting.improvedPlan(moves: 20_000)
    #expect(improved.variance < 0.75 * nearest.variance)
    let before = Set(districting.detachedAreas(of: nearest))
    #expect(districting.detachedAreas(of: improved).allSatisfy { before.contains($0) })
    #expect(improved == districting.improvedPlan(moves: 20_000).timed(improved.seconds))
  }

  @Test func `coverage of the whole city`() {
    let all = Array(city.district.indices)
    let travel = city.travel(from: city.platforms.map(\.node), to: all)
    let minutes = all.map { point in (0..<travel.siteCount).map { travel[$0, point] }.min() ?? .infinity }
    let own = Dictionary(
      grouping: all.filter { minutes[$0] > 3 }, by: { city.district[$0] }
    ).mapValues(\.count)
    #expect(own == ["A": 6, "B": 6, "C": 47, "D": 12, "E": 32, "F": 35])
    #expect([1.0, 3, 5].map { radius in minutes.count { $0 <= radius } } == [190, 444, 543])
    let total = city.incidents.reduce(0, +)
    let shares = [1.0, 3, 5].map { radius in
      all.filter { minutes[$0] <= radius }.reduce(0) { $0 + city.incidents[$1] } / total
    }
    #expect(zip(shares, [0.4350, 0.8156, 0.9534]).allSatisfy { abs($0 - $1) < 5e-5 })
  }
}

extension DistrictPlan {
  func timed(_ seconds: Double) -> DistrictPlan {
    var plan = self
    plan.seconds = seconds
    return plan
  }
}
