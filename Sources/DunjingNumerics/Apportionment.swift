/// Sharing out whole things in proportion to weights.
public enum Apportionment {
  /// Returns whole parts of a total in proportion to weights: the method of the largest remainder (Hamilton, 1792), ties
  /// to the first; zeros where all weights are zero.
  /// - Precondition: `total` ≥ 0; weights are nonnegative.
  public static func largestRemainder(of total: Int, weights: [Double]) -> [Int] {
    precondition(total >= 0, "a total of \(total) cannot be shared out")
    let sum = NeumaierSum(weights).value
    guard sum > 0 else { return weights.map { _ in 0 } }
    let quotas = weights.map { Double(total) * $0 / sum }
    var counts = quotas.map { Int($0.rounded(.down)) }
    let rests = quotas.indices.map { quotas[$0] - Double(counts[$0]) }
    let order = quotas.indices.sorted { (-rests[$0], $0) < (-rests[$1], $1) }
    for index in order.prefix(max(0, total - counts.reduce(0, +))) { counts[index] += 1 }
    return counts
  }
}
