/// Which units can be sent, from where and how soon: what is looked through for every incident.
///
/// One array for each attribute, in the order of the units. A unit that cannot be sent has an infinite delay, so
/// that one loop without a branch gives every unit's time to arrive.
@frozen
public struct IdleBoard: Sendable {
  /// Seconds until the unit departs: acknowledgement and turnout; infinite while it cannot be sent.
  @usableFromInline var delay: [Double]
  /// Kilometers east of where it would start.
  @usableFromInline var x: [Double]
  /// Kilometers north of where it would start.
  @usableFromInline var y: [Double]
  /// Seconds for a kilometer.
  @usableFromInline var pace: [Double]
  /// Seconds until arrival at the place scanned last; infinite for a unit that cannot be sent.
  @usableFromInline var arrival: [Double]

  /// Creates a board on which nobody can be sent.
  public init(unitCount: Int) {
    delay = Array(repeating: .infinity, count: unitCount)
    x = Array(repeating: 0, count: unitCount)
    y = x
    pace = x
    arrival = delay
  }

  /// Notes that a unit can be sent from a point.
  @inlinable
  public mutating func post(_ unit: Int, x: Double, y: Double, delay: Double, pace: Double) {
    self.x[unit] = x
    self.y[unit] = y
    self.delay[unit] = delay
    self.pace[unit] = pace
  }

  /// Notes that a unit cannot be sent.
  @inlinable
  public mutating func withdraw(_ unit: Int) { delay[unit] = .infinity }

  /// Notes that a unit can be sent from where it was.
  @inlinable
  public mutating func restore(_ unit: Int, delay: Double) { self.delay[unit] = delay }

  /// Works out every unit's seconds until arrival at a point, right-angled.
  @inlinable
  public mutating func scanManhattan(toX pointX: Double, _ pointY: Double) {
    var result: [Double] = []
    swap(&result, &arrival)
    fill(&result, x: pointX, y: pointY)
    swap(&result, &arrival)
  }

  @inlinable
  func fill(_ result: inout [Double], x pointX: Double, y pointY: Double) {
    let (delay, x, y, pace) = (delay.span, x.span, y.span, pace.span)
    var arrival = result.mutableSpan
    let count = arrival.count
    precondition(delay.count == count && x.count == count && y.count == count && pace.count == count)
    for unit in 0..<count {
      let distance = abs(x[unchecked: unit] - pointX) + abs(y[unchecked: unit] - pointY)
      arrival[unchecked: unit] = delay[unchecked: unit] + distance * pace[unchecked: unit]
    }
  }

  /// The unit that arrives first at the place scanned last, and its seconds until then; ties go to the lower index.
  @inlinable
  public var soonest: (unit: Int, seconds: Double)? {
    let arrival = arrival.span
    let count = arrival.count
    var (first, second) = (Double.infinity, Double.infinity)
    var (firstUnit, secondUnit) = (-1, -1)
    var unit = 0
    while unit &+ 1 < count {
      let (a, b) = (arrival[unchecked: unit], arrival[unchecked: unit &+ 1])
      firstUnit = a < first ? unit : firstUnit
      first = a < first ? a : first
      secondUnit = b < second ? unit &+ 1 : secondUnit
      second = b < second ? b : second
      unit &+= 2
    }
    if unit < count && arrival[unchecked: unit] < first { (first, firstUnit) = (arrival[unchecked: unit], unit) }
    if second < first || (second == first && secondUnit < firstUnit) { (first, firstUnit) = (second, secondUnit) }
    return firstUnit < 0 ? nil : (firstUnit, first)
  }
}
