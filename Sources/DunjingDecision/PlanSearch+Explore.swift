import DunjingOptimization
import DunjingStatistics

extension PlanSearch {
  /// Plays the treatments of the scenario and the plans that the search proposes; nil if somebody stopped.
  func explore(_ samples: inout PlanSamples, _ progress: (Stage) -> Void) -> [PlanCandidate]? {
    let replications = 0..<settings.replications
    var found = Found(references)
    guard samples.play(found.candidates, replications),
      samples.objectives(of: samples.baseline, replications) != nil
    else { return nil }
    var search = BayesianSearch(
      domain: SearchDomain(box: space.box),
      options: SearchOptions(dimension: space.decisions.count, constraintCount: goal.limits.count), seed: seed
    )
    for candidate in found.candidates { tell(candidate, to: &search, samples) }
    let total = found.candidates.count + settings.evaluations
    var asked = 0
    // Shares that move the same officers cost nothing, but would go on for ever.
    while found.candidates.count < total, asked < 4 * settings.evaluations, !search.isConverged() {
      let points = search.ask(count: min(settings.batch, total - found.candidates.count))
      guard !points.isEmpty else { break }
      asked += points.count
      let batch = points.map(candidate(at:))
      guard samples.play(batch, replications) else { return nil }
      for candidate in batch {
        tell(candidate, to: &search, samples)
        found.add(candidate)
      }
      progress(
        .searching(
          plans: found.candidates.count, of: total, incumbent: incumbent(found.candidates, samples)))
    }
    return found.candidates
  }

  /// Plans that differ in whole officers, in the order in which they were found.
  private struct Found {
    private(set) var candidates: [PlanCandidate] = []
    private var keys: Set<String> = []

    init(_ candidates: [PlanCandidate]) {
      for candidate in candidates { add(candidate) }
    }

    mutating func add(_ candidate: PlanCandidate) {
      if keys.insert(candidate.key).inserted { candidates.append(candidate) }
    }
  }

  private func tell(_ candidate: PlanCandidate, to search: inout BayesianSearch, _ samples: PlanSamples) {
    let replications = 0..<settings.replications
    guard let point = candidate.point, let differences = samples.differences(of: candidate, replications)
    else {
      return
    }
    let excesses = goal.limits.compactMap {
      samples.excess(of: candidate, $0, replications).map(NoisyValue.init(sample:))
    }
    guard excesses.count == goal.limits.count else { return }
    let value = NoisyValue(sample: differences)
    search.tell(point, mean: value.mean, standardError: value.standardError, constraints: excesses)
  }

  /// The least mean difference of a plan that keeps the limits in the mean.
  private func incumbent(_ candidates: [PlanCandidate], _ samples: PlanSamples) -> Double? {
    let replications = 0..<settings.replications
    return candidates.compactMap { candidate -> Double? in
      let keepsLimits = goal.limits.allSatisfy {
        samples.excess(of: candidate, $0, replications).map { Tally($0).mean <= 0 } ?? false
      }
      return keepsLimits ? samples.differences(of: candidate, replications).map { Tally($0).mean } : nil
    }.min()
  }
}

extension NoisyValue {
  /// The mean of a sample and its standard error.
  init(sample: [Double]) {
    let tally = Tally(sample)
    self.init(mean: tally.mean, standardError: tally.standardError ?? 0)
  }
}
