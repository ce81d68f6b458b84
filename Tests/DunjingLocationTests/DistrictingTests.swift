import DunjingCbc
import DunjingGlpk
import DunjingLinear
import DunjingLocation
import Testing

@Suite struct DistrictingTests {
  /// A lattice of areas with two posts in opposite corners and work that lies on one side.
  private func lattice(_ side: Int, limit: Double = .infinity, goal: Districting.Goal = .greatest)
    -> Districting
  {
    let count = side * side
    let neighbors = (0..<count).map { area -> [Int] in
      let (x, y) = (area % side, area / side)
      return [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
        .filter { $0.0 >= 0 && $0.0 < side && $0.1 >= 0 && $0.1 < side }.map { $0.1 * side + $0.0 }
    }
    let homes = [0, count - 1]
    let travel = TravelMatrix(
      rows: homes.map { home in
        (0..<count).map { area in
          Double(abs(area % side - home % side) + abs(area / side - home / side))
        }
      })
    return Districting(
      neighbors: neighbors, workloads: (0..<count).map { Double(($0 % side + 1) * ($0 / side + 1)) },
      travel: travel, homes: homes,
      limitMinutes: limit, goal: goal)
  }

  @Test func `the search finds what the program proves`() {
    let problem = lattice(4)
    let exact = problem.exactPlan(by: CbcSolver())
    // The work is 100 in all, and 50 on each side can be had.
    #expect(exact.status == .optimal && exact.greatest == 50 && problem.detachedAreas(of: exact).isEmpty)
    #expect(problem.exactPlan(by: GlpkSolver()).greatest == 50)
    let found = problem.improvedPlan()
    #expect(found.greatest == 50 && found.status == .optimal && problem.detachedAreas(of: found).isEmpty)
    #expect(problem.nearestPlan().greatest > 50)
  }

  @Test func `a limit of minutes holds`() {
    let problem = lattice(4, limit: 3)
    let exact = problem.exactPlan(by: CbcSolver())
    let found = problem.improvedPlan()
    #expect(exact.status == .optimal && found.greatest >= exact.greatest)
    for plan in [exact, found] {
      #expect(plan.postOfArea.enumerated().allSatisfy { problem.travel[$0.element, $0.offset] <= 3 })
    }
    #expect(lattice(4, limit: 2).beyondLimit == [3, 6, 9, 12])
  }

  @Test func `the variance falls`() {
    let problem = lattice(6, goal: .variance)
    #expect(problem.improvedPlan(moves: 5_000).variance < problem.nearestPlan().variance)
  }
}
