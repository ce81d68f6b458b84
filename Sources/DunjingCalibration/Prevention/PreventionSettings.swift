import DunjingScenario
import DunjingWorld

/// How prevention is calibrated.
public struct PreventionSettings: Sendable, Equatable {
  /// Sets of values that are looked at.
  public var samples = 4096
  /// The seed of their scrambling.
  public var seed: UInt64 = 1
  /// By how much a fall may depart from what it is to be, as a share of incidents: 0.02 are two percentage points.
  public var tolerance = 0.02
  /// Whether the largest falls are looked for by search; otherwise they are those of the study and of the best set of values.
  public var isSearching = true
  /// The share of the room for mediation up to which it counts as not short under the baseline: cases hardly wait below it.
  public var mediationLimit = 0.9
  /// The share of the falls that the plan is asked to explain: half, as crime moved elsewhere too; a choice, not a finding.
  public var attribution: ClosedRange<Double> = 0.5...0.5

  /// Creates settings with their usual values.
  public init() {}

  /// Settings that take no more than minutes: a study of many counties is looked at from fewer points.
  public init(for world: World) {
    seed = world.scenario.experiment.seed
    if world.counties.count > 8 { samples = 512 }
  }
}
