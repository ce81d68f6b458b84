/// How far patrol duties were fulfilled, and when units could be seen; means over replications.
public struct PatrolOutcome: Sendable, Equatable {
  /// Visits made as a share of those required (必到点到位率), by must-visit point in scenario order.
  public var pointRates: [Double] = []
  /// Passes made as a share of those required (必巡线完成率), by must-patrol line in scenario order.
  public var lineRates: [Double] = []
  /// Share of the demand in grids where a unit could be seen, by hour of the day; empty without observations.
  public var visibilityByHour: [Double] = []

  /// Creates an outcome; without arguments that of a study without patrol duties.
  public init(pointRates: [Double] = [], lineRates: [Double] = [], visibilityByHour: [Double] = []) {
    (self.pointRates, self.lineRates, self.visibilityByHour) = (pointRates, lineRates, visibilityByHour)
  }
}
