import DunjingNumerics

/// Observed durations, some known only to lie in an interval or to exceed a bound.
///
/// Equal observations are kept once with their number, so that a sample of rounded values stays small.
public struct CensoredSample: Sendable, Equatable {
  /// Equal observations: exact where both bounds are the same, censored where the upper is infinite.
  public struct Group: Sendable, Equatable {
    /// The lower bound, in the unit of the sample.
    public let lower: Double
    /// The upper bound, in the same unit; infinite where the duration was still running.
    public let upper: Double
    /// How many observations are equal.
    public let count: Double
  }

  /// The observations, in increasing order.
  public private(set) var groups: [Group] = []
  /// The unit that all values were rounded to; nil where they were not.
  public private(set) var unit: Double?
  /// Sums over the exact observations.
  private(set) var exact = ExactSums()

  /// Creates a sample of exact values.
  /// - Precondition: all values are finite and not negative.
  /// - Complexity: O(n log n).
  public init(_ values: [Double]) {
    self.init(intervals: values.map { ($0, $0) })
  }

  /// Creates a sample of values rounded to the nearest multiple of a unit: a value v stands for v ± unit / 2.
  /// - Precondition: all values are finite and not negative, and the unit is positive.
  public init(_ values: [Double], roundedTo unit: Double) {
    precondition(unit > 0, "a unit of rounding is positive, not \(unit)")
    self.init(intervals: values.map { (max(0, $0 - 0.5 * unit), $0 + 0.5 * unit) })
    self.unit = unit
  }

  /// Creates a sample of intervals: exact values have equal bounds, censored ones an infinite upper one.
  /// - Precondition: 0 ≤ lower ≤ upper, and lower is finite.
  public init(intervals: [(lower: Double, upper: Double)]) {
    let sorted = intervals.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    for interval in sorted {
      precondition(
        interval.lower >= 0 && interval.lower.isFinite && interval.lower <= interval.upper,
        "an interval begins at a finite number of at least 0 and ends no earlier")
      if let last = groups.last, last.lower == interval.lower, last.upper == interval.upper {
        groups[groups.count - 1] = Group(lower: last.lower, upper: last.upper, count: last.count + 1)
      } else {
        groups.append(Group(lower: interval.lower, upper: interval.upper, count: 1))
      }
    }
    exact = ExactSums(groups)
  }

  /// The number of observations.
  public var count: Int { Int(groups.reduce(0) { $0 + $1.count }) }

  /// The number of observations that are not censored.
  public var eventCount: Int { Int(groups.reduce(0) { $1.upper < .infinity ? $0 + $1.count : $0 }) }

  /// Whether an observation was still running when it was last seen.
  public var isCensored: Bool { groups.contains { $0.upper == .infinity } }

  /// Whether all values are exact.
  public var isExact: Bool { groups.allSatisfy { $0.lower == $0.upper } }

  /// The observations that are not exact.
  var intervals: [Group] { groups.filter { $0.lower < $0.upper } }

  /// The values that stand for the observations in a first guess, each with its number.
  var guesses: [(value: Double, count: Double)] {
    groups.map { group in
      let middle = group.upper == .infinity ? group.lower : 0.5 * (group.lower + group.upper)
      return (middle > 0 ? middle : max(0.25 * group.upper, 1e-9), group.count)
    }
  }
}

/// What the likelihoods of exact values depend on.
struct ExactSums: Sendable, Equatable {
  var count = 0.0
  var sum = 0.0
  var logarithms = 0.0
  var squaredLogarithms = 0.0
  /// Each value's logarithm with its number.
  var values: [(logarithm: Double, count: Double)] = []
  var hasZero = false

  init() {}

  init(_ groups: [CensoredSample.Group]) {
    var sums = (NeumaierSum(), NeumaierSum(), NeumaierSum())
    for group in groups where group.lower == group.upper {
      guard group.lower > 0 else {
        hasZero = true
        continue
      }
      let logarithm = PortableMath.logarithm(group.lower)
      count += group.count
      sums.0.add(group.count * group.lower)
      sums.1.add(group.count * logarithm)
      sums.2.add(group.count * logarithm * logarithm)
      values.append((logarithm, group.count))
    }
    (sum, logarithms, squaredLogarithms) = (sums.0.value, sums.1.value, sums.2.value)
  }

  static func == (one: ExactSums, other: ExactSums) -> Bool {
    one.count == other.count && one.sum == other.sum && one.logarithms == other.logarithms
      && one.squaredLogarithms == other.squaredLogarithms && one.hasZero == other.hasZero
  }
}
