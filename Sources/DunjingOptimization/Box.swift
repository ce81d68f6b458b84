/// The numbers among which a search looks: an interval for each coordinate.
public struct Box: Sendable, Equatable, Codable {
  /// The least value of each coordinate.
  public let lower: [Double]
  /// The greatest value of each coordinate.
  public let upper: [Double]

  /// Creates a box.
  /// - Precondition: the arrays are equally long, and no lower bound is above its upper one.
  public init(lower: [Double], upper: [Double]) {
    precondition(
      lower.count == upper.count && zip(lower, upper).allSatisfy { $0 <= $1 && ($1 - $0).isFinite },
      "a box has a finite interval for each coordinate")
    (self.lower, self.upper) = (lower, upper)
  }

  /// The number of coordinates.
  public var dimension: Int { lower.count }

  /// Returns the point that lies at a share of each interval, from 0 to 1.
  public func point(at shares: [Double]) -> [Double] {
    shares.indices.map { lower[$0] + shares[$0] * (upper[$0] - lower[$0]) }
  }

  /// Returns the share of each interval at which a point lies; 0 in an interval of no length.
  public func shares(of point: [Double]) -> [Double] {
    point.indices.map { upper[$0] > lower[$0] ? (point[$0] - lower[$0]) / (upper[$0] - lower[$0]) : 0 }
  }
}
