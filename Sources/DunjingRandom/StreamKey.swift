/// What a random stream is used for, so that one use never disturbs the numbers of another.
///
/// Rooms that draw numbers declare their purposes as static members; each raw value must be unique.
@frozen
public struct StreamPurpose: RawRepresentable, Hashable, Sendable {
  /// The number of the purpose.
  public let rawValue: UInt32

  /// Creates a purpose from its number.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

/// The full address of a random stream: the same key always gives the same numbers.
///
/// Keys make common random numbers possible: an incident has the same needs under every treatment, because
/// its numbers depend on who it is and not on how many numbers were drawn before.
@frozen
public struct StreamKey: Hashable, Sendable {
  /// The seed of the experiment.
  public var seed: UInt64
  /// The number of the replication.
  public var replication: Int
  /// What the numbers are used for.
  public var purpose: StreamPurpose
  /// The thing the numbers belong to: a grid, an incident, an officer.
  public var entity: UInt64

  /// Creates a key from its parts.
  @inlinable
  public init(seed: UInt64, replication: Int, purpose: StreamPurpose, entity: UInt64 = 0) {
    self.seed = seed
    self.replication = replication
    self.purpose = purpose
    self.entity = entity
  }

  /// Returns the same key for another entity.
  @inlinable
  public func with(entity: UInt64) -> StreamKey {
    var key = self
    key.entity = entity
    return key
  }
}
