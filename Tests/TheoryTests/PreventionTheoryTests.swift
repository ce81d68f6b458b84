import DunjingCalibration
import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld
import Foundation
import Testing

/// Falls at fitted values beside the simulation of the shipped city study with these values.
@Suite struct PreventionTheoryTests {
  private static let targets: [(target: PreventionTarget, indicator: Indicator)] = [
    (PreventionTarget(kind: "order", fall: 0.08), .incidentsOrder),
    (PreventionTarget(kind: "fraud", fall: 0.07), .incidentsFraud)
  ]

  @Test func `the falls of a fitted set of values are simulated`() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = ScenarioBundle(path: package.appendingPathComponent("scenarios/baicheng").path)
    let variation = try ScenarioVariation(bundle, suggesting: PlausibleRanges.prevention)
    let world = World(compiling: variation.base)
    let plan = try #require(world.scenario.treatments.first { $0.id == "sink20" })
    var settings = PreventionSettings(for: world)
    settings.samples = 512
    let calibration = try #require(
      PreventionCalibration(
        variation, world: world, treatment: plan, targets: Self.targets.map(\.target), settings: settings))
    let outcome = try #require(calibration.run(threads: 2))
    let fitted = try #require(outcome.mostPlausible)
    let overrides = try #require(outcome.example)

    var experiment = Experiment(World(compiling: try bundle.load(setting: overrides)))
    #expect(experiment.restrict(to: [world.plans[world.baseline].treatment.id, plan.id]).isEmpty)
    try checkLargest(outcome)
    let plays = (0..<10).map { experiment.play(replication: $0) }
    for (number, target) in Self.targets.enumerated() {
      let before = try plays.map { try #require($0[0][target.indicator]) }
      let falls = try zip(plays, before).map { try $1 - #require($0[1][target.indicator]) }
      let mean = before.reduce(0, +) / Double(before.count)
      let interval = try #require(ConfidenceInterval(falls.map { $0 / mean }, level: 0.99))
      #expect(
        (fitted.falls[number] - interval.mean).magnitude <= interval.halfWidth + 0.15 * fitted.falls[number],
        "\(target.target.kind): \(fitted.falls[number]), simulated \(interval.mean) ± \(interval.halfWidth)")
    }
  }

  /// Search finds larger falls than any sample, and smaller ones where the share is held and mediation has time.
  private func checkLargest(_ outcome: PreventionOutcome) throws {
    for index in outcome.subjects.indices {
      let free = try #require(outcome.hours.free[index])
      let held = try #require(outcome.hours.held[index])
      let short = try #require(outcome.hours.short[index])
      let sampled = outcome.samples.map { $0.falls[index] }.max() ?? 1
      #expect(free.falls[index] >= sampled && free.falls[index] > short.falls[index])
      #expect(short.falls[index] > held.falls[index] && held.mediationLoad <= 0.9)
      #expect(held.falls[index] > outcome.hours.present.falls[index])
      for (parameter, values) in zip(outcome.parameters, zip(free.values, held.values)) {
        #expect(parameter.range.contains(values.0))
        if !parameter.isOfVisits { #expect(values.1 == parameter.present) }
      }
    }
  }
}
