import DunjingStatistics

/// The values of a quantity over the sets that fit.
public struct FittingRange: Sendable, Equatable {
  /// The least and the greatest, in the unit of the quantity.
  public let all: ClosedRange<Double>
  /// The middle nine tenths of them, in the same unit.
  public let middle: ClosedRange<Double>

  /// Creates the range of some values; nil without any.
  public init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last,
      let low = Quantile.ofSorted(sorted, at: 0.05), let high = Quantile.ofSorted(sorted, at: 0.95)
    else { return nil }
    (all, middle) = (first...last, low...high)
  }
}
