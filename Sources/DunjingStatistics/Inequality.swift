/// Measures of how unevenly a quantity, such as mean response time, falls on areas.
public enum Inequality {
  /// Returns the Gini coefficient: 0 if all have the same, toward 1 if one has all.
  ///
  /// Each value may have a weight, such as its population. Nil if there is nothing to share, or a value or
  /// weight is negative. Source: C. Gini (1912), as twice the area between the diagonal and the Lorenz
  /// curve.
  public static func gini(_ values: [Double], weights: [Double]? = nil) -> Double? {
    guard let sorted = weighted(values, weights) else { return nil }
    let population = sorted.reduce(0) { $0 + $1.weight }
    let total = sorted.reduce(0) { $0 + $1.weight * $1.value }
    guard population > 0, total > 0, sorted.allSatisfy({ $0.value >= 0 }) else { return nil }
    var before = 0.0
    var area = 0.0
    for (value, weight) in sorted {
      let after = before + value * weight
      area += weight * (before + after)
      before = after
    }
    return max(0, 1 - area / (population * total))
  }

  /// Returns the mean of the largest tenth of the values, by weight; nil if there are none or a weight is
  /// negative.
  ///
  /// The value at the border counts with the part that belongs to the tenth.
  public static func worstDecileMean(_ values: [Double], weights: [Double]? = nil) -> Double? {
    guard let sorted = weighted(values, weights) else { return nil }
    let share = 0.1 * sorted.reduce(0) { $0 + $1.weight }
    guard share > 0 else { return nil }
    var missing = share
    var sum = 0.0
    for (value, weight) in sorted.reversed() where missing > 0 {
      let part = min(weight, missing)
      sum += part * value
      missing -= part
    }
    return sum / (share - max(0, missing))
  }

  /// The values in increasing order with their weights; nil if the numbers differ or a weight is negative.
  private static func weighted(
    _ values: [Double], _ weights: [Double]?
  ) -> [(value: Double, weight: Double)]? {
    let weights = weights ?? [Double](repeating: 1, count: values.count)
    guard values.count == weights.count, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    return order.map { (values[$0], weights[$0]) }
  }
}
