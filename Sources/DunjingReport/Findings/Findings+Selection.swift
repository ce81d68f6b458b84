import DunjingExperiment
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

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

  /// The treatments whose harm cannot be told from that of the best: the simultaneous interval of their paired
  /// difference to it holds zero. Without intervals nothing can be told apart.
  static func equals(
    of best: TreatmentResult?, among treatments: [TreatmentResult], confidence: Double
  ) -> [TreatmentResult] {
    guard let best else { return [] }
    let others = treatments.filter {
      $0.id != best.id && !$0.harmByReplication.isEmpty && $0.isSteady(.harmIndex)
    }
    guard
      let paired = PairedComparison(
        baseline: best.harmByReplication, treatments: others.map(\.harmByReplication), level: confidence),
      paired.differences.count == others.count
    else { return others }
    return zip(others, paired.differences).filter { _, difference in
      abs(difference.mean) <= difference.simultaneousInterval.halfWidth
    }.map(\.0)
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

    init(_ treatment: Treatment) {
      streetShare = treatment.streetShare
      sourceRule = treatment.sourceRule
      destinationRule = treatment.destinationRule
      otherRatios = treatment.sinkRatio
      otherRatios.agency = 0
    }
  }
}
