import DunjingExperiment
import DunjingScenario
import DunjingSimulation

extension Findings {
  /// Whether a treatment differs from the baseline only in how many officers go, from where and to where.
  static func variesOnlyRatio(_ id: String, baseline: Treatment?, among definitions: [Treatment]) -> Bool {
    guard let baseline, let treatment = definitions.first(where: { $0.id == id }) else { return false }
    return treatment.switches == baseline.switches && treatment.unitsPerFacility == baseline.unitsPerFacility
  }

  /// The treatment with the least mean harm index, the smaller ratio on a tie.
  static func leastHarm(_ treatments: [TreatmentResult]) -> TreatmentResult? {
    var best: (treatment: TreatmentResult, harm: Double)?
    for treatment in treatments {
      guard let harm = treatment.estimates.first(where: { $0.indicator == .harmIndex })?.mean, harm.isFinite
      else { continue }
      if let current = best, harm >= current.harm { continue }
      best = (treatment, harm)
    }
    return best?.treatment
  }

  /// The treatments whose interval of the harm difference overlaps that of the best.
  static func equals(
    of best: TreatmentResult?, among treatments: [TreatmentResult], baseline: String, count: Int
  ) -> [TreatmentResult] {
    guard let best, let own = harmInterval(best, baseline: baseline, count: count) else { return [] }
    return treatments.filter { treatment in
      guard treatment.id != best.id, let other = harmInterval(treatment, baseline: baseline, count: count)
      else { return false }
      return other.lowerBound <= own.upperBound && own.lowerBound <= other.upperBound
    }
  }

  /// The simultaneous interval of the harm difference; everything when replications give no interval.
  private static func harmInterval(
    _ treatment: TreatmentResult, baseline: String, count: Int
  ) -> ClosedRange<Double>? {
    if treatment.id == baseline { return 0...0 }
    guard let comparison = treatment.comparisons.first(where: { $0.indicator == .harmIndex }),
      comparison.difference.isFinite
    else { return nil }
    let half = comparison.simultaneousHalfWidth
    guard count > 1, half.isFinite else { return -Double.infinity...Double.infinity }
    return (comparison.difference - abs(half))...(comparison.difference + abs(half))
  }

  /// The treatments one curve goes through: one for each ratio, the baseline first.
  ///
  /// Where several treatments share a ratio, the one with the most common destination and source rule is taken; the
  /// others are drawn as points beside the line.
  var curve: [TreatmentResult] {
    let families = sinkTreatments.filter { $0.id != result.baseline }.compactMap { family(of: $0) }
    let counts = families.map { own in families.filter { $0 == own }.count }
    let common = zip(families, counts).max { $0.1 < $1.1 }?.0
    var line: [TreatmentResult] = []
    for treatment in sinkTreatments {
      guard treatment.id == result.baseline || family(of: treatment) == common else { continue }
      if line.contains(where: { $0.sinkRatio == treatment.sinkRatio }) { continue }
      line.append(treatment)
    }
    return line
  }

  private func family(of treatment: TreatmentResult) -> Family? {
    scenario.treatments.first { $0.id == treatment.id }.map {
      Family(streetShare: $0.streetShare, sourceRule: $0.sourceRule)
    }
  }

  private struct Family: Equatable {
    var streetShare: Double
    var sourceRule: SourceRule
  }
}
