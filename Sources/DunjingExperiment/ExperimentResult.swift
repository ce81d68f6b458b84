import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// The outcome of an experiment: every treatment with its indicators, comparisons and distributions.
///
/// Depends only on scenario, seed, replications and treatments: never on threads, time of day or machine.
public struct ExperimentResult: Sendable, Equatable {
  /// The name of the study.
  public var name: LocalizedText
  /// Lowercase hexadecimal SHA-256 of the bundle.
  public var scenarioHash: String
  /// The master seed.
  public var seed: UInt64
  /// Replications of each treatment.
  public var replications: Int
  /// Confidence level of all intervals.
  public var confidence: Double
  /// Measured days of one replication.
  public var horizonDays: Int
  /// The id of the baseline treatment.
  public var baseline: String
  /// The treatments, in scenario order.
  public var treatments: [TreatmentResult]
  /// Things the reader has to know: saturated queues, kinks, short horizons.
  public var warnings: [LocalizedText]
  /// What became of the precision asked for; nil when the number of replications was fixed.
  public var precision: PrecisionOutcome?

  /// The draws of estimated numbers; nil where all replications had the values of the study.
  public var draws: DrawOutcome?

  /// Why no more replications were played.
  public var stoppingReason: StoppingReason { precision?.reason ?? .replications }
}

/// The outcome of one treatment.
public struct TreatmentResult: Sendable, Equatable {
  /// The id of the treatment.
  public var id: String
  /// The name of the treatment.
  public var name: LocalizedText
  /// The share of agency officers sent down.
  public var sinkRatio: Double
  /// Where the officers come from and go to.
  public var redeployment: RedeploymentSummary
  /// Estimates, in the order of `Indicator`; an indicator without data is absent.
  public var estimates: [Estimate]
  /// Differences to the baseline, in the same order; empty for the baseline itself.
  public var comparisons: [Comparison]
  /// Response times from dispatch by area class: core, key, general.
  public var responses: [ResponseDistribution]
  /// Response by grid, in scenario order.
  public var grids: [GridOutcome]
  /// Demand and force by hour of the week, 168 values from Monday 0 h.
  public var weekHours: [WeekHour]
  /// Departments, in scenario order.
  public var departments: [DepartmentOutcome]
  /// Counties, in scenario order; empty in a study of one.
  public var counties: [CountyOutcome] = []
  /// The harm index of each replication, or of each draw of estimated numbers, in their order, to compare any two
  /// treatments; empty without a harm index.
  public var harmByReplication: [Double]
  /// Backlog of all departments in officer-days at the end of each measured week, mean over replications.
  public var weeklyBacklog: [Double]
  /// What the draws of estimated numbers leave open, in the order of `Indicator`; empty without draws.
  public var spreads: [EstimateSpread] = []
  /// How far patrol duties were fulfilled.
  public var patrol = PatrolOutcome()
  /// How busy the units of each group are, in scenario order.
  public var workloads: [GroupWorkload] = []
  /// Replications in which the number of waiting incidents grows without bound.
  public var unstableReplications = 0
  /// The share of incidents that no unit may ever be sent to, by formula.
  public var unservedShare = 0.0

  /// Whether response has no steady state: in some replication dispatch does not keep up, and a mean over it says
  /// more about the horizon than about the plan.
  public var isUnstable: Bool { unstableReplications > 0 }
}

/// An estimate of an indicator over replications.
public struct Estimate: Sendable, Equatable {
  /// What is estimated.
  public var indicator: Indicator
  /// The mean over replications, in the unit of the indicator.
  public var mean: Double
  /// Half the width of the confidence interval of the mean; not a number for a single replication.
  public var halfWidth: Double
  /// Replications with a value.
  public var count: Int
}

/// A paired difference of an indicator to the baseline, on common random numbers.
public struct Comparison: Sendable, Equatable {
  /// What is compared.
  public var indicator: Indicator
  /// The mean difference, treatment minus baseline, in the unit of the indicator.
  public var difference: Double
  /// Half the width of the confidence interval of the difference alone.
  public var halfWidth: Double
  /// Half the width of the interval that holds for all treatments together (Bonferroni), in the same unit.
  public var simultaneousHalfWidth: Double
  /// The difference as a share of the baseline's mean; nil when that is zero.
  public var relative: Double?
  /// Half the width of the simultaneous interval as a share of the baseline's mean.
  public var relativeHalfWidth: Double?
  /// Whether the difference is significant among all treatments (Holm).
  public var isSignificant: Bool
}

/// A histogram of response times, pooled over replications.
public struct ResponseDistribution: Sendable, Equatable {
  /// The area class.
  public var areaClass: AreaClass
  /// The target in minutes.
  public var targetMinutes: Double
  /// Incidents in bins of `binSeconds` from zero; the last bin holds everything longer.
  public var counts: [Double]
  /// Width of a bin in seconds.
  public var binSeconds: Double
  /// Incidents that no unit reached within the horizon.
  public var unreached: Double
}

/// What happened in one grid, pooled over replications.
public struct GridOutcome: Sendable, Equatable {
  /// The id of the grid.
  public var id: String
  /// Incidents per year.
  public var incidentsPerYear: Double
  /// Mean response time from dispatch in minutes; nil without incidents.
  public var meanMinutes: Double?
  /// Share of incidents within the target of the grid's class; nil without incidents.
  public var withinTarget: Double?
  /// Expected travel time in minutes from the nearest staffed post of the treatment; nil if none.
  public var nearestPostMinutes: Double?
  /// Share of the observed moments at which a unit could be seen there (见警率); nil without observations.
  public var seenShare: Double?

  /// Creates an outcome.
  public init(
    id: String, incidentsPerYear: Double, meanMinutes: Double?, withinTarget: Double?,
    nearestPostMinutes: Double?, seenShare: Double? = nil
  ) {
    (self.id, self.incidentsPerYear) = (id, incidentsPerYear)
    (self.meanMinutes, self.withinTarget) = (meanMinutes, withinTarget)
    (self.nearestPostMinutes, self.seenShare) = (nearestPostMinutes, seenShare)
  }
}

/// One hour of the week, mean over replications and weeks.
public struct WeekHour: Sendable, Equatable {
  /// Incidents in the hour.
  public var incidents: Double
  /// Busy unit-hours in the hour: units busy on average.
  public var busyUnits: Double
  /// Units on duty, on average over the hour.
  public var unitsOnDuty: Double
  /// Units on duty that are not away on other work, on average.
  public var unitsAvailable: Double
}

/// What happened in one department, mean over replications.
public struct DepartmentOutcome: Sendable, Equatable {
  /// The id of the department.
  public var id: String
  /// The name.
  public var name: LocalizedText
  /// Officers before.
  public var officers: Int
  /// Officers taken.
  public var taken: Int
  /// Work that arrived as a share of capacity.
  public var utilization: Double
  /// Mean delay in working days.
  public var delayDays: Double
  /// Backlog at the end, in officer-days.
  public var backlogEnd: Double
  /// Replications in which the backlog grows without bound.
  public var growingReplications = 0
}

/// How many officers move under a treatment.
public struct RedeploymentSummary: Sendable, Equatable {
  /// Officers sunk from agencies.
  public var agencyOfficers: Int
  /// Officers sunk from county level.
  public var countyOfficers: Int
  /// Of these, officers who become community officers.
  public var toCommunity: Int
  /// Of these, officers who staff street shifts.
  public var toStreet: Int
  /// Street unit-shifts bought, per day on average.
  public var unitShiftsPerDay: Double
  /// Share of community officers in station officers, counted where they work.
  public var communityShare: Double?
  /// Share of station officers in county-level officers, counted where they work.
  public var stationShare: Double?
  /// The stations and reserve sites that get the officers; empty where none are known.
  public var places: [OfficerPlace] = []
}
