import DunjingScenario

/// What happens to incidents of one class in one part, added up over its grids by their share of the demand; a vector, so
/// that sums of different loads can be interpolated.
struct ResponseSums: Sendable {
  /// Width of a bin of ``histogram`` in seconds.
  static let binSeconds = 10.0
  private static let bins = 361
  private static let classes = AreaClass.allCases.count
  /// The numbers of the vector.
  static let count = 3 * classes + 1 + bins

  var values = [Double](repeating: 0, count: count)

  /// The share of incidents, by area class, that are reached within the target.
  func within(_ areaClass: Int) -> Double { values[areaClass] }
  /// The share of incidents, by area class, that are reached within five minutes.
  func withinFive(_ areaClass: Int) -> Double { values[Self.classes + areaClass] }
  /// The share of incidents, by area class, that have a unit to go at once.
  func reached(_ areaClass: Int) -> Double { values[2 * Self.classes + areaClass] }
  /// Seconds from the order to the arrival, as a sum.
  var seconds: Double { values[3 * Self.classes] }
  /// Incidents by response time on the clock of the targets; the last bin has everything longer.
  var histogram: ArraySlice<Double> { values[(3 * Self.classes + 1)...] }

  /// Adds the chance of an arrival some seconds after the order, on a clock that began earlier.
  mutating func add(_ weight: Double, seconds: Double, origin: Double, target: Double, areaClass: Int) {
    let response = seconds + origin
    if response <= target { values[areaClass] += weight }
    if response <= 300 { values[Self.classes + areaClass] += weight }
    values[2 * Self.classes + areaClass] += weight
    values[3 * Self.classes] += weight * seconds
    let bin =
      response < Double(Self.bins - 1) * Self.binSeconds ? Int(response / Self.binSeconds) : Self.bins - 1
    values[3 * Self.classes + 1 + bin] += weight
  }

  /// Adds other sums, each multiplied by a weight.
  mutating func add(_ other: ResponseSums, weight: Double) {
    for index in values.indices { values[index] += weight * other.values[index] }
  }
}
