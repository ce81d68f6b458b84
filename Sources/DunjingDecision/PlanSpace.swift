import DunjingOptimization
import DunjingScenario
import DunjingWorld

/// The plans among which a search chooses: a treatment of which some shares and choices vary.
public struct PlanSpace: Sendable {
  /// What varies, and from where to where.
  public struct Decision: Sendable, Equatable {
    /// What varies.
    public var lever: PlanLever
    /// From where to where: shares, or the numbers of choices.
    public var range: ClosedRange<Double>

    /// Creates a decision about a share.
    /// - Precondition: the range lies within 0 and 1, and the lever is a share.
    public init(_ lever: PlanLever, in range: ClosedRange<Double>) {
      precondition(lever.choices == nil, "a choice is made among all that there is")
      precondition(range.lowerBound >= 0 && range.upperBound <= 1, "a share lies between 0 and 1")
      (self.lever, self.range) = (lever, range)
    }

    /// Creates a decision among all choices of a lever.
    /// - Precondition: the lever chooses.
    public init(among lever: PlanLever) {
      guard let choices = lever.choices else { preconditionFailure("a share has no choices") }
      (self.lever, range) = (lever, 0...Double(choices.count - 1))
    }

    /// The number of choices; nil where a share varies.
    public var choiceCount: Int? { lever.choices?.count }
    /// Whether it is a choice, not a share.
    public var isChoice: Bool { choiceCount != nil }
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

  /// The same numbers, of which those of choices are whole.
  public var domain: SearchDomain {
    SearchDomain(box: box, whole: Set(decisions.indices.filter { decisions[$0].isChoice }))
  }

  /// Returns the point with the nearest choices.
  func settled(_ point: [Double]) -> [Double] {
    zip(decisions, point).map { !$0.isChoice ? $1 : $1.rounded() }
  }

  /// Returns the number of choices at a point that differ from the base.
  func changedChoices(at point: [Double], of scenario: Scenario) -> Int {
    decisions.indices.count { decisions[$0].isChoice && point[$0] != baseValue($0, of: scenario) }
  }

  private func baseValue(_ index: Int, of scenario: Scenario) -> Double {
    decisions[index].lever.value(in: base, of: scenario)
  }

  /// Returns the point with the choices of the base wherever the plan is the same with them: a rule for officers whom nobody
  /// sends chooses nothing.
  func plainest(_ point: [Double], in world: World) -> [Double] {
    guard changedChoices(at: point, of: world.scenario) > 0 else { return point }
    func key(_ point: [Double]) -> PlanKey { PlanKey(world.plan(of: treatment(at: point))) }
    let same = key(point)
    var plain = point
    for index in decisions.indices where decisions[index].isChoice {
      var other = plain
      other[index] = baseValue(index, of: world.scenario)
      if other != plain && key(other) == same { plain = other }
    }
    return plain
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
    treatment.id = "plan" + settled(point).map { " \($0)" }.joined()
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
    var (other, base) = (plan.treatment, base)
    (other.id, other.name, other.sinkRatio, other.streetShare) = (
      base.id, base.name, base.sinkRatio, base.streetShare
    )
    for decision in decisions where decision.isChoice {
      decision.lever.set(decision.lever.value(in: base, of: world.scenario), in: &other)
    }
    other.programs.sort()
    base.programs.sort()
    let point = values(in: plan.treatment, of: world.scenario)
    guard other == base, zip(decisions, point).allSatisfy({ $0.range.contains($1) }),
      PlanKey(world.plan(of: treatment(at: point))) == PlanKey(plan)
    else { return nil }
    return point
  }
}
