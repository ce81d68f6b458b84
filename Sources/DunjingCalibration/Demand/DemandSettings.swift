/// How demand is calibrated.
public struct DemandSettings: Sendable {
  /// How recorded kinds become kinds of the study.
  public var kinds = KindMap()
  /// Whether incidents that officers came upon count as demand.
  public var includesOnView = false
  /// Whether the study keeps its number of incidents, the records being a sample of them or a part: kinds with a record share
  /// among them what they had together, as recorded.
  public var keepsTotal = false
  /// The first and last day to use, as days since 1970-01-01; nil for all.
  public var bounds: ClosedRange<Int>?
  /// Hours that the clock skipped or showed twice.
  public var clockChanges: [ClockChange] = []
  /// The side of the cells that become grids where there is no study, in kilometers.
  public var cellKilometers = 1.0
  /// The greatest distance of a near repeat, in kilometers.
  public var nearKilometers = 0.2
  /// The longest time of a near repeat, in days.
  public var nearDays = 7.0
  /// How far positions are spread before excitation is fitted, in kilometers: incidents recorded at one address would
  /// otherwise have no distance at all.
  public var spreadKilometers = 0.05
  /// The most incidents that the near repeats are looked for in: the latest ones.
  public var nearLimit = 6_000
  /// Samples of each test of a fit.
  public var fitSamples = 99
  /// The seed of all draws.
  public var seed: UInt64 = 20_231_222

  /// Creates the usual settings.
  public init() {}
}
