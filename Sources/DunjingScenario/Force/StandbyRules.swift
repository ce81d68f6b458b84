/// Where idle units are wanted, for the relocation policies that ask.
public struct StandbyRules: Sendable, Equatable {
  /// The ids of facilities in the order in which they are to be staffed, for ``RelocationPolicyName/priorityList`` and
  /// for a nested ``RelocationPolicyName/complianceTable``.
  public var order: [String] = []
  /// The rows of a table that is not nested; where there are any, `order` is not used.
  public var table: [ComplianceRow] = []
  /// Share of demand to be covered once within the target, for ``RelocationPolicyName/doubleStandard``.
  public var coveredShare = 0.9
  /// How many times the target the wider limit is within which everything is to be covered.
  public var widerFactor = 2.0
  /// The share of demand for which a minute's drive of one unit is worthwhile.
  public var minuteCost = 0.001
}

/// The facilities to staff while so many units are idle as it names.
public struct ComplianceRow: Sendable, Equatable {
  /// The ids of the facilities; one that stands in it twice is to have two units.
  public var posts: [String]
}
