/// A distribution given by points of its cumulative probability, straight between them.
///
/// The first point may carry a mass: its cumulative probability is the probability of exactly that value.
/// Equal neighboring values make a jump, so any discrete distribution can be written too.
/// Source: A. M. Law (2015), "Simulation Modeling and Analysis", §8.3.16, for grouped data.
@frozen
public struct EmpiricalDistribution: Sendable, Equatable {
  /// The values, in increasing order, in the caller's unit.
  public let values: [Double]
  /// The probability of not exceeding each value; increasing, the last one 1.
  public let cumulativeProbabilities: [Double]

  /// Creates a distribution from points, or nil if there are none, the numbers of both differ, either is not
  /// in order, a number is not finite, or the last probability is not 1.
  public init?(values: [Double], cumulativeProbabilities: [Double]) {
    guard values.count == cumulativeProbabilities.count, let first = cumulativeProbabilities.first,
      first >= 0, cumulativeProbabilities.last == 1, values.allSatisfy(\.isFinite),
      zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }),
      zip(cumulativeProbabilities, cumulativeProbabilities.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.values = values
    self.cumulativeProbabilities = cumulativeProbabilities
  }

  /// Creates the distribution that takes each observed value with equal probability; nil if there are none or
  /// one is not finite.
  public init?(observations: [Double]) {
    guard !observations.isEmpty, observations.allSatisfy(\.isFinite) else { return nil }
    let sorted = observations.sorted()
    var values: [Double] = []
    var probabilities: [Double] = []
    for (position, value) in sorted.enumerated() {
      let before = Double(position) / Double(sorted.count)
      if position > 0 {
        values.append(value)
        probabilities.append(before)
      }
      values.append(value)
      probabilities.append(position + 1 == sorted.count ? 1 : Double(position + 1) / Double(sorted.count))
    }
    self.init(values: values, cumulativeProbabilities: probabilities)
  }

  /// Returns the smallest value whose cumulative probability is at least `probability`.
  /// - Complexity: O(log n).
  @inlinable
  public func quantile(_ probability: Double) -> Double {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulativeProbabilities[middle] < probability { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return values[0] }
    let (before, after) = (cumulativeProbabilities[low - 1], cumulativeProbabilities[low])
    guard after > before else { return values[low] }
    return values[low - 1] + (probability - before) / (after - before) * (values[low] - values[low - 1])
  }

  /// Returns the probability of not exceeding `x`.
  public func cumulative(_ x: Double) -> Double {
    guard let next = values.firstIndex(where: { $0 > x }) else { return 1 }
    guard next > 0 else { return 0 }
    let share = (x - values[next - 1]) / (values[next] - values[next - 1])
    let before = cumulativeProbabilities[next - 1]
    return before + share * (cumulativeProbabilities[next] - before)
  }

  /// The mean.
  public var mean: Double {
    expectation(atPoint: { $0 }, overSegment: { 0.5 * ($0 + $1) })
  }

  /// The variance.
  public var variance: Double {
    let center = mean
    return expectation(
      atPoint: { ($0 - center) * ($0 - center) },
      overSegment: {
        let (a, b) = ($0 - center, $1 - center)
        return (a * a + a * b + b * b) / 3
      })
  }

  private func expectation(
    atPoint: (Double) -> Double, overSegment: (Double, Double) -> Double
  ) -> Double {
    var sum = cumulativeProbabilities[0] * atPoint(values[0])
    for index in values.indices.dropFirst() {
      let mass = cumulativeProbabilities[index] - cumulativeProbabilities[index - 1]
      sum += mass * overSegment(values[index - 1], values[index])
    }
    return sum
  }
}
