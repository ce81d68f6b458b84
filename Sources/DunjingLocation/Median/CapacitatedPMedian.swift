import DunjingLinear

/// The sites with the least weighted travel when each can take only so much demand, each point going to one site.
///
/// The capacitated p-median problem with single assignment; source: J. M. Mulvey & M. P. Beck (1984), "Solving
/// capacitated clustering problems". Minimize Σ wᵢ tᵢⱼ xᵢⱼ subject to Σⱼ xᵢⱼ = 1, Σᵢ wᵢ xᵢⱼ ≤ Qⱼ yⱼ and xᵢⱼ ≤ yⱼ. All
/// weighted points have to be assigned.
public struct CapacitatedPMedian: LocationModel {
  /// The minutes from sites to points.
  public let travel: TravelMatrix
  /// The weight of each point, which is also the capacity that it takes.
  public let weights: [Double]
  /// The demand that each site can take, in the unit of the weights.
  public let capacities: [Double]
  public let rules: SiteRules

  /// Creates the problem.
  /// - Precondition: all parts are of the same sites and points, and no number is negative.
  public init(_ travel: TravelMatrix, weights: [Double], capacities: [Double], rules: SiteRules) {
    precondition(
      travel.siteCount == rules.siteCount && travel.pointCount == weights.count
        && capacities.count == rules.siteCount, "the parts are of different sites or points")
    precondition((weights + capacities).allSatisfy { $0 >= 0 }, "weights and capacities cannot be negative")
    (self.travel, self.weights, self.capacities, self.rules) = (travel, weights, capacities, rules)
  }

  public var sense: LinearModel.Sense { .minimize }
  public var needsAllPoints: Bool { true }
  public var unreachable: [Int] {
    travel.pointsOutOfReach(of: rules.allowed).filter { weights[$0] > 0 }
  }
  public var requiredCoverage: Coverage? { travel.reach(of: weights.indices.filter { weights[$0] > 0 }) }

  public func program() -> LocationProgram {
    var program = LocationProgram(.minimize, rules)
    var loads = capacities.indices.map { [LinearTerm(program.open[$0], -capacities[$0])] }
    for (point, weight) in weights.enumerated() where weight > 0 {
      var served: [LinearTerm] = []
      for site in rules.allowed where travel[site, point] < .infinity {
        let assigned = program.linear.addBinary(objective: weight * travel[site, point])
        served.append(LinearTerm(assigned))
        loads[site].append(LinearTerm(assigned, weight))
        program.linear.addRow([LinearTerm(assigned), LinearTerm(program.open[site], -1)], atMost: 0)
      }
      program.linear.addRow(served, equalTo: 1)
    }
    for site in rules.allowed { program.linear.addRow(loads[site], atMost: 0) }
    return program
  }

  /// Nil: what sites achieve depends on the assignment, which is a program of its own.
  public func objective(of sites: [Int]) -> Double? { nil }
}
