/// What the falls come to under one set of values.
public struct PreventionSample: Sendable, Equatable {
  /// The values, by parameter.
  public var values: [Double]
  /// The falls as shares of the incidents without the plan, by target.
  public var falls: [Double]
  /// Effective visits per mean incubation v·p·q·τ under the baseline, by target: of the hazard kind that most of its
  /// incidents grow from.
  public var visits: [Double]
  /// The share of incidents that grows from hazards under the baseline, by target; climbs of such incidents are among it.
  public var shares: [Double]
  /// The share of the room for mediation that is used under the baseline, on average over the counties by demand.
  public var mediationLoad: Double
  /// The relative growth of effective visits, on average over the measured time.
  public var gain: Double
}
