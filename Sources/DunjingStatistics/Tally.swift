/// The count, mean, variance and range of observations, in constant memory.
///
/// Source: B. P. Welford (1962) for single observations; T. F. Chan, G. H. Golub & R. J. LeVeque (1979) for
/// merging.
@frozen
public struct Tally: Sendable, Equatable, Codable {
  @usableFromInline var number = 0
  @usableFromInline var center = 0.0
  @usableFromInline var squares = 0.0
  @usableFromInline var lowest = 0.0
  @usableFromInline var highest = 0.0

  /// Creates a tally without observations.
  @inlinable
  public init() {}

  /// Creates the tally of some observations.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds one observation.
  @inlinable
  public mutating func add(_ value: Double) {
    number += 1
    let difference = value - center
    center += difference / Double(number)
    squares += difference * (value - center)
    lowest = number == 1 ? value : min(lowest, value)
    highest = number == 1 ? value : max(highest, value)
  }

  /// Adds all observations of another tally.
  @inlinable
  public mutating func merge(_ other: Tally) {
    guard other.number > 0 else { return }
    guard number > 0 else {
      self = other
      return
    }
    let total = Double(number + other.number)
    let difference = other.center - center
    center += difference * Double(other.number) / total
    squares += other.squares + difference * difference * Double(number) * Double(other.number) / total
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
    number += other.number
  }

  /// The number of observations.
  @inlinable
  public var count: Int { number }

  /// The mean of the observations, in their unit; zero if there are none.
  @inlinable
  public var mean: Double { center }

  /// The sum of the observations, in their unit.
  public var sum: Double { mean * Double(count) }

  /// The unbiased sample variance; nil with fewer than two observations.
  public var variance: Double? { count < 2 ? nil : squares / Double(count - 1) }

  /// The square root of ``variance``.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// The standard error of the mean of independent observations; nil with fewer than two.
  public var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }

  /// The smallest observation; nil if there are none.
  public var minimum: Double? { count == 0 ? nil : lowest }

  /// The largest observation; nil if there are none.
  public var maximum: Double? { count == 0 ? nil : highest }
}
