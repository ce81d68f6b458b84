import DunjingExperiment
import DunjingPlanning
import DunjingQueueing
import DunjingRandom
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Foundation
import Testing

/// The outlook of a plan beside the simulation of the shipped city study, as differences to the baseline.
@Suite struct OutlookTheoryTests {
  private static let ids = ["sink00", "sink10", "sink20", "sink30", "sink40"]

  /// Indicators with the share of the difference by which the outlook may depart besides the interval.
  private static let bands: [Indicator: Double] = [
    .incidentsOrder: 0.15, .incidentsFraud: 0.15, .hazardsEscalated: 0.1, .departmentUtilization: 0.1,
    .withinTarget: 0.15
  ]

  private func world() throws -> World {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = package.appendingPathComponent("scenarios/baicheng").path
    return World(compiling: try ScenarioBundle(path: path).load())
  }

  @Test(arguments: [(-0.3, 0.0), (-0.05, 4), (0, 10), (0.05, 0), (-0.05, 30)])
  func `the corrected Brownian motion is a walk that is kept above zero`(drift: Double, start: Double) throws
  {
    let ends = (0..<20_000).map { number in
      var stream = RandomStream(seed: 71, purpose: StreamPurpose(rawValue: 13), entity: UInt64(number))
      return (0..<120).reduce(start) { level, _ in max(0, level + drift + stream.nextNormal()) }
    }
    let interval = try #require(ConfidenceInterval(ends, level: 0.999))
    let mean = ReflectedBrownianMotion(drift: drift, deviation: 1).walkMean(at: 120, from: start)
    #expect((mean - interval.mean).magnitude < interval.halfWidth + 0.03)
  }

  @Test func `the outlook of Baicheng follows the simulation`() throws {
    let world = try world()
    var experiment = Experiment(world)
    #expect(experiment.restrict(to: Self.ids).isEmpty)
    let plays = (0..<10).map { experiment.play(replication: $0) }
    let outlook = PlanOutlook(world)
    let expected = experiment.treatments.map { outlook.values(of: world.plans[$0]) }
    for (indicator, share) in Self.bands {
      for column in experiment.treatments.indices.dropFirst() {
        let differences = try plays.map { play in
          try #require(play[column][indicator]) - (try #require(play[0][indicator]))
        }
        let interval = try #require(ConfidenceInterval(differences, level: 0.95))
        let value = try #require(expected[column][indicator]) - (try #require(expected[0][indicator]))
        #expect(
          (value - interval.mean).magnitude <= share * interval.mean.magnitude + interval.halfWidth,
          "\(indicator), \(Self.ids[column]): \(value), simulated \(interval.mean) ± \(interval.halfWidth)")
      }
    }
  }
}
