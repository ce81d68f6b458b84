import DunjingOptimization
import DunjingStatistics

extension PlanSearch {
  /// Plays the treatments of the scenario, the plan that is best by the outlook, the plans that the search proposes, and
  /// the surroundings of the best; nil if somebody stopped.
  func explore(
    _ samples: inout PlanSamples, from analytic: AnalyticOptimum?, _ progress: (Stage) -> Void
  ) -> [PlanCandidate]? {
    var found = Found(references)
    for point in (analytic.map(way) ?? []) + frontPoints(count: Self.frontCount) {
      found.add(candidate(at: point))
    }
    guard playFirst(found.candidates, &samples, progress),
      samples.objectives(of: samples.baseline, searchReplications) != nil,
      searchBroadly(&found, &samples, progress)
    else { return nil }
    for _ in 0..<Self.roundsAroundBest {
      guard let best = incumbent(found.candidates, samples)?.candidate, let point = best.point else { break }
      let batch = surroundings(of: point).map(candidate(at:)).filter { !found.has($0) }
      guard samples.play(batch, searchReplications) else { return nil }
      for candidate in batch { found.add(candidate) }
      progress(stage(found, of: found.candidates.count, samples))
      if incumbent(found.candidates, samples)?.candidate.key == best.key { break }
    }
    return found.candidates
  }

  /// Plays the plans that are known before the search, some at a time, so that people who wait see it go on; false if somebody
  /// stopped.
  private func playFirst(
    _ candidates: [PlanCandidate], _ samples: inout PlanSamples, _ progress: (Stage) -> Void
  ) -> Bool {
    let total = candidates.count + settings.evaluations
    for start in stride(from: 0, to: candidates.count, by: settings.batch) {
      progress(.searching(plans: start, of: total, incumbent: nil))
      let some = Array(candidates[start..<min(start + settings.batch, candidates.count)])
      guard samples.play(some, searchReplications) else { return false }
    }
    progress(.searching(plans: candidates.count, of: total, incumbent: nil))
    return true
  }

  /// The replications that judge plans during the search.
  var searchReplications: Range<Int> { 0..<settings.replications }

  /// The plan that is best by the outlook; where decisions are many, also plans on the way to it from the baseline and
  /// beyond, as the outlook knows the direction better than the distance.
  private func way(to optimum: AnalyticOptimum) -> [[Double]] {
    guard space.decisions.count > Self.fewDecisions, let start = baseline.point else {
      return [optimum.point]
    }
    return [optimum.point]
      + [0.5, 0.75, 1.25].map { part in
        zip(start, optimum.point).enumerated().map { index, ends in
          min(max(ends.0 + part * (ends.1 - ends.0), space.box.lower[index]), space.box.upper[index])
        }
      }
  }

  /// Plans of the front that are simulated before the search proposes any.
  private static let frontCount = 8
  /// Decisions that can be turned one by one.
  private static let fewDecisions = 4
  /// Decisions up to which the search looks at all of the space at once.
  private static let manyDecisions = 20

  /// Lets a search propose plans; false if somebody stopped.
  private func searchBroadly(
    _ found: inout Found, _ samples: inout PlanSamples, _ progress: (Stage) -> Void
  ) -> Bool {
    let domain = space.domain
    // What the outlook tells takes the place of a first design.
    let options = SearchOptions(
      dimension: space.decisions.count, initialCount: forecaster == nil ? nil : 0,
      constraintCount: goal.limits.count, prior: forecaster == nil ? nil : .shifted)
    if space.decisions.count > Self.manyDecisions {
      var search = TrustRegionSearch(domain: domain, options: options, seed: seed)
      return propose(with: &search, until: { _ in false }, &found, &samples, progress)
    }
    var search = BayesianSearch(domain: domain, options: options, seed: seed)
    return propose(with: &search, until: { $0.isConverged() }, &found, &samples, progress)
  }

  private func propose<Search: AskTellSearch>(
    with search: inout Search, until isConverged: (Search) -> Bool, _ found: inout Found,
    _ samples: inout PlanSamples, _ progress: (Stage) -> Void
  ) -> Bool {
    for candidate in found.candidates { tell(candidate, to: &search, samples) }
    let total = found.candidates.count + settings.evaluations
    let priorMean = forecaster.map { forecaster in
      { (point: [Double]) in forecaster.forecast(at: point)?.difference ?? 0 }
    }
    var asked = 0
    // Shares that move the same officers cost nothing, but would go on for ever.
    while found.candidates.count < total, asked < 4 * settings.evaluations, !isConverged(search) {
      let points = search.ask(
        count: min(settings.batch, total - found.candidates.count), priorMean: priorMean)
      guard !points.isEmpty else { break }
      asked += points.count
      let batch = points.map(candidate(at:))
      guard samples.play(batch, searchReplications) else { return false }
      let known = found.candidates.count
      // A plan that is known tells nothing new, however often it is asked for.
      for candidate in batch where !found.has(candidate) {
        tell(candidate, to: &search, samples)
        found.add(candidate)
      }
      if found.candidates.count > known { progress(stage(found, of: total, samples)) }
    }
    return true
  }

  private func stage(_ found: Found, of total: Int, _ samples: PlanSamples) -> Stage {
    .searching(
      plans: found.candidates.count, of: total, incumbent: incumbent(found.candidates, samples)?.difference)
  }

  private static let roundsAroundBest = 3

  /// Points around one: steps of each share, or of all together where there are many, and every other choice.
  ///
  /// The search stops where a better plan is no longer promised; where the plateau ends is seen only from plans on both
  /// sides of the best.
  func surroundings(of point: [Double]) -> [[Double]] {
    let box = space.box
    let steps = [-0.12, -0.06, -0.03, 0.03, 0.06, 0.12]
    func moved(_ coordinates: [Int], by step: Double) -> [Double] {
      var near = point
      for coordinate in coordinates {
        let (low, high) = (box.lower[coordinate], box.upper[coordinate])
        near[coordinate] = min(max(point[coordinate] + step * (high - low), low), high)
      }
      return near
    }
    let shares = point.indices.filter { !space.decisions[$0].isChoice }
    let groups = shares.count <= Self.fewDecisions ? shares.map { [$0] } : [shares]
    return groups.flatMap { group in steps.map { moved(group, by: $0) } } + otherChoices(at: point)
  }

  /// Plans that differ in whole officers, in the order in which they were found.
  private struct Found {
    private(set) var candidates: [PlanCandidate] = []
    private var keys: Set<String> = []

    init(_ candidates: [PlanCandidate]) {
      for candidate in candidates { add(candidate) }
    }

    func has(_ candidate: PlanCandidate) -> Bool { keys.contains(candidate.key) }

    mutating func add(_ candidate: PlanCandidate) {
      if keys.insert(candidate.key).inserted { candidates.append(candidate) }
    }
  }

  private func tell<Search: AskTellSearch>(
    _ candidate: PlanCandidate, to search: inout Search, _ samples: PlanSamples
  ) {
    guard let point = candidate.point,
      let differences = samples.differences(of: candidate, searchReplications)
    else { return }
    let excesses = goal.limits.compactMap {
      samples.excess(of: candidate, $0, searchReplications).map(NoisyValue.init(sample:))
    }
    guard excesses.count == goal.limits.count else { return }
    let value = NoisyValue(sample: differences)
    search.tell(
      point, mean: value.mean, standardError: value.standardError, constraints: excesses,
      priorMean: forecaster.map { $0.forecast(candidate.plan)?.difference ?? 0 })
  }

  /// The plan with the least mean difference of those that keep the limits in the mean.
  private func incumbent(
    _ candidates: [PlanCandidate], _ samples: PlanSamples
  ) -> (candidate: PlanCandidate, difference: Double)? {
    let values = candidates.compactMap { candidate -> (candidate: PlanCandidate, difference: Double)? in
      guard keepsLimits(candidate, samples, searchReplications) else { return nil }
      return samples.differences(of: candidate, searchReplications).map { (candidate, mean($0)) }
    }
    return values.min { $0.difference < $1.difference }
  }
}

extension NoisyValue {
  /// The mean of a sample and its standard error.
  init(sample: [Double]) {
    let tally = Tally(sample)
    self.init(mean: tally.mean, standardError: tally.standardError ?? 0)
  }
}
