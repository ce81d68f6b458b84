import DunjingLinear

/// Why no plan satisfies the rules of a location model.
public enum PlanObstacle: Sendable, Equatable {
  /// More sites are fixed than a plan may have.
  case tooManyFixed
  /// No allowed site reaches these points, and a plan has to.
  case unreachable(points: [Int])
  /// To reach every point takes at least this many sites, the fixed ones included.
  case tooFewSites(needed: Int)
  /// The share of the demand that the sites can cover at best, less than the one asked for.
  case tooSmallShare(best: Double, needed: Double)
  /// Each demand can be met by itself, and not all of them at once, or not with the money.
  case together
}

extension LocationModel {
  /// Returns why no plan satisfies the rules, by the programs of single rules; for a model found infeasible.
  public func obstacle(
    by solver: any LinearSolver, _ options: SolveOptions = SolveOptions()
  ) -> PlanObstacle {
    if !rules.isConsistent { return .tooManyFixed }
    if needsAllPoints && !unreachable.isEmpty { return .unreachable(points: unreachable) }
    if let number = rules.number, let coverage = requiredCoverage {
      let cheapest = SetCovering(coverage, rules: rules.withoutLimits).plan(by: solver, options)
      if cheapest.status == .optimal && cheapest.sites.count > number {
        return .tooFewSites(needed: cheapest.sites.count)
      }
    }
    return shareObstacle(by: solver, options) ?? .together
  }

  /// Returns that the share asked for is out of reach; nil where none is asked for or it can be had.
  private func shareObstacle(by solver: any LinearSolver, _ options: SolveOptions) -> PlanObstacle? {
    guard let standard = self as? DoubleStandard, let most = standard.greatestShare(by: solver, options),
      most < standard.share
    else { return nil }
    return .tooSmallShare(best: most, needed: standard.share)
  }
}

extension DoubleStandard {
  /// Returns the greatest share of the demand that the units can cover within the short radius.
  func greatestShare(by solver: any LinearSolver, _ options: SolveOptions) -> Double? {
    let plan = MaximalCovering([near], rules: rules).plan(by: solver, options)
    let total = near.weights.reduce(0, +)
    return total > 0 ? plan.bound.map { $0 / total } : nil
  }
}
