/// One row of the scorecard (考核): an indicator, how it is turned into points, and who answers for it.
///
/// Points = weight × (value − zero) / (full − zero), within 0 and the weight; the score of a plan is the sum of the
/// points in per cent of the sum of the weights.
public struct AssessmentItem: Sendable, Equatable {
  /// The indicator.
  public var indicator: Indicator
  /// Its weight.
  public var weight: Double
  /// The value that gives no points.
  public var zero: Double
  /// The value that gives all points; below ``zero`` where less is better.
  public var full: Double
  /// The unit that answers for it (责任单位).
  public var owner: LocalizedText

  /// The points of a value as a share of the weight, from 0 to 1.
  public func share(of value: Double) -> Double {
    min(1, max(0, (value - zero) / (full - zero)))
  }
}

/// The formula of the security index (安全感指数): a logistic function of response, visibility and incidence.
///
/// 1 / (1 + exp(−z)) with z = intercept + response · share within the target + visibility · visibility − incidence ·
/// incidents per 1,000 residents and year. An index to compare plans by, not a survey; all weights are assumptions.
public struct SecurityFormula: Sendable, Equatable {
  /// The constant of z, without a unit.
  public var intercept = 0.0
  /// Weight of the share (0 to 1) of incidents reached within the target.
  public var response = 1.5
  /// Weight of the visibility, a share from 0 to 1.
  public var visibility = 1.5
  /// Weight of one incident per 1,000 residents and year.
  public var incidence = 0.02
}
