/// The variance between and within groups of equal size, in the one-way model with random effects.
///
/// Source: S. R. Searle, G. Casella & C. E. McCulloch (1992), "Variance Components", section 3.5 (the estimators of the
/// analysis of variance); B. E. Ankenman & B. L. Nelson (2012), "A quick assessment of input uncertainty".
public struct VarianceComponents: Sendable, Equatable {
  /// Groups with a value for every member.
  public let groups: Int
  /// Members of a group.
  public let size: Int
  /// The variance of the means of groups, less what chance within the groups adds to it; not below zero.
  public let between: Double
  /// The variance within groups.
  public let within: Double

  /// Estimates both from groups of equal size.
  /// - Returns: Nil with fewer than two groups or two members.
  public init?(_ groups: [[Double]]) {
    guard let size = groups.first?.count, size > 1, groups.count > 1 else { return nil }
    precondition(groups.allSatisfy { $0.count == size }, "groups have to be of one size")
    let tallies = groups.map { Tally($0) }
    within = tallies.reduce(0) { $0 + ($1.variance ?? 0) } / Double(groups.count)
    between = max(0, (Tally(tallies.map(\.mean)).variance ?? 0) - within / Double(size))
    (self.groups, self.size) = (groups.count, size)
  }
}
