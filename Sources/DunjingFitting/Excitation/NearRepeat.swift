import DunjingNumerics
import DunjingRandom

/// How many events follow an earlier one nearby within a time, beside how many would if times and places had nothing to do
/// with each other.
///
/// Source: G. Knox (1964), "The detection of space-time interactions"; S. D. Johnson et al. (2007), "Space-time patterns of
/// risk: a cross national assessment of residential burglary victimization", for the permutations.
public struct NearRepeat: Sendable, Equatable {
  /// The greatest distance, in the unit of the places.
  public let distance: Double
  /// The longest time, in the unit of the times.
  public let time: Double
  /// The share of events within both of an earlier one.
  public let share: Double
  /// The mean of that share over permutations of the times.
  public let expectedShare: Double
  /// The share of permutations with at least as many, with the observed order counted.
  public let probability: Double

  /// Counts the events; nil with fewer than two.
  /// - Parameters:
  ///   - events: in order of time.
  ///   - distance: the greatest distance of a near repeat, in the unit of the places.
  ///   - time: the longest time of a near repeat, in the unit of the times.
  ///   - permutations: how many.
  ///   - seed: of the streams of the permutations.
  /// - Complexity: O(permutations · pairs).
  public init?(
    _ events: [PlacedEvent], distance: Double, time: Double, permutations: Int = 99, seed: UInt64
  ) {
    guard events.count > 1 else { return nil }
    (self.distance, self.time) = (distance, time)
    let observed = Self.followers(events, distance, time)
    var (sum, exceeding) = (0, 0)
    for index in 0..<permutations {
      var stream = RandomStream(seed: seed, replication: index, purpose: .permutedTimes)
      var places = events
      for last in stride(from: places.count - 1, to: 0, by: -1) {
        places.swapAt(last, stream.nextInteger(below: last + 1))
      }
      let shuffled = zip(events, places).map { PlacedEvent(time: $0.time, x: $1.x, y: $1.y) }
      let count = Self.followers(shuffled, distance, time)
      sum += count
      if count >= observed { exceeding += 1 }
    }
    let total = Double(events.count)
    share = Double(observed) / total
    expectedShare = permutations > 0 ? Double(sum) / Double(permutations) / total : share
    probability = Double(exceeding + 1) / Double(permutations + 1)
  }

  private static func followers(_ events: [PlacedEvent], _ distance: Double, _ time: Double) -> Int {
    let starts = EventPairs(events, cutoff: time, reach: distance).starts
    return zip(starts, starts.dropFirst()).reduce(0) { $0 + ($1.0 < $1.1 ? 1 : 0) }
  }
}
