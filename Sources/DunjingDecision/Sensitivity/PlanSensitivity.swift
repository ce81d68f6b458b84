import DunjingOptimization
import DunjingParallel
import DunjingPlanning
import DunjingScenario
import DunjingStatistics
import DunjingWorld

/// How the best plan and its gain depend on the assumptions of a study.
///
/// Under each set of values the scenario is decoded anew and its plans are appraised by `PlanOutlook`; map, travel and
/// response are used again where the values leave them alone. Assumptions are varied one at a time to both ends of their
/// ranges, then all together: Morris's screening, Sobol's indices of those that matter most, and the regret of plans over
/// a Latin hypercube (Savage 1951, "The theory of statistical decision"). The found plan is simulated at the ends of the
/// strongest assumptions. Assumptions are taken as independent and uniform on their ranges.
///
/// The outcome depends on the study, the plan and the settings only, not on threads.
public struct PlanSensitivity: Sendable {
  /// What is being done, for people who wait.
  public enum Stage: Sendable, Equatable {
    /// Plans are appraised at so many points.
    case appraising(points: Int)
    /// The found plan is simulated at so many ends.
    case confirming(ends: Int)
  }

  let outlook: PlanOutlook
  var world: World { outlook.world }
  let space: PlanSpace
  let goal: PlanGoal
  let found: Treatment
  let assumptions: [Assumption]
  let settings: PlanSensitivitySettings
  let optimum: any PlanOptimum
  let study: @Sendable ([ScenarioOverride]) -> ValidScenario?

  /// Creates a sensitivity.
  /// - Parameters:
  ///   - outlook: what to expect of plans under the present values.
  ///   - space: which plans are allowed.
  ///   - goal: what is wanted of a plan.
  ///   - found: the plan that the search has found.
  ///   - assumptions: the assumptions that are varied, each with its range.
  ///   - settings: those that suit the size of the world unless given.
  ///   - optimum: how the best plan is found by the outlook; unless given by a grid, or of more than two decisions and
  ///     of choices by ``AnalyticOptimum`` begun at the found plan.
  ///   - study: the scenario with other values of assumptions; nil where it is wrong.
  public init(
    _ outlook: PlanOutlook, space: PlanSpace, goal: PlanGoal, found: Treatment, assumptions: [Assumption],
    settings: PlanSensitivitySettings? = nil, optimum: (any PlanOptimum)? = nil,
    study: @escaping @Sendable ([ScenarioOverride]) -> ValidScenario?
  ) {
    let settings = settings ?? PlanSensitivitySettings(for: outlook.world)
    (self.outlook, self.space, self.goal, self.found) = (outlook, space, goal, found)
    (self.assumptions, self.settings, self.study) = (assumptions, settings, study)
    let box = space.box
    let start = space.values(in: found, of: outlook.world.scenario).enumerated().map { index, value in
      min(max(value, box.lower[index]), box.upper[index])
    }
    self.optimum =
      optimum
      ?? (space.decisions.count > 2 || space.decisions.contains { $0.isChoice }
        ? DescentOptimum(start: start) : GridOptimum(levels: settings.levels))
  }

  /// Looks at everything.
  /// - Parameters:
  ///   - ledger: what has been simulated before.
  ///   - threads: how many; they do not change the result.
  ///   - company: other processes that look at the same; they do not change the result either.
  ///   - record: called once for every replication played, never twice at a time; false leaves out the rest.
  ///   - progress: called when a stage begins.
  ///   - goesOn: asked between stages and simulated ends; false stops.
  /// - Returns: nil without assumptions that can be varied, where the outlook does not speak of what is wanted, or if
  ///   somebody stopped.
  public func run(
    ledger: PlanLedger = PlanLedger(), threads: Int = 1, company: (any PlanCompany)? = nil,
    record: @escaping @Sendable (PlanRecord) -> Bool = { _ in true }, progress: (Stage) -> Void = { _ in },
    goesOn: () -> Bool = { true }
  ) -> SensitivityOutcome? {
    guard !assumptions.isEmpty else { return nil }
    progress(.appraising(points: 2 * assumptions.count + 1))
    guard let present = sample(PlanAppraisal(outlook, space: space, goal: goal)) else { return nil }
    var (rows, leftOut) = oneAtATime(threads)
    guard !rows.isEmpty, goesOn() else { return nil }
    let joint = JointAppraisal(self, rows.map(\.assumption), threads: threads)
    progress(.appraising(points: joint.count))
    var samples = joint.screen(&rows)
    samples += joint.indices(&rows)
    guard goesOn() else { return nil }
    let regret = joint.regrets()
    samples += regret.samples
    progress(.confirming(ends: 2 * min(settings.confirmed, rows.count)))
    guard goesOn() else { return nil }
    var history = PlanHistory(ledger: ledger, company: company, record: record)
    let confirmations = confirm(rows, &history, threads, goesOn)
    guard goesOn() else { return nil }
    leftOut.sort { $0.key < $1.key }
    let all = [present] + rows.flatMap { [$0.low, $0.high] } + samples
    return SensitivityOutcome(
      settings: settings, present: present, foundSunk: world.plan(of: found).sunk, rows: rows,
      officerRange: Self.range(all.map(\.sunk)), gainRange: Self.range(all.map(\.foundGain)),
      regrets: regret.regrets, confirmations: confirmations, leftOut: leftOut,
      pointCount: all.count)
  }

  private static func range<Value: Comparable>(_ values: [Value]) -> ClosedRange<Value>? {
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// Every assumption at both ends of its range, the strongest first, and those for which the scenario is wrong there.
  private func oneAtATime(
    _ threads: Int
  ) -> (rows: [SensitivityOutcome.Row], leftOut: [Assumption]) {
    let ends = assumptions.flatMap {
      [$0.overrides(at: $0.range.lowerBound), $0.overrides(at: $0.range.upperBound)]
    }
    let samples = Parallel.map(ends.count, threads: threads) { sample(appraisal(ends[$0])) }
    var rows: [SensitivityOutcome.Row] = []
    var leftOut: [Assumption] = []
    for (number, assumption) in assumptions.enumerated() {
      if let low = samples[2 * number], let high = samples[2 * number + 1] {
        rows.append(SensitivityOutcome.Row(assumption: assumption, low: low, high: high))
      } else {
        leftOut.append(assumption)
      }
    }
    let order = rows.indices.sorted { one, other in
      (rows[other].officerSwing, rows[other].gainSwing, one) < (
        rows[one].officerSwing, rows[one].gainSwing, other
      )
    }
    return (order.map { rows[$0] }, leftOut)
  }

  /// The appraisal under some overrides; nil where the scenario is wrong.
  func appraisal(_ overrides: [ScenarioOverride]) -> PlanAppraisal? {
    guard let valid = study(overrides) else { return nil }
    let world = World(compiling: valid, sharing: world)
    return PlanAppraisal(PlanOutlook(world, sharing: outlook), space: space, goal: goal)
  }

  /// What an appraisal says of the best plan and of the found one.
  func sample(_ appraisal: PlanAppraisal?) -> SensitivityOutcome.Sample? {
    guard let appraisal else { return nil }
    let own = appraisal.standing(
      of: appraisal.outlook.world.plan(of: found),
      at: space.values(in: found, of: appraisal.outlook.world.scenario))
    let tried = optimum.best(appraisal)
    let best = own.isBetter(than: tried) ? own : tried
    guard own.objective.isFinite, best.objective.isFinite else { return nil }
    return SensitivityOutcome.Sample(
      sunk: best.sunk, toStreet: best.toStreet, bestGain: appraisal.gain(of: best.objective),
      foundGain: appraisal.gain(of: own.objective),
      foundDifference: own.objective - appraisal.baselineObjective, foundKeepsLimits: own.breach <= 0)
  }
}
