import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// What is wanted of a plan: a sum of indicators as small as possible, within limits; among plans equally good by it, further
/// sums; and indicators whose trade-off is to be shown.
///
/// A sum to be made great is kept as its negative, so that whoever searches makes small; `asWritten` turns a
/// number back for people.
public struct PlanGoal: Sendable, Equatable {
  /// One indicator of the sum.
  public struct Term: Sendable, Equatable {
    /// The indicator.
    public var indicator: Indicator
    /// What one unit of it counts; negative where more is better.
    public var weight: Double

    /// Creates a term.
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - weight: what one unit of it counts; negative where more is better.
    public init(_ indicator: Indicator, weight: Double) {
      (self.indicator, self.weight) = (indicator, weight)
    }
  }

  /// A limit that an indicator has to keep, in the mean.
  public struct Limit: Sendable, Equatable {
    /// Which side of the bound is allowed.
    public enum Side: String, Sendable, Equatable {
      /// The mean of the indicator is the bound or less.
      case atMost = "<="
      /// The mean of the indicator is the bound or more.
      case atLeast = ">="
    }

    /// The indicator.
    public var indicator: Indicator
    /// Which side is allowed.
    public var side: Side
    /// The bound in the unit of the indicator, or the change from the baseline as a share of its value there.
    public var bound: Double
    /// Whether the bound is a change from the baseline: 0.1 with `atMost` allows a tenth more.
    public var isRelative: Bool

    /// Creates a limit.
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - side: which side is allowed.
    ///   - bound: in the unit of the indicator, or the change from the baseline as a share of its value there.
    ///   - isRelative: whether the bound is such a change.
    public init(_ indicator: Indicator, _ side: Side, _ bound: Double, isRelative: Bool = false) {
      (self.indicator, self.side) = (indicator, side)
      (self.bound, self.isRelative) = (bound, isRelative)
    }
  }

  /// The sum that is made small.
  public var objective: [Term]
  /// Whether it is the negative of a sum that was asked to be great.
  public var isMaximized: Bool
  /// The limits.
  public var limits: [Limit]
  /// Sums that decide, one after the other, among plans that cannot be told apart by the objective: a lexicographic order.
  public var later: [[Term]]
  /// Indicators of which no plan is best in all: each weighs 1, or −1 where more is better.
  public var front: [Term]

  /// Creates a goal.
  /// - Parameters:
  ///   - objective: the sum that is made small.
  ///   - limits: what a plan has to keep, in the mean.
  ///   - later: sums that decide, one after the other, among plans equally good by the objective.
  ///   - front: indicators whose trade-off is shown: weight 1, or −1 where more is better.
  ///   - isMaximized: whether the objective is the negative of a sum that is to be great.
  /// - Precondition: something is wanted.
  public init(
    _ objective: [Term], limits: [Limit] = [], later: [[Term]] = [], front: [Term] = [],
    isMaximized: Bool = false
  ) {
    precondition(!objective.isEmpty, "something has to be wanted")
    (self.objective, self.limits, self.later, self.front) = (objective, limits, later, front)
    self.isMaximized = isMaximized
  }

  /// Creates the goal of a sum as great as possible.
  public static func maximizing(_ sum: [Term], limits: [Limit] = []) -> PlanGoal {
    PlanGoal(sum.map { Term($0.indicator, weight: -$0.weight) }, limits: limits, isMaximized: true)
  }

  /// The sum as it was asked for, be it to be small or great.
  public var written: [Term] {
    objective.map { Term($0.indicator, weight: asWritten($0.weight)) }
  }

  /// Returns a value or a difference of the objective as one of the sum that was asked for: with the sign turned where that is
  /// to be great.
  public func asWritten(_ value: Double) -> Double { isMaximized && value != 0 ? -value : value }

  /// Returns an interval of the objective as one of the sum that was asked for: where that is to be great, its upper end is
  /// the lower one with the sign turned.
  public func asWritten(_ interval: ConfidenceInterval) -> ConfidenceInterval {
    ConfidenceInterval(mean: asWritten(interval.mean), halfWidth: interval.halfWidth, level: interval.level)
  }

  /// Every indicator that the goal speaks of, each once.
  public var indicators: [Indicator] {
    let all = (objective + later.joined() + front).map(\.indicator) + limits.map(\.indicator)
    return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
  }

  /// Returns the sum of a replication; nil where an indicator has no value.
  public func objective(of values: IndicatorValues) -> Double? { values.sum(of: objective) }
}

extension PlanGoal.Limit {
  /// The size of excesses that matter: what the limit allows, or where that is nothing, the baseline's value or one unit.
  func scale(baseline: Double) -> Double {
    let allowed = isRelative ? baseline * (1 + bound) : bound
    return allowed != 0 ? allowed.magnitude : baseline != 0 ? baseline.magnitude : 1
  }

  /// Returns by how much a replication breaks the limit, in the unit of the indicator; at most 0 where it keeps it, nil
  /// where the indicator has no value.
  /// - Parameters:
  ///   - values: the indicators of the replication under the plan.
  ///   - baseline: the same replication under the baseline.
  public func excess(of values: IndicatorValues, baseline: IndicatorValues) -> Double? {
    guard let value = values[indicator], let before = baseline[indicator] else { return nil }
    let limit = isRelative ? before * (1 + bound) : bound
    return side == .atMost ? value - limit : limit - value
  }

  /// Returns the tightest limit of this kind that a mean keeps which breaks this one.
  ///
  /// - Parameters:
  ///   - excess: by how much the mean breaks it.
  ///   - baseline: the mean of the indicator under the baseline; where it is 0, a limit against it becomes a bound.
  public func relaxed(by excess: Double, baseline: Double) -> PlanGoal.Limit {
    let outward = side == .atMost ? excess : -excess
    guard isRelative else { return PlanGoal.Limit(indicator, side, bound + outward) }
    guard baseline != 0 else { return PlanGoal.Limit(indicator, side, outward) }
    return PlanGoal.Limit(indicator, side, bound + outward / baseline, isRelative: true)
  }
}

/// The indicators of one replication of one plan.
public struct IndicatorValues: Sendable, Equatable, Codable {
  private let values: [Double?]

  /// Takes values in the order of `Indicator.allCases`.
  public init(_ values: [Double?]) {
    precondition(values.count == Indicator.allCases.count, "each indicator has its place")
    self.values = values
  }

  /// The value of an indicator; nil where the scenario has no data for it.
  public subscript(indicator: Indicator) -> Double? { values[indicator.index] }

  /// Returns a weighted sum; nil where an indicator has no value.
  func sum(of terms: [PlanGoal.Term]) -> Double? {
    terms.reduce(0 as Double?) { sum, term in
      guard let sum, let value = self[term.indicator] else { return nil }
      return sum + term.weight * value
    }
  }

  /// Reads values by the names of their indicators; an indicator that is not there has no value.
  /// - Throws: What the decoder throws where these are no numbers by name.
  public init(from decoder: any Decoder) throws {
    let named = try [String: Double](from: decoder)
    values = Indicator.allCases.map { named[$0.rawValue] }
  }

  /// Writes the values that there are, by the names of their indicators.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    let named = Indicator.allCases.compactMap { indicator in
      values[indicator.index].map { (indicator.rawValue, $0) }
    }
    try Dictionary(uniqueKeysWithValues: named).encode(to: encoder)
  }
}
