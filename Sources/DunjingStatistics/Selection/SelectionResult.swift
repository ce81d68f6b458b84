/// How a selection procedure ended.
public enum SelectionStatus: String, Sendable, Equatable, Codable {
  /// One system is selected, and the guarantee holds.
  case selected
  /// The procedure would need more observations of a system than the limit: the guarantee does not hold.
  case limit
}

/// A procedure that selects the best of several systems with a guarantee.
public enum SelectionProcedure: String, Sendable, Equatable, Codable {
  /// Two stages, independent systems: ``Rinott``.
  case rinott
  /// Fully sequential, also under common random numbers: ``KimNelson``.
  case kimNelson
}

/// What a selection procedure found.
public struct SelectionResult: Sendable, Equatable, Codable {
  /// The procedure that was used.
  public let procedure: SelectionProcedure
  /// What it promises if its status is ``SelectionStatus/selected``.
  public let guarantee: SelectionGuarantee
  /// How it ended.
  public let status: SelectionStatus
  /// The observations used of each system.
  public let tallies: [Tally]
  /// The systems that were not eliminated, in increasing order; the best alone if one was selected.
  public let survivors: [Int]
  /// The selected system; without guarantee the survivor with the best mean.
  public let best: Int

  /// The number of observations of all systems together.
  public var observations: Int { tallies.reduce(0) { $0 + $1.count } }
}
