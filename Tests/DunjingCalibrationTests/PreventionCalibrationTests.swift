import DunjingCalibration
import DunjingPlanning
import DunjingScenario
import DunjingWorld
import Foundation
import Testing

/// The calibration of the shipped city study, by its own model.
@Suite struct PreventionCalibrationTests {
  private struct City {
    let variation: ScenarioVariation
    let world: World
    let plan: Treatment

    init(_ settings: [String] = [], name: String = "baicheng") throws {
      let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let bundle = ScenarioBundle(path: package.appendingPathComponent("scenarios/\(name)").path)
      let overrides = settings.compactMap { ScenarioOverride($0) }
      variation = try ScenarioVariation(
        bundle, setting: overrides, suggesting: PlausibleRanges.prevention)
      world = World(compiling: variation.base)
      plan = try #require(variation.base.scenario.treatments.first { $0.id == "sink20" })
    }

    func calibration(samples: Int = 64, attribution: ClosedRange<Double> = 1...1) throws
      -> PreventionCalibration
    {
      var settings = PreventionSettings(for: world)
      (settings.samples, settings.attribution) = (samples, attribution)
      settings.isSearching = false
      return try #require(
        PreventionCalibration(
          variation, world: world, treatment: plan, targets: PreventionTarget.announced, settings: settings))
    }
  }

  private static let outcome = Result { try #require(try City().calibration(samples: 64).run(threads: 2)) }

  @Test func `at its own values the study falls as its model says`() throws {
    let (city, outcome) = (try City(), try Self.outcome.get())
    let outlook = PreventionForecast(city.world)
    let before = outlook.outlook(of: city.world.plans[city.world.baseline]).incidentsByKind
    let after = outlook.outlook(of: city.world.plan(of: city.plan)).incidentsByKind
    for (target, fall) in zip(PreventionTarget.announced, outcome.hours.present.falls) {
      let kind = try #require(city.world.scenario.incidentKinds.firstIndex { $0.id == target.kind })
      #expect((fall - (1 - after[kind] / before[kind])).magnitude < 1e-6)
    }
  }

  @Test func `the falls, visits, shares and gain are those of the defaults`() throws {
    let present = try Self.outcome.get().hours.present
    // The prototype had 5.0 ± 0.13 and 4.2 ± 0.25 % without the time that mediation takes.
    #expect((present.falls[0] - 0.050).magnitude < 0.008)
    #expect((present.falls[1] - 0.042).magnitude < 0.008)
    #expect((present.visits[0] - 1.90).magnitude < 0.01 && (present.visits[1] - 0.76).magnitude < 0.01)
    #expect((present.gain - 0.213).magnitude < 0.003)
    #expect((present.shares[0] - 0.40).magnitude < 0.04 && (present.shares[1] - 0.50).magnitude < 0.04)
  }

  @Test func `the announced falls are out of reach of the hours alone where mediation has time`() throws {
    let outcome = try Self.outcome.get()
    #expect(!outcome.fitting().contains(where: outcome.hasTimeToMediate))
    #expect(try #require(outcome.largestAttribution(withTime: true)) < 0.6)
    for index in outcome.subjects.indices {
      #expect((outcome.hours.held[index]?.falls[index] ?? 1) < 0.5 * outcome.subjects[index].target.fall)
      #expect(outcome.visitGain(index).bound < outcome.subjects[index].target.fall)
      let all = try #require(outcome.bundles.last)
      for bundle in outcome.bundles.dropFirst() {
        #expect(bundle.present.falls[index] > outcome.hours.present.falls[index])
        #expect(bundle.present.falls[index] <= all.present.falls[index] + 1e-12)
      }
    }
  }

  @Test func `a sample fits exactly the attributions within the tolerance of its falls`() throws {
    let outcome = try Self.outcome.get()
    let sample = outcome.hours.present
    let parts = zip(outcome.subjects, sample.falls).map { $1 / $0.target.fall }
    let middle = (parts[0] + parts[1]) / 2
    #expect(outcome.implausibility(sample, attribution: middle...middle) < 3)
    #expect(
      outcome.implausibility(sample, attribution: 0...1)
        <= outcome.implausibility(sample, attribution: middle...middle))
    #expect(outcome.implausibility(sample, attribution: 1...1) > 3)
    let far = (outcome.subjects[0].target.fall - sample.falls[0]) / (outcome.settings.tolerance / 3)
    #expect((outcome.implausibility(sample, attribution: 1...1) - far).magnitude < 1e-9)
    #expect(outcome.fitting(0...1).count >= outcome.fitting(middle...middle).count)
  }

  @Test func `threads do not change the outcome`() throws {
    let city = try City(name: "minimal")
    let one = try city.calibration(samples: 16).run(threads: 1)
    let three = try city.calibration(samples: 16).run(threads: 3)
    #expect(one != nil && one == three)
  }

  @Test func `a search is told of only where one is made`() throws {
    var stages: [PreventionCalibration.Stage] = []
    _ = try City(name: "minimal").calibration(samples: 16).run(progress: { stages.append($0) })
    #expect(stages.contains(.looking(bundle: 1, of: stages.count - 1)))
    #expect(!stages.contains(.reaching(bundle: 1, of: stages.count - 1)))
  }

  @Test func `a number set quickly is the number of a scenario that is read anew`() throws {
    let city = try City()
    for assumption in city.variation.assumptions {
      let overrides = assumption.overrides(at: assumption.range.lowerBound)
      var quick = city.variation.base.scenario
      let isQuick = overrides.allSatisfy { quick.setPrevention($0) }
      let isOfPrevention = ["hazardKinds", "community", "force.sentDown"].contains {
        assumption.key.hasPrefix($0)
      }
      #expect(isQuick == isOfPrevention, "\(assumption.key)")
      guard isQuick else { continue }
      #expect(quick == (try city.variation.load(setting: overrides)).scenario, "\(assumption.key)")
    }
  }

  @Test func `the keys of a set of values give a study with its falls`() throws {
    let (city, outcome) = (try City(), try Self.outcome.get())
    let fitted = try #require(outcome.hours.held[0])
    let overrides = try #require(outcome.heldKeys[0])
    let world = World(compiling: try city.variation.load(setting: overrides))
    let outlook = PreventionForecast(world)
    let before = outlook.outlook(of: world.plans[world.baseline]).incidentsByKind
    let after = outlook.outlook(of: world.plan(of: city.plan)).incidentsByKind
    for (target, fall) in zip(PreventionTarget.announced, fitted.falls) {
      let kind = try #require(world.scenario.incidentKinds.firstIndex { $0.id == target.kind })
      #expect((fall - (1 - after[kind] / before[kind])).magnitude < 1e-5)
    }
  }

  @Test func `a share of hazards that is set leaves the number of incidents`() throws {
    let outcome = try Self.outcome.get()
    let share = try #require(outcome.parameters.firstIndex { $0.role == .hazardShare })
    for sample in outcome.samples {
      let expected = sample.values[share] * outcome.hours.present.shares[1]
      #expect((sample.shares[1] - expected).magnitude < 1e-4)
    }
  }

  @Test func `the baseline, or a kind that does not grow from hazards, has nothing to calibrate`() throws {
    let city = try City()
    let settings = PreventionSettings(for: city.world)
    let baseline = city.world.plans[city.world.baseline].treatment
    let targets = PreventionTarget.announced
    #expect(
      PreventionCalibration(
        city.variation, world: city.world, treatment: baseline, targets: targets, settings: settings) == nil)
    let idle = try City(["hazardKinds.fraudExposure.arrivalsPerYear=0"])
    #expect(
      PreventionCalibration(
        idle.variation, world: idle.world, treatment: idle.plan, targets: targets, settings: settings) == nil)
  }

  @Test func `ranges of a study come before usual ones`() throws {
    let stated = try Self.outcome.get().parameters
    #expect(stated.filter { !$0.isStated }.map(\.key) == ["incubationShape"])
    let parameters = try #require(try City(name: "minimal").calibration(samples: 16).run()).parameters
    #expect(parameters.allSatisfy { !$0.isStated })
    #expect(parameters.contains { $0.key == "hazardKinds.*.detectionPerVisit" && $0.range == 0.5...2 })
  }
}
