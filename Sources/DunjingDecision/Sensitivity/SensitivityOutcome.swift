import DunjingOptimization
import DunjingScenario
import DunjingStatistics

/// How the answer to which plan is best follows from the assumptions.
public struct SensitivityOutcome: Sendable, Equatable {
  /// What the outlook says under some values of the assumptions.
  public struct Sample: Sendable, Equatable {
    /// Officers whom the best plan there sends down.
    public var sunk: Int
    /// Of these, officers on the street.
    public var toStreet: Int
    /// By how much the objective of the best plan there is better than that of the baseline, as a share of the latter.
    public var bestGain: Double
    /// The same of the plan that the search has found, as a share.
    public var foundGain: Double
    /// The objective of the found plan less that of the baseline, in the unit of the objective.
    public var foundDifference: Double
    /// Whether the found plan keeps every limit there.
    public var foundKeepsLimits = true
  }

  /// An assumption with what follows at both ends of its range.
  public struct Row: Sendable, Equatable {
    /// The assumption.
    public var assumption: Assumption
    /// At the lower end of its range, all others as they are.
    public var low: Sample
    /// At the upper end.
    public var high: Sample
    /// The effect on the gain of the found plan from one end to the other (Morris); nil where it was not screened.
    public var gainEffect: MorrisScreening.Effect?
    /// The effect on the best number of officers.
    public var officerEffect: MorrisScreening.Effect?
    /// The share of the variance of the gain of the found plan that comes from it; nil where it was not looked at.
    public var gainShare: SobolIndices.Share?
    /// The share of the variance of the best number of officers.
    public var officerShare: SobolIndices.Share?

    /// By how many officers the best plan differs between the ends.
    public var officerSwing: Int { abs(high.sunk - low.sunk) }
    /// By how much the gain of the found plan differs between the ends, as a share.
    public var gainSwing: Double { abs(high.foundGain - low.foundGain) }
  }

  /// The regret of a plan: how far it stays behind the best plan, over many values of the assumptions.
  public struct Regret: Sendable, Equatable {
    /// Which plan.
    public enum Subject: Sendable, Equatable {
      /// The plan of the least greatest regret.
      case leastRegret
      /// The plan that the search has found.
      case found
      /// A treatment of the study, by its id.
      case treatment(String)
    }

    /// The plan.
    public var subject: Subject
    /// A number for each decision; nil outside of the space.
    public var point: [Double]?
    /// Officers sent down.
    public var sunk: Int
    /// Of these, officers on the street.
    public var toStreet: Int
    /// The greatest regret, as a share of the baseline's objective at that point.
    public var greatest: Double
    /// The mean regret, as a share of the same.
    public var mean: Double
  }

  /// A simulation at an end of a range, beside what the outlook says there.
  public struct Confirmation: Sendable, Equatable {
    /// The assumption.
    public var assumption: Assumption
    /// Its value: a multiple, or in the unit of the key.
    public var value: Double
    /// The objective of the found plan less that of the baseline, simulated.
    public var simulated: ConfidenceInterval
    /// The same by the outlook, in the unit of the objective.
    public var expected: Double
    /// The replications behind it.
    public var replications: Int
  }

  /// How far was looked.
  public var settings: PlanSensitivitySettings
  /// With all assumptions as they are.
  public var present: Sample
  /// Officers whom the found plan sends down.
  public var foundSunk: Int
  /// The assumptions, that which moves the best number of officers most first.
  public var rows: [Row]
  /// The least and the greatest best number of officers over all values that were tried together.
  public var officerRange: ClosedRange<Int>?
  /// The least and the greatest gain of the found plan over them, as shares.
  public var gainRange: ClosedRange<Double>?
  /// The regret of the plans that matter, that of the least greatest regret first; empty where limits are to be kept.
  public var regrets: [Regret]
  /// The confirmations, two of each assumption.
  public var confirmations: [Confirmation]
  /// Assumptions left out, as the scenario is wrong at an end of their range.
  public var leftOut: [Assumption]
  /// Values of the assumptions at which plans were looked at.
  public var pointCount: Int
}
