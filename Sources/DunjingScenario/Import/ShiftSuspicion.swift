/// Whether positions look like those of another, shifted system than the roads.
///
/// GCJ-02 and BD-09 move all positions of a city by about the same vector. Undoing a shift that was never applied moves them
/// away from the roads; undoing one that was applied brings them back. A shift is suspected if it brings the median distance from
/// the nearest road below half of what it is, and so many positions closer that a coin would do so once in a thousand
/// (sign test), all conversions and lists of positions that are tried taken together (Bonferroni). Positions in degrees, around
/// China, and at least eleven different ones are needed.
struct ShiftSuspicion {
  /// What is suspected.
  struct Finding: Equatable {
    /// The system in which the positions seem to be, and that of the roads; nil is WGS-84.
    var positions: ShiftedCoordinates?
    var roads: ShiftedCoordinates?
    /// The median distance from the nearest road in meters, as they are and after converting.
    var meters: Double
    var convertedMeters: Double
    /// The median length by which converting moves a position, in meters.
    var shiftMeters: Double
  }

  static let leastPositions = 11
  private static let mostPositions = 1_000
  private static let chance = 0.001

  private let distance: RoadDistance
  private let roadSystems: [ShiftedCoordinates?]
  /// The chance that a single try may have to be an accident.
  let level: Double

  /// - Parameters:
  ///   - roadsAreShiftable: whether the roads may be in a shifted system themselves.
  ///   - lists: how many lists of positions are looked at.
  init(_ roads: [ImportedNetwork.Segment], roadsAreShiftable: Bool, lists: Int = 1) {
    distance = RoadDistance(roads, .wgs84)
    roadSystems = roadsAreShiftable ? [nil, .gcj02, .bd09] : [nil]
    // Every system of the positions but that of the roads.
    let conversions = roadSystems.count * ShiftedCoordinates.allCases.count
    level = Self.chance / Double(conversions * max(lists, 1))
  }

  /// Returns the likeliest shift between positions and roads, or nil where there is no sign of one.
  func finding(_ positions: [Position]) -> Finding? {
    let sample = Self.sample(positions)
    guard sample.count >= Self.leastPositions else { return nil }
    let before = sample.map { distance.kilometers(from: $0) }
    let systems: [ShiftedCoordinates?] = [nil, .gcj02, .bd09]
    var best: Finding?
    for roads in roadSystems {
      for system in systems where system != roads {
        guard let finding = finding(sample, before, system, roads),
          finding.convertedMeters < best?.convertedMeters ?? .infinity
        else { continue }
        best = finding
      }
    }
    return best
  }

  private func finding(
    _ sample: [Position], _ before: [Double], _ system: ShiftedCoordinates?, _ roads: ShiftedCoordinates?
  ) -> Finding? {
    let moved = sample.map { Self.converted($0, from: system, to: roads) }
    let after = moved.map { distance.kilometers(from: $0) }
    let (median, converted) = (Self.median(before), Self.median(after))
    let closer = zip(before, after).count { $1 < $0 }
    let different = zip(before, after).count { $0 != $1 }
    guard converted < median / 2, Self.chance(of: closer, in: different) < level else { return nil }
    let ground = GroundDistance(system: .wgs84)
    let shift = Self.median(zip(sample, moved).map { ground.kilometers($0, $1) })
    return Finding(
      positions: system, roads: roads, meters: median * 1_000, convertedMeters: converted * 1_000,
      shiftMeters: shift * 1_000)
  }

  private static func converted(
    _ position: Position, from system: ShiftedCoordinates?, to other: ShiftedCoordinates?
  ) -> Position {
    var (x, y) = (position.x, position.y)
    if let system { (x, y) = system.wgs84(longitude: x, latitude: y) }
    if let other { (x, y) = other.shifted(longitude: x, latitude: y) }
    return Position(x: x, y: y)
  }

  /// Different positions around China, evenly over the list.
  private static func sample(_ positions: [Position]) -> [Position] {
    var seen: Set<[Int]> = []
    let different = positions.filter {
      ShiftedCoordinates.isAroundChina($0.x, $0.y)
        && seen.insert([Int(($0.x * 1e6).rounded()), Int(($0.y * 1e6).rounded())]).inserted
    }
    guard different.count > mostPositions else { return different }
    return (0..<mostPositions).map { different[$0 * different.count / mostPositions] }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// The probability that at least so many of a number of coins show heads.
  static func chance(of heads: Int, in coins: Int) -> Double {
    guard heads > 0 else { return 1 }
    var term = 1.0
    for _ in 0..<coins { term /= 2 }
    var sum = 0.0
    for number in 0...coins {
      if number >= heads { sum += term }
      term *= Double(coins - number) / Double(number + 1)
    }
    return min(sum, 1)
  }
}
