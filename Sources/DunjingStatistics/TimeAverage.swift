/// The average over time of a quantity that changes by jumps, such as a number of busy units.
@frozen
public struct TimeAverage: Sendable, Equatable, Codable {
  @usableFromInline var beginning: Double
  @usableFromInline var lastChange: Double
  @usableFromInline var area = 0.0
  @usableFromInline var current: Double
  @usableFromInline var highest: Double

  /// Creates an average that begins at a time with a value.
  @inlinable
  public init(startingAt time: Double = 0, value: Double = 0) {
    beginning = time
    lastChange = time
    current = value
    highest = value
  }

  /// The value since the last change.
  @inlinable
  public var value: Double { current }

  /// The largest value since the beginning.
  @inlinable
  public var maximum: Double { highest }

  /// Records that the quantity has a new value from `time` on.
  /// - Precondition: `time` is not before the last change.
  @inlinable
  public mutating func update(to newValue: Double, at time: Double) {
    advance(to: time)
    current = newValue
    highest = max(highest, newValue)
  }

  /// Records that the quantity changes by `change` at `time`.
  @inlinable
  public mutating func add(_ change: Double, at time: Double) {
    update(to: current + change, at: time)
  }

  /// Forgets the past, as at the end of a warm-up, and keeps the present value.
  @inlinable
  public mutating func restart(at time: Double) {
    self = TimeAverage(startingAt: time, value: current)
  }

  /// Returns the integral of the quantity from the beginning until `time`.
  @inlinable
  public func integral(until time: Double) -> Double {
    area + current * (time - lastChange)
  }

  /// Returns the average from the beginning until `time`; nil if no time has passed.
  @inlinable
  public func average(until time: Double) -> Double? {
    time > beginning ? integral(until: time) / (time - beginning) : nil
  }

  @inlinable
  mutating func advance(to time: Double) {
    precondition(time >= lastChange, "cannot record at \(time): the last change was at \(lastChange)")
    area += current * (time - lastChange)
    lastChange = time
  }
}
