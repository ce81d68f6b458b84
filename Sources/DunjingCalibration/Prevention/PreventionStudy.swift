import DunjingNumerics
import DunjingPlanning
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// A study under other values of what its prevention rests on, by the outlook of its plans.
///
/// The number of incidents without the plan is an observation and stays: where another share of them grows from hazards, or
/// visits find more or less of them, hazards arise as often as it takes, and the incidents that do not grow from hazards
/// make up the rest.
struct PreventionStudy: Sendable {
  let variation: ScenarioVariation
  let world: World
  let treatment: Treatment
  let parameters: [PreventionParameter]
  /// The incident kinds of the targets.
  let kinds: [Int]
  /// For each target the hazard kind that most of its incidents grow from.
  let mainHazards: [Int]
  /// Hazards that escalate in a year under the baseline of the study, by kind.
  private let escalations: [Double]
  /// Incidents in a year before repeats and climbs, by kind.
  private let direct: [Double]

  /// - Parameter treatment: with the switches of the baseline.
  init?(
    _ variation: ScenarioVariation, _ world: World, treatment: Treatment, kinds: [Int],
    parameters: [PreventionParameter]
  ) {
    (self.variation, self.world, self.treatment) = (variation, world, treatment)
    (self.kinds, self.parameters) = (kinds, parameters)
    let baseline = world.plans[world.baseline]
    let forecast = PreventionForecast(world)
    let escalations = forecast.outlook(of: baseline).escalationsByKind
    self.escalations = escalations
    let grown = Self.grown(from: escalations, in: world)
    direct = zip(world.scenario.incidentKinds, grown).map { $0.exogenousPerYear + $1 }
    let none = world.kinds.map { _ in 0.0 }
    var mainHazards: [Int] = []
    for kind in kinds {
      let parts = world.hazards.indices.map { hazard in
        let only = escalations.indices.map { $0 == hazard ? escalations[$0] : 0 }
        return forecast.incidents(exogenousPerYear: none, escalationsPerYear: only, under: baseline)[kind]
      }
      guard let greatest = parts.max(), greatest > 0, let main = parts.firstIndex(of: greatest) else {
        return nil
      }
      mainHazards.append(main)
    }
    self.mainHazards = mainHazards
  }

  /// Incidents that hazards become, by kind, without repeats and climbs.
  private static func grown(from escalations: [Double], in world: World) -> [Double] {
    var grown = world.kinds.map { _ in 0.0 }
    for (hazard, escalated) in zip(world.hazards, escalations) {
      var below = 0.0
      for outcome in hazard.becomes {
        grown[outcome.kind] += escalated * (outcome.cumulative - below)
        below = outcome.cumulative
      }
    }
    return grown
  }

  /// Returns the falls under some values; nil where the scenario is wrong there, where more incidents would grow from
  /// hazards than there are, or where no number of hazards makes as many of them escalate.
  /// - Parameter mechanisms: those that the plan turns on besides.
  func sample(at values: [Double], turningOn mechanisms: [Mechanism] = []) -> PreventionSample? {
    guard let world = world(at: values), let (hazards, exogenous) = demand(at: values, in: world) else {
      return nil
    }
    let forecast = PreventionForecast(
      world, hazardsPerYear: hazards, exogenousPerYear: exogenous)
    var treatment = treatment
    for mechanism in mechanisms { treatment.switches[mechanism] = true }
    let (baseline, plan) = (world.plans[world.baseline], world.plan(of: treatment))
    let before = forecast.outlook(of: baseline)
    let after = forecast.outlook(of: plan).incidentsByKind
    let grown = forecast.incidents(
      exogenousPerYear: exogenous.map { _ in 0 }, escalationsPerYear: before.escalationsByKind,
      under: baseline)
    let all = before.incidentsByKind
    let (visitsBefore, visitsAfter) = (visits(of: baseline, in: world), visits(of: plan, in: world))
    return PreventionSample(
      values: values, falls: kinds.map { 1 - after[$0] / all[$0] },
      visits: mainHazards.map {
        let hazard = world.hazards[$0]
        return visitsBefore * hazard.detection * hazard.closure * hazard.incubationDays.mean
      }, shares: kinds.map { grown[$0] / all[$0] },
      mediationLoad: zip(world.counties, before.deskLoads).reduce(0) { $0 + $1.0.demandShare * $1.1 },
      gain: visitsBefore > 0 ? visitsAfter / visitsBefore - 1 : 0)
  }

  /// Hazards that arise and incidents that do not grow from them in a year, by kind, for the incidents of the baseline to be
  /// as many as in the study.
  private func demand(at values: [Double], in world: World) -> (hazards: [Double], exogenous: [Double])? {
    let share = value(of: .hazardShare, values) ?? 1
    let wanted = escalations.map { $0 * share }
    let exogenous = zip(direct, Self.grown(from: wanted, in: world)).map { $0 - $1 }
    guard exogenous.allSatisfy({ $0 > -1e-9 }),
      let hazards = PreventionForecast.hazardsPerYear(for: wanted, in: world)
    else {
      return nil
    }
    return (hazards, exogenous.map { max(0, $0) })
  }

  /// The keys of the study that give some values; nil where they give none.
  func overrides(at values: [Double]) -> [ScenarioOverride]? {
    guard let world = world(at: values), let (hazards, exogenous) = demand(at: values, in: world) else {
      return nil
    }
    let assumed = zip(parameters, values).flatMap { parameter, value -> [ScenarioOverride] in
      if case .assumption(let assumption) = parameter.role { return assumption.overrides(at: value) }
      return []
    }
    let kinds = zip(world.scenario.incidentKinds, exogenous).map {
      ScenarioOverride(key: "incidentKinds.\($0.id).exogenousPerYear", value: "\($1)")
    }
    let arrivals = zip(world.scenario.hazardKinds, hazards).map {
      ScenarioOverride(key: "hazardKinds.\($0.id).arrivalsPerYear", value: "\($1)")
    }
    guard let shape = value(of: .incubationShape, values), shape != presentShape else {
      return assumed + kinds + arrivals
    }
    let shapes = world.scenario.hazardKinds.map {
      ScenarioOverride(
        key: "hazardKinds.\($0.id).incubationDays",
        value: "{gamma: {mean: \($0.incubationDays.mean), shape: \(shape)}}")
    }
    return assumed.filter { !$0.key.contains(".incubationDays.") } + kinds + arrivals + shapes
  }

  private func value(of role: PreventionParameter.Role, _ values: [Double]) -> Double? {
    parameters.firstIndex { $0.role == role }.map { values[$0] }
  }

  private func world(at values: [Double]) -> World? {
    var overrides: [ScenarioOverride] = []
    for (parameter, value) in zip(parameters, values) {
      if case .assumption(let assumption) = parameter.role { overrides += assumption.overrides(at: value) }
    }
    var scenario = variation.base.scenario
    let others = overrides.filter { !scenario.setPrevention($0) }
    guard others.isEmpty else { return slowWorld(overrides, values) }
    return world.replacingPrevention(by: shaped(scenario, values))
  }

  /// The world under values that touch more than prevention: the scenario is read anew.
  private func slowWorld(_ overrides: [ScenarioOverride], _ values: [Double]) -> World? {
    guard let valid = try? variation.load(setting: overrides) else { return nil }
    guard let shaped = try? shaped(valid.scenario, values).validated() else { return nil }
    return World(compiling: shaped, sharing: world)
  }

  private func shaped(_ scenario: Scenario, _ values: [Double]) -> Scenario {
    guard let shape = value(of: .incubationShape, values), shape != presentShape else { return scenario }
    var scenario = scenario
    for index in scenario.hazardKinds.indices {
      scenario.hazardKinds[index].incubationDays = .gamma(
        mean: scenario.hazardKinds[index].incubationDays.mean, shape: shape)
    }
    return scenario
  }

  private var presentShape: Double? { parameters.first { $0.role == .incubationShape }?.present }

  /// Effective visits of a beat in a day, on average over the measured time and, by demand, over the counties.
  private func visits(of plan: TreatmentPlan, in world: World) -> Double {
    let time = world.scenario.time
    let isBaseline = plan.treatment.id == world.plans[world.baseline].treatment.id
    let first = time.settlingDays + (isBaseline ? time.warmUpDays : 0)
    let days = max(1, time.horizonDays)
    let learning = world.scenario.force.sentDown
    let effectiveness =
      (0..<days).reduce(0) { $0 + learning.effectiveness(onDay: first + $1) } / Double(days)
    return zip(world.counties, plan.counties).reduce(0) { sum, county in
      sum + county.0.demandShare
        * (county.1.visitsPerBeatDay + county.1.sentDownVisitsPerBeatDay * effectiveness)
    }
  }
}
