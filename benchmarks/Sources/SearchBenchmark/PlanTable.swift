import DunjingDecision
import DunjingParallel
import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Foundation

/// The harm index of plans of a shipped study, replication by replication, played on common random numbers.
///
/// A plan sends a share of the agency officers down and some of them to the street. Every method searches the same table,
/// so that all see the same numbers.
enum PlanTable {
  /// The levels of a decision: so many, evenly from the least to the greatest.
  static func levels(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    (0..<count).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(max(count - 1, 1))
    }
  }

  /// Plays every plan and prints a line for each: its place, both shares, its key, the objective of each replication; the
  /// baseline is the first line, at −1.
  static func play(scenario: String, ratios: Int, shares: Int, replications: Int, threads: Int) throws {
    let (world, points, plans) = try plans(of: scenario, ratios: ratios, shares: shares)
    let keys = plans.map { PlanKey($0).text }
    // Shares that move the same officers are one plan, played once.
    let first = keys.indices.filter { keys.firstIndex(of: keys[$0]) == $0 }
    let rows = Parallel.map(replications, threads: threads) { replication in
      harm(of: first.map { plans[$0] }, in: world, replication: replication)
    }
    for index in plans.indices {
      let played = first.firstIndex { keys[$0] == keys[index] } ?? 0
      let point = index == 0 ? [-1, -1] : points[index - 1]
      let fields = ["\(index - 1)"] + point.map { "\($0)" } + ["\(first[played] - 1)"]
      print((fields + rows.map { "\($0[played])" }).joined(separator: ","))
    }
  }

  /// Prints the objective of every plan less that of the baseline, by formulas.
  static func forecast(scenario: String, ratios: Int, shares: Int, threads: Int) throws {
    let (world, _, plans) = try plans(of: scenario, ratios: ratios, shares: shares)
    let outlook = PlanOutlook(world, threads: threads)
    outlook.prepare(plans, threads: threads)
    let values = plans.map { outlook.values(of: $0)[.harmIndex] ?? .nan }
    for value in values.dropFirst() { print(value - values[0]) }
  }

  /// The world, the points of the table, and its plans after the baseline.
  private static func plans(
    of scenario: String, ratios: Int, shares: Int
  ) throws -> (world: World, points: [[Double]], plans: [TreatmentPlan]) {
    let world = World(compiling: try ScenarioBundle(path: scenario).load())
    let space = PlanSpace(
      base: world.scenario.treatments[world.baseline],
      decisions: [.init(.agencyRatio, in: 0...0.5), .init(.streetShare, in: 0...1)])
    let points = levels(0...0.5, count: ratios).flatMap { ratio in
      levels(0...1, count: shares).map { [ratio, $0] }
    }
    return (
      world, points, [world.plans[world.baseline]] + points.map { world.plan(of: space.named(at: $0)) }
    )
  }

  private static func harm(of plans: [TreatmentPlan], in world: World, replication: Int) -> [Double] {
    var warmUp = Simulator(world, seed: world.scenario.experiment.seed, replication: replication)
    warmUp.run(until: world.implementation)
    return plans.map { plan in
      var simulator = warmUp
      simulator.apply(plan)
      simulator.run(until: world.measurementStart)
      simulator.startMeasuring()
      simulator.run(until: world.end)
      return IndicatorValues(simulator.result().indicators)[.harmIndex] ?? .nan
    }
  }
}
