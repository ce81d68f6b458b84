import DunjingExperiment
import DunjingScenario
import DunjingSimulation

extension Findings {
  /// The treatments of the sweep, by id: those that have everything but the ratio in common.
  ///
  /// Of the treatments with the switches and unit counts of the baseline, the largest group with one destination and
  /// source rule. Where no two go together there is no sweep, and all of them are compared by name.
  static func sweep(among definitions: [Treatment], baseline: Treatment?) -> (ids: Set<String>, isSweep: Bool)
  {
    guard let baseline else { return ([], false) }
    let alike = definitions.filter {
      $0.id != baseline.id && $0.switches == baseline.switches
        && $0.unitsPerFacility == baseline.unitsPerFacility
    }
    let families = alike.map(Family.init)
    let common = families.max { left, right in
      families.count { $0 == left } < families.count { $0 == right }
    }
    let members = alike.filter { Family($0) == common }
    let isSweep = members.count > 1 || alike.count == 1
    return (Set((isSweep ? members : alike).map(\.id)), isSweep)
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
  var curve: [TreatmentResult] {
    var line: [TreatmentResult] = []
    for treatment in sinkTreatments where !line.contains(where: { $0.sinkRatio == treatment.sinkRatio }) {
      line.append(treatment)
    }
    return line
  }

  /// What treatments of one sweep have in common.
  private struct Family: Equatable {
    var streetShare: Double
    var sourceRule: SourceRule
    var destinationRule: DestinationRule
    var countySinkRatio: Double

    init(_ treatment: Treatment) {
      streetShare = treatment.streetShare
      sourceRule = treatment.sourceRule
      destinationRule = treatment.destinationRule
      countySinkRatio = treatment.countySinkRatio
    }
  }
}
