/// The one definition of a quantile used everywhere, in samples and histograms.
///
/// Definition 7 of R. J. Hyndman & Y. Fan (1996), "Sample quantiles in statistical packages": with the sorted
/// observations x₀ … xₙ₋₁ the quantile of p lies at position (n − 1) p, linearly between two observations.
/// So 0 gives the smallest, ½ the usual median, and 1 the largest.
public enum Quantile {
  /// Returns the quantile of observations in any order; nil if there are none or p is outside [0, 1].
  public static func of(_ values: [Double], at probability: Double) -> Double? {
    ofSorted(values.sorted(), at: probability)
  }

  /// Returns the quantile of observations in increasing order; nil if there are none or p is outside [0, 1].
  public static func ofSorted(_ sorted: [Double], at probability: Double) -> Double? {
    guard !sorted.isEmpty, probability >= 0, probability <= 1 else { return nil }
    let (index, fraction) = position(of: probability, among: sorted.count)
    return fraction == 0 ? sorted[index] : sorted[index] + fraction * (sorted[index + 1] - sorted[index])
  }

  /// The observation at or below the quantile, and how far it lies toward the next.
  static func position(of probability: Double, among count: Int) -> (index: Int, fraction: Double) {
    let position = Double(count - 1) * probability
    let index = min(Int(position), count - 1)
    return index == count - 1 ? (index, 0) : (index, position - Double(index))
  }
}
