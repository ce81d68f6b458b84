import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

extension Findings {
  /// The treatments of the sweep, by id: those that have everything but the ratio in common.
  ///
  /// Of the treatments with the switches and unit counts of the baseline, the largest group with one destination and
  /// source rule. Where no two go together there is no sweep, and all of them are compared by name.
  static func sweep(
    among definitions: [Treatment], baseline: Treatment?, by headline: WritableKeyPath<SinkRatio, Double>
  ) -> (ids: Set<String>, isSweep: Bool) {
    guard let baseline else { return ([], false) }
    let alike = definitions.filter {
      $0.id != baseline.id && $0.switches == baseline.switches
        && $0.unitsPerFacility == baseline.unitsPerFacility
    }
    let families = alike.map { Family($0, besides: headline) }
    let common = families.max { left, right in
      families.count { $0 == left } < families.count { $0 == right }
    }
    let members = zip(alike, families).filter { $1 == common }.map(\.0)
    let isSweep = members.count > 1 || alike.count == 1
    return (Set((isSweep ? members : alike).map(\.id)), isSweep)
  }

  /// The treatment with the least mean harm index, the smaller ratio on a tie; only one with a steady value.
  static func leastHarm(_ treatments: [TreatmentResult]) -> TreatmentResult? {
    var best: (treatment: TreatmentResult, harm: Double)?
    for treatment in treatments where treatment.isSteady(.harmIndex) {
      guard let harm = treatment.estimates.first(where: { $0.indicator == .harmIndex })?.mean, harm.isFinite
      else { continue }
      if let current = best, harm >= current.harm { continue }
      best = (treatment, harm)
    }
    return best?.treatment
  }

  /// How the harm of every other treatment differs from that of the best, by id: treatment minus best.
  ///
  /// The family is that of the differences to the baseline: one comparison for each treatment but the one they are
  /// compared with, whether or not it is ranked. Empty without a best and without intervals.
  static func harmAgainstBest(_ best: TreatmentResult?, _ result: ExperimentResult) -> [String:
    HarmDifference]
  {
    guard let best else { return [:] }
    let others = result.treatments.filter { $0.id != best.id && !$0.harmByReplication.isEmpty }
    guard
      let paired = PairedComparison(
        baseline: best.harmByReplication, treatments: others.map(\.harmByReplication),
        level: result.confidence),
      paired.differences.count == others.count
    else { return [:] }
    let differences = zip(others, paired.differences).map { other, difference in
      (
        other.id,
        HarmDifference(difference: difference.mean, halfWidth: difference.simultaneousInterval.halfWidth)
      )
    }
    return Dictionary(differences) { first, _ in first }
  }

  /// The treatments whose harm cannot be told from that of the best: the simultaneous interval of their paired
  /// difference to it holds zero. A treatment without such a difference is not among them; see ``uncompared``.
  static func equals(
    of best: TreatmentResult?, among treatments: [TreatmentResult], by differences: [String: HarmDifference]
  ) -> [TreatmentResult] {
    guard let best else { return [] }
    return treatments.filter { treatment in
      treatment.id != best.id && !treatment.harmByReplication.isEmpty && treatment.isSteady(.harmIndex)
        && differences[treatment.id]?.isSignificant == false
    }
  }

  /// The treatments of the sweep that are ranked, but have no paired difference to the best.
  var uncompared: [TreatmentResult] {
    sinkTreatments.filter {
      $0.id != best?.id && $0.isSteady(.harmIndex) && harmAgainstBest[$0.id] == nil
    }
  }

  /// Whether the best is known to be better than every other ratio tried.
  var isBestApart: Bool { plateau.isEmpty && uncompared.isEmpty }

  /// Whether a treatment differs from the baseline in no number of no replication.
  func isSameAsBaseline(_ treatment: TreatmentResult) -> Bool {
    let changes = treatment.comparisons
    return hasIntervals && !changes.isEmpty && changes.allSatisfy(\.isNothing)
  }

  /// Whether no treatment changes an indicator in any replication.
  func isUnchanged(_ indicator: Indicator) -> Bool {
    let changes = result.treatments.flatMap { $0.comparisons.filter { $0.indicator == indicator } }
    return hasIntervals && !changes.isEmpty && changes.allSatisfy(\.isNothing)
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
    var otherRatios: SinkRatio

    init(_ treatment: Treatment, besides headline: WritableKeyPath<SinkRatio, Double>) {
      streetShare = treatment.streetShare
      sourceRule = treatment.sourceRule
      destinationRule = treatment.destinationRule
      otherRatios = treatment.sinkRatio
      otherRatios[keyPath: headline] = 0
    }
  }
}

extension Comparison {
  /// Whether the two sides are the same in every replication.
  fileprivate var isNothing: Bool { difference == 0 && simultaneousHalfWidth == 0 }
}

/// The difference of a treatment's harm index to the least one.
struct HarmDifference: Sendable, Equatable {
  /// Treatment minus best.
  var difference: Double
  /// Half the width of the simultaneous interval.
  var halfWidth: Double

  /// Whether the interval leaves out zero.
  var isSignificant: Bool { abs(difference) > halfWidth }
}
