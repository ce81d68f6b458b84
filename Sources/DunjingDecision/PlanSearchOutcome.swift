import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// What a search for the best plan found.
public struct PlanSearchOutcome: Sendable, Equatable {
  /// A plan and how it did.
  public struct Standing: Sendable, Equatable {
    /// The id of the treatment, where the scenario names it.
    public var id: String?
    /// A number for each decision; nil for the baseline where it lies outside of the space.
    public var point: [Double]?
    /// Officers of agencies and counties sent down.
    public var sunk: Int
    /// Of these, officers on the street.
    public var toStreet: Int
    /// The objective less that of the baseline, with its interval.
    public var difference: ConfidenceInterval
    /// The objective less that of the best plan, with an interval that holds for all plans together; nil for the best
    /// itself, and for plans that were not compared with it.
    public var behindBest: ConfidenceInterval?
    /// By how much each limit is broken, with its interval; at most 0 where it is kept.
    public var excesses: [ConfidenceInterval]
    /// The replications behind these numbers.
    public var replications: Int
    /// Whether they were not used to find the plan.
    public var isFresh: Bool

    /// Whether every limit is kept in the mean.
    public var isFeasible: Bool { excesses.allSatisfy { $0.mean <= 0 } }
  }

  /// A change of an indicator from the baseline to the best plan.
  public struct Change: Sendable, Equatable {
    /// The indicator.
    public var indicator: Indicator
    /// Its mean under the baseline, in the unit of the indicator.
    public var before: Double
    /// The paired difference, with an interval that holds for all indicators together.
    public var difference: ConfidenceInterval
  }

  /// Why another plan than the one of the least objective is the answer.
  public struct Preference: Sendable, Equatable {
    /// The later sum that decided, by its place in ``PlanGoal/later``.
    public var sum: Int
    /// That sum under the preferred plan less that under the plan of the least objective.
    public var difference: ConfidenceInterval
  }

  /// What a plan does in one county.
  public struct CountyShare: Sendable, Equatable {
    /// Officers of agencies and the county sent down.
    public var sunk: Int
    /// Of these, officers on the street.
    public var toStreet: Int
    /// Officers who could have been asked for: those of agencies and county departments at headquarters.
    public var officers: Int
  }

  /// What was wanted.
  public var goal: PlanGoal
  /// What varied, and from where to where.
  public var decisions: [PlanSpace.Decision]
  /// The treatments of the study that lie outside of that, so that they were not compared, by id; without the baseline.
  public var outside: [String] = []
  /// How it was searched.
  public var settings: PlanSearchSettings
  /// The mean of the objective under the baseline, in the unit of the objective.
  public var baselineObjective: Double
  /// All plans that were simulated, in the order of their objective.
  public var plans: [Standing]
  /// The plan of the least objective, by its place in ``plans``; nil if no plan keeps the limits.
  public var best: Int?
  /// The plans that keep the limits and are not shown to be worse than the best one by more than the indifference zone,
  /// the best among them, by place.
  public var plateau: [Int]
  /// The plan of the plateau that later objectives prefer, by place; nil without any.
  public var preferred: Int?
  /// Why that is another one than the best; nil where it is the same.
  public var preference: Preference?
  /// The front of the indicators asked for; nil without any.
  public var front: PlanFront?
  /// Whether the best plan was selected with the probability asked for; false where the replications ran out.
  public var isSelected: Bool
  /// The smallest difference of the objective worth finding, in the unit of the objective.
  public var indifferenceZone: Double
  /// The indicators of the plan shown against the baseline.
  public var changes: [Change]
  /// What other choices would do in the place of those of the best plan.
  public var otherChoices: [OtherChoice] = []
  /// Where no plan keeps the limits: the plan that breaks them least, each excess in per cent of what the limit allows, by
  /// place.
  public var leastRelaxation: Int?
  /// The best plan by the outlook, from which the search began; nil where the outlook does not speak of the goal.
  public var analytic: AnalyticOptimum?
  /// What one more officer would be worth under the plan shown.
  public var worth: OfficerWorth?
  /// The plan shown, county by county.
  public var counties: [CountyShare] = []
  /// How the answer's officers should divide among the stations; nil where there is nothing to divide.
  public var stations: StationOutcome?
  /// Replications that the search asked for, whether they were played then, before or by others.
  public var played: Int
  /// How the answer follows from the assumptions; nil where it was not looked at.
  public var sensitivity: SensitivityOutcome?

  /// The plan that answers the question, by place: the preferred one, or else that of the least objective; nil if no plan
  /// keeps the limits.
  public var answer: Int? { preferred ?? best }

  /// The plan of which changes, worth and counties speak, by place: the answer, or else the one that breaks the limits least.
  public var shown: Int? { answer ?? leastRelaxation }

  /// Whether what the outlook expected of the plan that it thinks best is off its simulation by more than half of itself, and by
  /// more than chance.
  public var isForecastFar: Bool {
    guard let analytic, let plan = plans.first(where: { $0.point == analytic.point }) else { return false }
    let gap = abs(analytic.difference - plan.difference.mean)
    return gap > plan.difference.halfWidth && gap > 0.5 * abs(analytic.difference)
  }

  /// The plan of the plateau with the fewest officers sent down, by place.
  public var smallestOnPlateau: Int? {
    plateau.min { (plans[$0].sunk, $0) < (plans[$1].sunk, $1) }
  }
}
