import DunjingScenario
import DunjingSimulation

extension Indicator {
  /// Its name with the unit of its levels, if they have one: the head of a column of ``interval(_:_:)``.
  public var columnHead: LocalizedText { nameWithUnit }

  /// A mean and the half width of its interval as the reports write them, such as `61.2% ±0.40`; that of a share is in
  /// percentage points.
  /// - Parameters:
  ///   - mean: the mean, in the unit of the results; nil is written as a dash.
  ///   - halfWidth: the half width; nil, as for a single replication, is left out.
  public func interval(_ mean: Double?, _ halfWidth: Double?) -> String {
    guard let mean else { return NumberText.missing }
    guard let halfWidth else { return bareLevel(mean) }
    return "\(bareLevel(mean)) ±\(bareHalfWidth(halfWidth, around: mean))"
  }
}
