import DunjingNumerics
import DunjingScenario

/// What a program averts of one kind of hazard, under one treatment.
public struct ProgramEffect: Sendable {
  /// The share it averts in the long run.
  let limit: Double
  /// Time constant in seconds; 0 acts at once.
  let buildUpSeconds: Double
  /// Whether the baseline has it too, so that it has been on for ever.
  let isEstablished: Bool

  /// The share averted some seconds after the implementation; nothing before.
  func share(after seconds: Double) -> Double {
    if isEstablished { return limit }
    guard seconds > 0 else { return 0 }
    return buildUpSeconds > 0 ? limit * (1 - PortableMath.exponential(-seconds / buildUpSeconds)) : limit
  }

  /// The programs of a treatment that act on each kind of hazard.
  static func all(of treatment: Treatment, in scenario: Scenario) -> [[ProgramEffect]] {
    let baseline = scenario.treatments.first { $0.id == scenario.experiment.baseline }?.programs ?? []
    return scenario.hazardKinds.map { hazard in
      scenario.programs.filter {
        treatment.programs.contains($0.id) && ($0.hazardKinds.isEmpty || $0.hazardKinds.contains(hazard.id))
      }.map {
        ProgramEffect(
          limit: $0.coverage * $0.reduction, buildUpSeconds: $0.buildUpDays * World.daySeconds,
          isEstablished: baseline.contains($0.id))
      }
    }
  }
}

extension TreatmentPlan {
  /// The share of hazards of a kind that the programs avert, some seconds after the implementation.
  ///
  /// Programs act independently: 1 − ∏ (1 − share).
  public func averted(hazard: Int, after seconds: Double) -> Double {
    1 - programs[hazard].reduce(1) { $0 * (1 - $1.share(after: seconds)) }
  }
}
