import DunjingScenario

/// How busy the units of a group are, and how evenly: the utilization of each unit, mean over replications.
///
/// Utilization is time on incidents, travel and paperwork included, as a share of the time on duty.
public struct GroupWorkload: Sendable, Equatable {
  /// The id of the group.
  public var id: String
  /// The name of the group.
  public var name: LocalizedText
  /// Units with duty.
  public var units: Int
  /// The mean over units, as a share of the time on duty.
  public var mean: Double
  /// The least busy unit, the quartiles and the busiest unit: five shares in order (Tukey, 1977).
  public var quartiles: [Double]

  /// Creates a workload out of the utilization of each unit; nil without units.
  public init?(id: String, name: LocalizedText, utilization: [Double]) {
    guard !utilization.isEmpty else { return nil }
    (self.id, self.name) = (id, name)
    units = utilization.count
    mean = utilization.reduce(0, +) / Double(utilization.count)
    let sorted = utilization.sorted()
    quartiles = [0, 0.25, 0.5, 0.75, 1].map { Self.quantile($0, of: sorted) }
  }

  /// The quantile of sorted numbers, linear between them.
  private static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    let place = probability * Double(sorted.count - 1)
    let (low, part) = (Int(place), place - place.rounded(.down))
    return low + 1 < sorted.count ? sorted[low] + part * (sorted[low + 1] - sorted[low]) : sorted[low]
  }
}
