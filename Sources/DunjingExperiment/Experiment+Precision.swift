import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension Experiment {
  /// The rule that adds replications; nil when their number is fixed.
  public var stoppingRule: StoppingRule? {
    precision.map { StoppingRule(pilot: replications, settings: $0) }
  }

  /// Returns whether replications, in the order of their numbers, are enough.
  public func decision(_ results: [[ReplicationResult]]) -> StoppingDecision {
    guard let precision, let rule = stoppingRule else {
      return results.count < replications
        ? .goOn(to: replications, expected: replications) : .stop(.replications)
    }
    let estimates = precision.indicators.flatMap { monitored($0, results, precision.target) }
    return rule.decision(estimates, played: results.count)
  }

  /// What became of the precision asked for; nil when none was, or when the rule would go on.
  func precisionOutcome(_ results: [[ReplicationResult]]) -> PrecisionOutcome? {
    guard let precision, case .stop(let reason) = decision(results) else { return nil }
    return PrecisionOutcome(
      settings: precision, pilot: replications, reason: reason,
      indicators: precision.indicators.map { indicator in
        let shares = monitored(indicator, results, precision.target).map(\.relativeHalfWidth)
        return ReachedPrecision(indicator: indicator, relativeHalfWidth: shares.max())
      })
  }

  /// The estimates of an indicator that have to be precise; none if the study has no data for it.
  private func monitored(
    _ indicator: Indicator, _ results: [[ReplicationResult]], _ target: PrecisionTarget
  ) -> [MonitoredEstimate] {
    switch target {
    case .difference where treatments.count > 1: monitoredDifferences(indicator, results)
    default: monitoredLevels(indicator, results)
    }
  }

  private func monitoredLevels(
    _ indicator: Indicator, _ results: [[ReplicationResult]]
  ) -> [MonitoredEstimate] {
    treatments.indices.compactMap { position in
      let tally = Tally(observations(results.map { $0[position][indicator] }))
      guard tally.count > 0 else { return nil }
      return MonitoredEstimate(
        tally, reference: tally.mean, level: world.scenario.experiment.confidence,
        replicationsPerObservation: replicationsPerObservation)
    }
  }

  /// Differences by the same replications and with the same simultaneous level as the comparisons printed.
  private func monitoredDifferences(
    _ indicator: Indicator, _ results: [[ReplicationResult]]
  ) -> [MonitoredEstimate] {
    let baseline = treatments.firstIndex(of: world.baseline) ?? 0
    let complete = results.map { replication -> [Double]? in
      let values = replication.compactMap { $0[indicator] }
      return values.count == treatments.count ? values : nil
    }
    let base = observations(complete.map { $0?[baseline] })
    guard !base.isEmpty else { return [] }
    let reference = Tally(base).mean
    let risk = (1 - world.scenario.experiment.confidence) / Double(treatments.count - 1)
    return treatments.indices.filter { $0 != baseline }.map { position in
      MonitoredEstimate(
        Tally(observations(complete.map { $0.map { $0[position] - $0[baseline] } })), reference: reference,
        level: 1 - risk, replicationsPerObservation: replicationsPerObservation)
    }
  }
}
