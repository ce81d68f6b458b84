import DunjingOptimization
import DunjingScenario
import DunjingWorld

/// The plans among which a search chooses: a treatment of which some numbers vary.
public struct PlanSpace: Sendable {
  /// A number that varies, and from where to where.
  public struct Decision: Sendable, Equatable {
    /// What varies.
    public var lever: PlanLever
    /// From where to where, as shares.
    public var range: ClosedRange<Double>

    /// Creates a decision.
    /// - Precondition: the range lies within 0 and 1.
    public init(_ lever: PlanLever, in range: ClosedRange<Double>) {
      precondition(range.lowerBound >= 0 && range.upperBound <= 1, "a share lies between 0 and 1")
      (self.lever, self.range) = (lever, range)
    }
  }

  /// The treatment that gives all that does not vary.
  public let base: Treatment
  /// What varies; at least one, and no lever twice.
  public let decisions: [Decision]

  /// Creates a space.
  /// - Precondition: something varies, and no lever twice.
  public init(base: Treatment, decisions: [Decision]) {
    precondition(!decisions.isEmpty, "something has to vary")
    precondition(Set(decisions.map(\.lever)).count == decisions.count, "a lever varies once")
    (self.base, self.decisions) = (base, decisions)
  }

  /// The numbers among which the search looks.
  public var box: Box {
    Box(lower: decisions.map(\.range.lowerBound), upper: decisions.map(\.range.upperBound))
  }

  /// Returns the treatment at a point, a number for each decision.
  public func treatment(at point: [Double]) -> Treatment {
    var treatment = base
    for (decision, value) in zip(decisions, point) { decision.lever.set(value, in: &treatment) }
    return treatment
  }

  /// Returns the treatment at a point with an id of its own, so that it is never taken for the base.
  public func named(at point: [Double]) -> Treatment {
    var treatment = treatment(at: point)
    treatment.id = "plan" + point.map { " \($0)" }.joined()
    return treatment
  }

  /// Returns the values of the decisions in a treatment.
  func values(in treatment: Treatment, of scenario: Scenario) -> [Double] {
    decisions.map { $0.lever.value(in: treatment, of: scenario) }
  }

  /// Returns the point of a plan that is one of the space, officer by officer; nil if it is none.
  ///
  /// One ratio for all prefectures is a point of a space of ratios by prefecture.
  public func point(of plan: TreatmentPlan, in world: World) -> [Double]? {
    var other = plan.treatment
    (other.id, other.name, other.sinkRatio, other.streetShare) = (
      base.id, base.name, base.sinkRatio, base.streetShare
    )
    let point = values(in: plan.treatment, of: world.scenario)
    guard other == base, zip(decisions, point).allSatisfy({ $0.range.contains($1) }),
      PlanKey(world.plan(of: treatment(at: point))) == PlanKey(plan)
    else { return nil }
    return point
  }
}

/// What makes a plan the same as another: whole officers, county by county and by station where they are divided among
/// stations, not the shares and weights that led there.
public struct PlanKey: Sendable, Hashable, Codable {
  private let officers: [[Int]]

  /// The key of a plan.
  ///
  /// Officers of later phases follow those of the first.
  public init(_ plan: TreatmentPlan) {
    let now = plan.counties.map { county in
      county.takenFromAgencies + county.takenFromCounty + [county.moved, county.destination.toStreet]
        + (county.division?.officers ?? [])
    }
    officers = now + plan.phases.flatMap { PlanKey($0.plan).officers }
  }

  /// The key as text, to be written down.
  public var text: String {
    officers.map { $0.map(String.init).joined(separator: ",") }.joined(separator: ";")
  }
}
