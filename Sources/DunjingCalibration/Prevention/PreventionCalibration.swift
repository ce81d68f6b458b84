import DunjingOptimization
import DunjingParallel
import DunjingQueueing
import DunjingRandom
import DunjingScenario
import DunjingWorld

/// Which values of what prevention rests on make known falls come out under a plan.
///
/// Sets of values fill the plausible ranges (Sobol 1967); those whose falls, by the outlook of the plan, lie within a
/// tolerance of the part asked for are kept: the set that fits, not one point, and empty where nothing fits (history
/// matching: P. S. Craig, M. Goldstein, A. H. Seheult & J. A. Smith, 1997, "Pressure matching for hydrocarbon reservoirs";
/// I. Vernon, M. Goldstein & R. G. Bower, 2010, "Galaxy formation: a Bayesian uncertainty analysis"). The largest falls
/// are looked for by search, with the mechanisms of the reform off and on. Parameters are taken as independent and uniform.
///
/// The outcome depends on the study and the settings only, not on threads.
public struct PreventionCalibration: Sendable {
  /// What is being done, for people who wait.
  public enum Stage: Sendable, Equatable {
    /// So many sets of values are looked at.
    case sampling(Int)
    /// The largest falls are looked for, with mechanisms of the last of so many bundles.
    case reaching(bundle: Int, of: Int)
    /// The largest falls are those of the values tried, as nothing is searched.
    case looking(bundle: Int, of: Int)
  }

  /// How it is done.
  public let settings: PreventionSettings
  private let targets: [PreventionTarget]
  private let study: PreventionStudy
  private var world: World { study.world }

  /// Prepares a calibration.
  /// - Parameters:
  ///   - variation: the study with its ranges, best with `PlausibleRanges.prevention(of:)` as suggestions.
  ///   - world: that study compiled.
  ///   - treatment: the plan; its switches do not count.
  ///   - targets: what was observed and is to be met.
  ///   - settings: how many sets of values are looked at, and what counts as met.
  /// - Returns: nil where no incidents of a target grow from hazards, or the treatment is the baseline.
  public init?(
    _ variation: ScenarioVariation, world: World, treatment: Treatment, targets: [PreventionTarget],
    settings: PreventionSettings
  ) {
    let baseline = world.plans[world.baseline].treatment
    let kinds = targets.compactMap { target in
      world.scenario.incidentKinds.firstIndex { $0.id == target.kind }
    }
    guard treatment.id != baseline.id, !targets.isEmpty, kinds.count == targets.count else { return nil }
    var hours = treatment
    (hours.switches, hours.chiefShare) = (baseline.switches, treatment.chiefShare)
    hours.programs = baseline.programs
    guard
      let study = PreventionStudy(
        variation, world, treatment: hours, kinds: kinds, parameters: PreventionParameter.all(of: variation))
    else { return nil }
    (self.study, self.targets, self.settings) = (study, targets, settings)
  }

  /// Mechanisms that act on prevention in a study and are off in its baseline.
  public static func mechanisms(of world: World) -> [Mechanism] {
    let switches = world.plans[world.baseline].treatment.switches
    return [.residentPolicing, .intelligence, .jointMediation, .coLocation].filter {
      world.canAct($0) && !switches[$0]
    }
  }

  /// Calibrates.
  /// - Parameters:
  ///   - threads: how many; they do not change the result.
  ///   - progress: called when a stage begins.
  ///   - goesOn: asked between stages; false stops.
  /// - Returns: nil if somebody stopped, or where the values of the study themselves give no outlook.
  public func run(
    threads: Int = 1, progress: (Stage) -> Void = { _ in }, goesOn: () -> Bool = { true }
  ) -> PreventionOutcome? {
    progress(.sampling(settings.samples))
    let points = points()
    let found = Parallel.map(points.count, threads: threads) { study.sample(at: points[$0]) }
    let samples = found.compactMap(\.self)
    let mechanisms = Self.mechanisms(of: world)
    let sets = [[]] + mechanisms.map { [$0] } + (mechanisms.count > 1 ? [mechanisms] : [])
    var bundles: [PreventionOutcome.Bundle] = []
    for (number, set) in sets.enumerated() {
      guard goesOn() else { return nil }
      progress(
        settings.isSearching
          ? .reaching(bundle: number + 1, of: sets.count) : .looking(bundle: number + 1, of: sets.count))
      guard let bundle = bundle(set, samples, threads) else { return nil }
      bundles.append(bundle)
    }
    let plan = world.plan(of: study.treatment)
    var outcome = PreventionOutcome(
      settings: settings, treatment: study.treatment, sunk: plan.sunk, toCommunity: plan.toCommunity,
      subjects: targets.indices.map(subject), parameters: study.parameters, samples: samples,
      leftOut: points.count - samples.count, bundles: bundles)
    func keys(_ sample: PreventionSample?) -> [ScenarioOverride]? {
      sample.flatMap { study.overrides(at: $0.values) }
    }
    outcome.example = keys(outcome.mostPlausible)
    (outcome.heldKeys, outcome.shortKeys) = (outcome.hours.held.map(keys), outcome.hours.short.map(keys))
    return outcome
  }

  private func points() -> [[Double]] {
    let ranges = study.parameters.map(\.range)
    guard !ranges.isEmpty else { return [] }
    let box = Box(lower: ranges.map(\.lowerBound), upper: ranges.map(\.upperBound))
    var sequence = SobolSequence(dimension: ranges.count, scramblingSeed: settings.seed)
    return sequence.points(settings.samples).map { box.point(at: $0) }
  }

  private func bundle(
    _ mechanisms: [Mechanism], _ samples: [PreventionSample], _ threads: Int
  ) -> PreventionOutcome.Bundle? {
    let present = study.parameters.map(\.present)
    guard let now = study.sample(at: present, turningOn: mechanisms) else { return nil }
    func reach(_ target: Int, _ isFree: [Bool], limit: Double = .infinity) -> PreventionSample? {
      let known = samples.filter { $0.mediationLoad <= limit }
      let best = known.max { $0.falls[target] < $1.falls[target] }
      return ReachSearch(
        study: study, target: target, mechanisms: mechanisms, isFree: isFree, mediationLimit: limit,
        isSearching: settings.isSearching
      ).best(from: [study.parameters.map(\.start)] + (best.map { [$0.values] } ?? []), threads: threads)
    }
    let visits = study.parameters.map(\.isOfVisits)
    return PreventionOutcome.Bundle(
      mechanisms: mechanisms, present: now,
      held: targets.indices.map { reach($0, visits, limit: settings.mediationLimit) },
      short: targets.indices.map { reach($0, visits) },
      free: targets.indices.map { reach($0, study.parameters.map { _ in true }) })
  }

  private func subject(_ target: Int) -> PreventionOutcome.Subject {
    let hazard = world.scenario.hazardKinds[study.mainHazards[target]]
    let incubation: Incubation =
      switch hazard.incubationDays {
      case .gamma(let mean, let shape): .gamma(mean: mean, shape: shape)
      case .weibull(_, let shape): .weibull(mean: hazard.incubationDays.mean, shape: shape)
      default: .exponential(mean: hazard.incubationDays.mean)
      }
    return PreventionOutcome.Subject(
      target: targets[target], kind: world.scenario.incidentKinds[study.kinds[target]].name,
      hazard: hazard.name, incubation: incubation, detection: hazard.detectionPerVisit,
      closure: hazard.closure)
  }
}
