/// The values of a quantity over the sets that fit.
public struct FittingRange: Sendable, Equatable {
  /// The least and the greatest.
  public let all: ClosedRange<Double>
  /// The middle nine tenths of them.
  public let middle: ClosedRange<Double>

  /// Creates the range of some values; nil without any.
  public init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    all = first...last
    middle = Self.quantile(0.05, of: sorted)...Self.quantile(0.95, of: sorted)
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
