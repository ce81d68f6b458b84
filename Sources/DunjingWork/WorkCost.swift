/// What the pieces of an experiment cost on the machine that planned it, measured on replication 0.
public struct WorkCost: Sendable, Equatable, Codable {
  /// Seconds of one core to read and compile the study, and to prove that the engine plays it as planned.
  public var startSeconds: Double
  /// Seconds of one core for a warm-up.
  public var warmUpSeconds: Double
  /// Seconds of one core for one treatment after the warm-up.
  public var treatmentSeconds: Double
  /// Bytes that the result of one treatment in one replication takes on disk.
  public var resultBytes: Int
  /// The largest memory of the process that measured this, in bytes.
  public var memoryBytes: Int

  /// Creates a cost.
  public init(
    startSeconds: Double, warmUpSeconds: Double, treatmentSeconds: Double, resultBytes: Int, memoryBytes: Int
  ) {
    (self.startSeconds, self.warmUpSeconds) = (startSeconds, warmUpSeconds)
    (self.treatmentSeconds, self.resultBytes) = (treatmentSeconds, resultBytes)
    self.memoryBytes = memoryBytes
  }

  /// Seconds of one core for a unit, without the start of the process that plays it.
  public func seconds(of unit: WorkUnit) -> Double {
    Double(unit.replications) * (warmUpSeconds + Double(unit.treatments) * treatmentSeconds)
  }

  /// Bytes on disk of the result of a unit.
  public func bytes(of unit: WorkUnit) -> Int {
    unit.replications * unit.treatments * resultBytes
  }
}
