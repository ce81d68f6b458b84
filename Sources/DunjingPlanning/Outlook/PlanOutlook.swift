import DunjingScenario
import DunjingWorld

/// What to expect of a redeployment plan, by formulas and in milliseconds: a surrogate of the simulation for searching
/// among plans, never in its place.
///
/// - Prevention: the delay-time model with mediation, day by day as officers learn (Christer & Waller 1984).
/// - Headquarters: a reflected Brownian motion for each department (Harrison 1985, Siegmund 1979).
/// - Response: the approximate hypercube with units that may be on patrol (Larson 1975, Jarvis 1985).
///
/// Values change smoothly with incidents and utilization, through 1 too, and by whole officers otherwise. Left out: later
/// phases of a treatment, shocks, deterrence, queues of partners, preemption, reserves, relocation and mutual aid. Counts
/// are those of an average year whatever the months measured. How far it departs from the simulation of the shipped study
/// is in Documentation/Queueing.md, section "The outlook of a plan".
///
/// A value may be used from several threads at once; they share what is known of response (``prepare(_:threads:)``).
public struct PlanOutlook: Sendable {
  /// The world.
  public let world: World
  let preventionModel: PreventionModel
  let headquartersModel: HeadquartersModel
  let responseModel: ResponseModel
  private let cache = CountyCache()

  /// Prepares a world: travel of all units, the baseline, and response for the duty of the treatments that the scenario
  /// lists and of those that send all sunk officers to the street, as their rules buy shifts.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - threads: how many threads share the work; the values are the same for any number.
  /// - Complexity: O(units · positions · places) for travel; then for each set of units on duty in a part, and each pace of
  ///   travel, some dozens of passes over the grids.
  public init(_ world: World, threads: Int = 1) {
    self.world = world
    preventionModel = PreventionModel(world)
    let baseline = preventionModel.outlook(of: world.plans[world.baseline])
    headquartersModel = HeadquartersModel(world, baseline: baseline)
    responseModel = ResponseModel(world, baseline: baseline, threads: threads)
    responseModel.prepare(world.plans + Self.streetSteps(in: world), threads: threads)
  }

  /// Plans that put more and more sunk officers on the street, in the orders in which the treatments buy shifts.
  private static func streetSteps(in world: World) -> [TreatmentPlan] {
    guard world.units.contains(where: \.isReserve) else { return [] }
    let rules = Set(world.plans.map(\.treatment.destinationRule))
    return DestinationRule.allCases.filter { rules.contains($0) }.flatMap { rule in
      (1...10).map { tenths in
        var treatment = world.plans[world.baseline].treatment
        (treatment.destinationRule, treatment.streetShare, treatment.phases) = (rule, 1, [])
        treatment.sinkRatio.agency = Double(tenths) / 10
        return world.plan(of: treatment)
      }
    }
  }

  /// Solves response for the duty of some plans ahead, so that ``values(of:)`` need not: units on duty together as never
  /// before take as long as their part of the preparation, and after that no longer than others.
  public func prepare(_ plans: [TreatmentPlan], threads: Int = 1) {
    responseModel.prepare(plans, threads: threads)
  }

  /// Returns what the plan prevents.
  /// - Complexity: O(hazard kinds · days) for each county in which the plan differs from those of before.
  public func prevention(of plan: TreatmentPlan) -> PreventionOutlook {
    PreventionOutlook(counties(of: plan).map(\.prevention))
  }

  /// Returns the work and the backlog of the departments, one county after the other.
  /// - Complexity: O(departments) for each county in which the plan differs from those of before.
  public func departments(of plan: TreatmentPlan) -> [DepartmentOutlook] {
    counties(of: plan).flatMap(\.departments)
  }

  /// Returns how incidents are reached.
  /// - Complexity: O(hours) for each part in which the plan differs from those of before, where the units on duty are known.
  public func response(of plan: TreatmentPlan) -> ResponseOutlook {
    responseModel.outlook(of: plan, prevention(of: plan))
  }

  /// Returns the expected values of the indicators that the models speak of; others are absent, as are those of which the
  /// scenario has nothing.
  public func values(of plan: TreatmentPlan) -> [Indicator: Double] {
    let counties = counties(of: plan)
    let prevention = PreventionOutlook(counties.map(\.prevention))
    var values: [Indicator: Double] = [.officersSunk: Double(plan.sunk)]
    add(prevention, to: &values)
    let delay = add(counties.flatMap(\.departments), to: &values)
    let response = responseModel.outlook(of: plan, prevention)
    add(response, to: &values)
    let harm = world.scenario.harm
    let incidents = zip(world.kinds, prevention.incidentsByKind).reduce(0) { $0 + $1.0.harm * $1.1 }
    let late = response.incidents - response.inTime
    values[.harmIndex] = incidents + harm.lateArrival * late + harm.delayDayPerYear * delay
    return values
  }

  private func counties(of plan: TreatmentPlan) -> [CountyCache.Entry] {
    var averted: [[Double]]?
    return cache.entries(of: plan, isBaseline: preventionModel.isBaseline(plan)) { county in
      let known = averted ?? preventionModel.avertedByDay(plan)
      averted = known
      let prevention = preventionModel.county(county, of: plan, averted: known)
      return CountyCache.Entry(
        prevention: prevention,
        departments: headquartersModel.departments(county, plan, incidents: prevention.incidents))
    }
  }

  private func add(_ prevention: PreventionOutlook, to values: inout [Indicator: Double]) {
    let ids: [(String, Indicator)] = [
      ("criminal", .incidentsCriminal), ("fraud", .incidentsFraud), ("order", .incidentsOrder),
      ("dispute", .incidentsDispute), ("traffic", .incidentsTraffic), ("help", .incidentsHelp),
      ("other", .incidentsOther)
    ]
    let byKind = prevention.incidentsByKind
    values[.incidents] = byKind.reduce(0, +)
    for (id, indicator) in ids {
      if let kind = world.scenario.incidentKinds.firstIndex(where: { $0.id == id }) {
        values[indicator] = byKind[kind]
      }
    }
    if !world.scenario.climbs.isEmpty { values[.climbed] = prevention.climbed }
    if !world.hazards.isEmpty { values[.hazardsEscalated] = prevention.escalationsByKind.reduce(0, +) }
  }

  /// Adds the indicators of headquarters and returns the weighted delay, 0 without departments.
  private func add(_ departments: [DepartmentOutlook], to values: inout [Indicator: Double]) -> Double {
    guard !departments.isEmpty, headquartersModel.workdays > 0 else { return 0 }
    let capacity = departments.reduce(0) { $0 + $1.capacityHours }
    if capacity > 0 {
      values[.departmentUtilization] = departments.reduce(0) { $0 + $1.workHours } / capacity
    }
    let delay = weightedDelay(departments)
    values[.weightedDelay] = delay
    let day = headquartersModel.officerDay
    values[.backlogMean] = departments.reduce(0) { $0 + $1.backlogMean } / day
    values[.backlogEnd] = departments.reduce(0) { $0 + $1.backlogEnd } / day
    values[.departmentsOverloaded] = departments.reduce(0) { $0 + $1.overloadProbability }
    return delay
  }

  /// The delay of each department, backlog by capacity in all counties together, weighted by what a delay there does; where nobody is
  /// left, that of one officer, as the simulation has it.
  private func weightedDelay(_ departments: [DepartmentOutlook]) -> Double {
    let weights = world.scenario.departments.map(\.delayWeight)
    let total = weights.reduce(0, +)
    guard total > 0 else { return 0 }
    var backlog = weights.map { _ in 0.0 }
    var capacity = backlog
    for outlook in departments {
      backlog[outlook.department] += outlook.backlogMean
      capacity[outlook.department] += outlook.capacityHours
    }
    let least = headquartersModel.officerDay
    let delays = zip(backlog, capacity).map { $0 / max($1, least) }
    return zip(weights, delays).reduce(0) { $0 + $1.0 * $1.1 } / total
  }

  private func add(_ response: ResponseOutlook, to values: inout [Indicator: Double]) {
    values[.streetUtilization] = response.streetUtilization
    values[.stationUtilization] = response.stationUtilization
    guard response.incidents > 0 else { return }
    values[.coreWithinTarget] = response.withinTarget[.core]
    values[.keyWithinTarget] = response.withinTarget[.key]
    values[.generalWithinTarget] = response.withinTarget[.general]
    values[.withinTarget] = response.inTime / response.incidents
    values[.withinFiveMinutes] = response.withinFive
    values[.responseMeanFromCall] = response.meanFromCall
    values[.responseMeanFromDispatch] = response.meanFromDispatch
    values[.responseP90] = response.percentile90
  }
}
