/// How an experiment is divided into units of work.
///
/// A unit is some replications of all treatments, as these share a warm-up. Only where a single replication takes longer
/// than ``longestSeconds`` are its treatments divided too; each part then plays the warm-up again.
public struct WorkDivision: Sendable, Equatable {
  /// The seconds of one core that a unit should take: long beside the start of a process, short beside what a broken
  /// machine may cost.
  public var wantedSeconds: Double
  /// The seconds of one core above which a single replication is divided.
  public var longestSeconds: Double
  /// The bytes that the results of a unit may take on disk, as all of them are in memory until it is written.
  public static let mostBytes = 20_000_000

  /// Creates a division: five minutes wanted, ten at most.
  /// - Precondition: both are positive, and what is wanted is not more than the longest.
  public init(wantedSeconds: Double = 300, longestSeconds: Double = 600) {
    precondition(
      wantedSeconds > 0 && longestSeconds >= wantedSeconds, "seconds of a unit have to be positive")
    (self.wantedSeconds, self.longestSeconds) = (wantedSeconds, longestSeconds)
  }

  /// Divides an experiment.
  /// - Parameters:
  ///   - replications: how many, at least one.
  ///   - treatments: how many, at least one.
  ///   - cost: what they cost; its times may be zero.
  /// - Returns: units that hold every treatment of every replication once, by replication, then treatment, numbered from 1.
  public func units(replications: Int, treatments: Int, cost: WorkCost) -> [WorkUnit] {
    precondition(replications > 0 && treatments > 0, "there is something to divide")
    let whole = cost.warmUpSeconds + Double(treatments) * cost.treatmentSeconds
    var units: [WorkUnit] = []
    func add(_ replications: Range<Int>, _ treatments: Range<Int>) {
      units.append(
        WorkUnit(
          number: units.count + 1, firstReplication: replications.lowerBound,
          replications: replications.count, firstTreatment: treatments.lowerBound,
          treatments: treatments.count))
    }
    guard whole > longestSeconds else {
      let most = Double(replications)
      let bytes = Double(Self.mostBytes) / Double(max(treatments * cost.resultBytes, 1))
      let fitting = min(most, max(1, bytes.rounded(.down)), max(1, (wantedSeconds / whole).rounded(.down)))
      for part in Self.parts(of: replications, largest: Int(fitting)) { add(part, 0..<treatments) }
      return units
    }
    let room = (wantedSeconds - cost.warmUpSeconds) / cost.treatmentSeconds
    let largest = room.isFinite ? Int(min(Double(treatments), max(1, room.rounded(.down)))) : treatments
    for replication in 0..<replications {
      for part in Self.parts(of: treatments, largest: largest) { add(replication..<(replication + 1), part) }
    }
    return units
  }

  /// Divides a count into as few parts as possible of at most some size, as equal as possible.
  private static func parts(of count: Int, largest: Int) -> [Range<Int>] {
    let number = (count + largest - 1) / largest
    return (0..<number).map { (count * $0 / number)..<(count * ($0 + 1) / number) }
  }
}
