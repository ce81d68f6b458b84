/// A piece of an experiment that is played in one go and written down in one file: some replications of some treatments.
public struct WorkUnit: Sendable, Equatable, Codable {
  /// Its number in the plan, from 1.
  public var number: Int
  /// The first replication, from 0.
  public var firstReplication: Int
  /// How many replications.
  public var replications: Int
  /// The position of the first treatment in the treatments of the plan, from 0.
  public var firstTreatment: Int
  /// How many treatments.
  public var treatments: Int

  /// Creates a unit.
  public init(
    number: Int, firstReplication: Int, replications: Int, firstTreatment: Int, treatments: Int
  ) {
    (self.number, self.firstReplication, self.replications) = (number, firstReplication, replications)
    (self.firstTreatment, self.treatments) = (firstTreatment, treatments)
  }

  /// The numbers of its replications.
  public var replicationNumbers: Range<Int> { firstReplication..<(firstReplication + replications) }

  /// The positions of its treatments.
  public var treatmentPositions: Range<Int> { firstTreatment..<(firstTreatment + treatments) }
}
