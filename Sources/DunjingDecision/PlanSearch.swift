import DunjingOptimization
import DunjingPlanning
import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

/// Finds the best plan of a space: a Bayesian search by simulation, a selection among finalists on fresh replications, and
/// the plateau of plans that cannot be told apart from the best.
///
/// 1. The treatments of the scenario that lie in the space are played first, as the reader will ask for them.
/// 2. Where an outlook is given, the best plan by its formulas (``AnalyticOptimum``) is played, with plans on the way to it
///    from the baseline, and its forecasts are the prior mean of the search.
/// 3. `BayesianSearch`, and beyond 20 decisions `TrustRegionSearch`, proposes plans. A plan is judged by the paired
///    difference of its objective to the baseline over a few replications on common random numbers. Shares that move the same
///    whole officers are one plan, played once.
/// 4. Plans that could still be the best (subset selection by paired t intervals: B. L. Nelson, J. Swann, D. Goldsman &
///    W. Song, 2001) and those of the scenario are played on fresh replications, and `KimNelsonRace` selects the best with
///    a stated probability. Fresh ones, as the winner of a search looks better than it is on those that made it win.
/// 5. The plateau has every finalist that is not shown to be worse than the best by more than the indifference zone, by
///    paired intervals that hold for all of them together (Bonferroni): it cannot be told apart, or differs by too little.
///
/// The result depends on scenario, seed, space, goal and settings only: not on threads, nor on whether it was stopped and
/// went on from its ledger, nor on how many processes played it together.
public struct PlanSearch: Sendable {
  /// What is being done, for people who wait.
  public enum Stage: Sendable, Equatable {
    /// The best plan by the outlook is looked for.
    case forecasting
    /// Plans have been simulated of those to be simulated; the least difference of the objective so far.
    case searching(plans: Int, of: Int, incumbent: Double?)
    /// Finalists are compared on fresh replications.
    case selecting(finalists: Int, replications: Int)
  }

  let world: World
  let space: PlanSpace
  let goal: PlanGoal
  let settings: PlanSearchSettings
  let seed: UInt64
  let forecaster: PlanForecaster?

  /// Creates a search.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - space: which plans are allowed.
  ///   - goal: what is wanted of a plan.
  ///   - settings: how many plans and replications are played, and with which confidence.
  ///   - outlook: what to expect of plans by formulas; nil searches by simulation alone, as where the outlook does not
  ///     speak of an indicator of the goal.
  /// - Precondition: settings make sense, and the goal's indicators exist in the study.
  public init(
    _ world: World, space: PlanSpace, goal: PlanGoal, settings: PlanSearchSettings = .init(),
    outlook: PlanOutlook? = nil
  ) {
    precondition(settings.isSound, "settings of a search have to be positive")
    (self.world, self.space, self.goal, self.settings) = (world, space, goal, settings)
    seed = world.scenario.experiment.seed
    forecaster = outlook.flatMap { PlanForecaster($0, space: space, goal: goal) }
  }

  /// Searches.
  /// - Parameters:
  ///   - ledger: what has been played before.
  ///   - threads: how many; they do not change the result.
  ///   - company: other processes that play the same search; they do not change the result either.
  ///   - record: called once for every replication played, never twice at a time; false stops the search.
  ///   - progress: called when a stage goes on.
  /// - Returns: nil if somebody stopped it, or if the objective has no value under the baseline.
  public func run(
    ledger: PlanLedger = PlanLedger(), threads: Int = 1, company: (any PlanCompany)? = nil,
    record: @escaping @Sendable (PlanRecord) -> Bool = { _ in true }, progress: (Stage) -> Void = { _ in }
  ) -> PlanSearchOutcome? {
    var samples = PlanSamples(
      goal: goal, baseline: baseline, ledger: ledger,
      player: PlanPlayer(
        world, seed: seed, threads: threads, keptWarmUps: settings.keptWarmUps, company: company),
      record: record)
    if forecaster != nil { progress(.forecasting) }
    let analytic = forecaster.flatMap {
      AnalyticOptimum.find($0, starts: references.compactMap(\.point), threads: threads)
    }
    guard let found = explore(&samples, from: analytic, progress),
      let selection = select(among: found, &samples, progress)
    else { return nil }
    let ranking = ranking(found, selection, samples)
    var stations: StationOutcome?
    var others: [OtherChoice] = []
    if let answer = ranking.answer {
      stations = self.stations(of: answer, &samples, threads: threads)
      others = otherChoices(answer, &samples)
    }
    guard !samples.isStopped else { return nil }
    var outcome = self.outcome(ranking, selection, samples, analytic: analytic, threads: threads)
    outcome.stations = stations
    outcome.otherChoices = others
    return outcome
  }

  /// The baseline, as a candidate.
  var baseline: PlanCandidate {
    let treatment = world.scenario.treatments[world.baseline]
    return PlanCandidate(
      point: space.point(of: world.plans[world.baseline], in: world), treatment: treatment,
      plan: world.plans[world.baseline],
      id: treatment.id)
  }

  /// The treatments of the scenario that lie in the space.
  var references: [PlanCandidate] {
    world.plans.compactMap { plan in
      space.point(of: plan, in: world).map {
        PlanCandidate(point: $0, treatment: plan.treatment, plan: plan, id: plan.treatment.id)
      }
    }
  }

  /// The ids of those that do not, without the baseline, with which everything is compared.
  var outside: [String] {
    world.plans.indices.filter { $0 != world.baseline && space.point(of: world.plans[$0], in: world) == nil }
      .map { world.plans[$0].treatment.id }
  }

  func candidate(at point: [Double]) -> PlanCandidate {
    let point = space.plainest(space.settled(point), in: world)
    let treatment = space.named(at: point)
    return PlanCandidate(point: point, treatment: treatment, plan: world.plan(of: treatment))
  }
}
