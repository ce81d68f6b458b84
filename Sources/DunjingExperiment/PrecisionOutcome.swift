import DunjingScenario

/// What became of a precision that was asked for.
public struct PrecisionOutcome: Sendable, Equatable {
  /// What was asked for.
  public var settings: PrecisionSettings
  /// Replications before the first look.
  public var pilot: Int
  /// Why no more replications were played.
  public var reason: StoppingReason
  /// What was reached, in the order of the settings.
  public var indicators: [ReachedPrecision]

  /// The indicators that are not as precise as asked for.
  public var imprecise: [ReachedPrecision] {
    indicators.filter { ($0.relativeHalfWidth ?? 0) > settings.relative }
  }
}

/// The precision that an indicator has reached.
public struct ReachedPrecision: Sendable, Equatable {
  /// The indicator.
  public var indicator: Indicator
  /// The largest half width among treatments, as a share; infinite against a mean of zero, and nil without data.
  public var relativeHalfWidth: Double?
}
