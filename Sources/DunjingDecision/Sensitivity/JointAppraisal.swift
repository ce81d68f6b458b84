import DunjingOptimization
import DunjingParallel
import DunjingPlanning
import DunjingScenario
import DunjingWorld

/// The plans of a space where many assumptions have other values together.
struct JointAppraisal {
  typealias Sample = SensitivityOutcome.Sample

  let owner: PlanSensitivity
  let assumptions: [Assumption]
  let threads: Int

  init(_ owner: PlanSensitivity, _ assumptions: [Assumption], threads: Int) {
    (self.owner, self.assumptions, self.threads) = (owner, assumptions, threads)
  }

  private var settings: PlanSensitivitySettings { owner.settings }
  private var seed: UInt64 { owner.world.scenario.experiment.seed }

  /// The points that are going to be looked at.
  var count: Int {
    let screened = settings.trajectories * (assumptions.count + 1)
    let indexed = screened > 0 ? settings.rows * (min(settings.indexed, assumptions.count) + 2) : 0
    return screened + indexed + settings.regretPoints
  }

  /// The box of the ranges of some assumptions.
  private func box(_ numbers: [Int]) -> Box {
    Box(
      lower: numbers.map { assumptions[$0].range.lowerBound },
      upper: numbers.map { assumptions[$0].range.upperBound })
  }

  /// The appraisal where some assumptions have other values; nil where the scenario is wrong.
  private func appraisal(_ numbers: [Int], at point: [Double]) -> PlanAppraisal? {
    owner.appraisal(zip(numbers, point).flatMap { assumptions[$0].overrides(at: $1) })
  }

  private func samples(_ numbers: [Int], at points: [[Double]]) -> [Sample?] {
    Parallel.map(points.count, threads: threads) { owner.sample(appraisal(numbers, at: points[$0])) }
  }

  /// Screens all assumptions and notes their effects; nothing where the scenario is wrong at some point.
  func screen(_ rows: inout [SensitivityOutcome.Row]) -> [Sample] {
    guard settings.trajectories > 0 else { return [] }
    let all = Array(assumptions.indices)
    let design = MorrisScreening(
      box: box(all), trajectories: settings.trajectories, draws: 4 * settings.trajectories, seed: seed)
    let samples = samples(all, at: design.points)
    let valid = samples.compactMap(\.self)
    guard valid.count == samples.count else { return valid }
    for (row, effect) in design.effects(of: valid.map(\.foundGain)).enumerated() {
      rows[row].gainEffect = effect
    }
    for (row, effect) in design.effects(of: valid.map { Double($0.sunk) }).enumerated() {
      rows[row].officerEffect = effect
    }
    return valid
  }

  /// Finds the indices of the assumptions that the screening puts first.
  func indices(_ rows: inout [SensitivityOutcome.Row]) -> [Sample] {
    let first = screened(rows)
    guard settings.rows > 1, !first.isEmpty else { return [] }
    let design = SobolIndices(box: box(first), rows: settings.rows, seed: seed)
    let samples = samples(first, at: design.points)
    let valid = samples.compactMap(\.self)
    guard valid.count == samples.count else { return valid }
    let gains = design.indices(of: valid.map(\.foundGain), level: settings.confidence)
    let officers = design.indices(of: valid.map { Double($0.sunk) }, level: settings.confidence)
    for (place, row) in first.enumerated() {
      rows[row].gainShare = gains?[place]
      rows[row].officerShare = officers?[place]
    }
    return valid
  }

  /// The assumptions of the greatest effects on gain and number of officers, each as a share of the greatest, in the order
  /// of the rows.
  private func screened(_ rows: [SensitivityOutcome.Row]) -> [Int] {
    guard rows.allSatisfy({ $0.gainEffect != nil }) else { return [] }
    let gains = rows.map { $0.gainEffect?.absoluteMean ?? 0 }
    let officers = rows.map { $0.officerEffect?.absoluteMean ?? 0 }
    let (topGain, topOfficers) = (max(gains.max() ?? 0, 1e-300), max(officers.max() ?? 0, 1e-300))
    let weights = rows.indices.map { gains[$0] / topGain + officers[$0] / topOfficers }
    let order = rows.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    return order.prefix(settings.indexed).filter { weights[$0] > 0 }.sorted()
  }
}

extension JointAppraisal {
  /// A plan whose regret is looked at.
  private struct Candidate {
    let subject: SensitivityOutcome.Regret.Subject?
    let treatment: Treatment
    let point: [Double]
    let sunk: Int
    let toStreet: Int
  }

  /// The objectives of the candidates less the least of all plans, as shares of that of the baseline.
  private struct Shortfall {
    let sample: Sample
    let regrets: [Double]
  }

  /// The plan of the least greatest regret, the found one and the treatments of the study.
  func regrets() -> (regrets: [SensitivityOutcome.Regret], samples: [Sample]) {
    guard settings.regretPoints > 0 else { return ([], []) }
    let candidates = owner.goal.limits.isEmpty ? candidates() : []
    let all = Array(assumptions.indices)
    let cube = LatinHypercube(count: settings.regretPoints, dimension: all.count, seed: seed)
    let box = box(all)
    let points = cube.points.map { box.point(at: $0) }
    let found = Parallel.map(points.count, threads: threads) { number in
      shortfall(appraisal(all, at: points[number]), candidates)
    }.compactMap(\.self)
    guard !candidates.isEmpty, !found.isEmpty else { return ([], found.map(\.sample)) }
    let rows = candidates.enumerated().map { place, candidate in
      let own = found.map { $0.regrets[place] }
      return SensitivityOutcome.Regret(
        subject: candidate.subject ?? .leastRegret, point: candidate.point, sunk: candidate.sunk,
        toStreet: candidate.toStreet, greatest: own.max() ?? 0,
        mean: own.reduce(0, +) / Double(own.count))
    }
    let named = zip(candidates, rows).filter { $0.0.subject != nil }.map(\.1)
    guard var least = rows.min(by: { ($0.greatest, $0.sunk) < ($1.greatest, $1.sunk) }) else {
      return (named, found.map(\.sample))
    }
    least.subject = .leastRegret
    return ([least] + named, found.map(\.sample))
  }

  private func shortfall(_ appraisal: PlanAppraisal?, _ candidates: [Candidate]) -> Shortfall? {
    guard let appraisal, let sample = owner.sample(appraisal) else { return nil }
    let scale = max(abs(appraisal.baselineObjective), 1e-12)
    let objectives = candidates.map {
      appraisal.standing(of: appraisal.outlook.world.plan(of: $0.treatment), at: $0.point).objective
    }
    let best = appraisal.baselineObjective - sample.bestGain * scale
    let least = min(best, objectives.min() ?? best)
    return Shortfall(sample: sample, regrets: objectives.map { ($0 - least) / scale })
  }

  /// The found plan, the treatments of the study in the space, and a grid over it.
  private func candidates() -> [Candidate] {
    let (world, space) = (owner.world, owner.space)
    var candidates = [candidate(owner.found, .found)]
    candidates += world.plans.compactMap { plan in
      space.point(of: plan, in: world).map { _ in candidate(plan.treatment, .treatment(plan.treatment.id)) }
    }
    var keys: Set<PlanKey> = []
    for point in gridPoints {
      let treatment = space.named(at: point)
      if keys.insert(PlanKey(world.plan(of: treatment))).inserted {
        candidates.append(candidate(treatment, nil))
      }
    }
    return candidates
  }

  private func candidate(
    _ treatment: Treatment, _ subject: SensitivityOutcome.Regret.Subject?
  ) -> Candidate {
    let plan = owner.world.plan(of: treatment)
    return Candidate(
      subject: subject, treatment: treatment,
      point: owner.space.values(in: treatment, of: owner.world.scenario), sunk: plan.sunk,
      toStreet: plan.toStreet)
  }

  /// Points over the space with the choices of the found plan: a grid over one or two shares; of more, all at the same share
  /// of their ranges.
  private var gridPoints: [[Double]] {
    let space = owner.space
    let shares = space.decisions.indices.filter { !space.decisions[$0].isChoice }
    let found = space.values(in: owner.found, of: owner.world.scenario)
    func levels(_ count: Int) -> [Double] { (0..<count).map { Double($0) / Double(max(count - 1, 1)) } }
    let first = levels(settings.regretLevels)
    let grid =
      shares.count == 2
      ? first.flatMap { one in levels(max(settings.regretLevels / 5, 2)).map { [one, $0] } }
      : first.map { level in shares.map { _ in level } }
    return grid.map { levels in
      var point = found
      for (index, level) in zip(shares, levels) {
        let range = space.decisions[index].range
        point[index] = range.lowerBound + level * (range.upperBound - range.lowerBound)
      }
      return point
    }
  }
}
