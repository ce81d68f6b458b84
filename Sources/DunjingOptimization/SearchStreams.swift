import DunjingRandom

extension StreamPurpose {
  /// The draws of Latin hypercubes.
  static let latinHypercube = StreamPurpose(rawValue: 0x4f70_0001)
  /// The scrambling of Sobol sequences.
  static let sobolScrambling = StreamPurpose(rawValue: 0x4f70_0002)
  /// The points where a likelihood is first maximized from.
  static let likelihoodStart = StreamPurpose(rawValue: 0x4f70_0003)
  /// The candidates of a search.
  static let searchCandidate = StreamPurpose(rawValue: 0x4f70_0004)
  /// The seeds of the batches of a search.
  static let searchBatch = StreamPurpose(rawValue: 0x4f70_0008)
  /// Walks inside linear constraints.
  static let domainWalk = StreamPurpose(rawValue: 0x4f70_0005)
  /// The trajectories of Morris.
  static let morrisTrajectory = StreamPurpose(rawValue: 0x4f70_0006)
  /// The bootstrap of Sobol indices.
  static let indexBootstrap = StreamPurpose(rawValue: 0x4f70_0007)
}
