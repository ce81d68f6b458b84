import DunjingLinear

/// The sites that cover demand, and as much of it as possible twice: BACOP.
///
/// Source: K. Hogan & C. ReVelle (1986), "Concepts and applications of backup coverage". Either every point has to be
/// covered once and the demand covered twice is maximized (BACOP 1), or the demand covered once and twice is weighed
/// against each other (BACOP 2): maximize Σ wᵢ ((1 − θ) yᵢ + θ uᵢ) with yᵢ + uᵢ ≤ sites that cover i and uᵢ ≤ yᵢ.
public struct BackupCoverage: LocationModel {
  /// What first coverage is worth beside backup.
  public enum FirstCoverage: Sendable, Equatable {
    /// Every point has to be covered; only backup counts.
    case required
    /// Backup counts by this share θ, first coverage by the rest.
    case weighed(backupShare: Double)
  }

  /// The points and who covers them.
  public let tier: CoverageTier
  /// What first coverage is worth.
  public let firstCoverage: FirstCoverage
  public let rules: SiteRules

  /// Creates the problem.
  /// - Precondition: the share of backup lies between 0 and 1; coverage and rules are of the same sites.
  public init(_ tier: CoverageTier, firstCoverage: FirstCoverage, rules: SiteRules) {
    if case .weighed(let share) = firstCoverage {
      precondition(share >= 0 && share <= 1, "the share of backup lies between 0 and 1")
    }
    precondition(tier.coverage.siteCount == rules.siteCount, "coverage and rules are of different sites")
    (self.tier, self.firstCoverage, self.rules) = (tier, firstCoverage, rules)
  }

  public var sense: LinearModel.Sense { .maximize }
  /// The points that no allowed site covers; all of them where first coverage is required, otherwise the weighted.
  public var unreachable: [Int] {
    needsAllPoints ? tier.coverage.uncoverablePoints(under: rules) : tier.unreachable(under: rules)
  }
  public var needsAllPoints: Bool { firstCoverage == .required }
  public var requiredCoverage: Coverage? { needsAllPoints ? tier.coverage : nil }

  private var worths: [Double] {
    switch firstCoverage {
    case .required: [0, 1]
    case .weighed(let share): [1 - share, share]
    }
  }

  public func program() -> LocationProgram {
    var program = LocationProgram(.maximize, rules)
    if needsAllPoints { program.requireCoverage(tier.coverage) }
    // A second unit may be worth more than the first; fractions of both would then pass for whole ones.
    program.addCounts(tier, inOrder: true, isWhole: true) { weight, most in
      worths.prefix(most).map { weight * $0 }
    }
    return program
  }

  public func objective(of sites: [Int]) -> Double? {
    let counts = tier.coverage.counts(by: sites)
    guard rules.allows(sites), !needsAllPoints || counts.allSatisfy({ $0 > 0 }) else { return nil }
    return worths[0] * tier.worth(of: counts) + worths[1] * tier.worth(of: counts, atLeast: 2)
  }
}

extension LocationProgram {
  /// Demands that some unit covers every point.
  mutating func requireCoverage(_ coverage: Coverage) {
    for point in 0..<coverage.pointCount {
      linear.addRow(coverage.sites(of: point).map { LinearTerm(units[Int($0)]) }, atLeast: 1)
    }
  }
}
