import DunjingParallel
import DunjingQueueing
import DunjingScenario
import DunjingWorld

/// What queueing theory says of a treatment, hour by hour of an average day, without simulation.
///
/// Each part of the study that is dispatched by itself is a hypercube queue in each hour, in steady state, with the units
/// on duty then (``Part``); weekdays on which different units are on duty are solved apart and averaged. How many
/// units a part would need is from the queue with ample servers (`StaffingSchedule`), so that work which an earlier
/// hour left behind counts. ``departures`` lists what of the scenario the model leaves out.
public struct QueueingStudy: Sendable {
  /// One part that is dispatched by itself.
  public struct Part: Sendable {
    /// The index of its county.
    public let county: Int
    /// How many grids it has.
    public let grids: Int
    /// Its units, by index in the world.
    public let units: [Int]
    /// What theory says, by hour of the day; for each, what happens on how many weekdays.
    public let hours: [[(weekdays: Int, result: PartHour)]]
    /// Units with which at most ``QueueingStudy/delayTarget`` of the incidents wait, by hour of the day.
    public let unitsNeeded: [Int]
  }

  /// The world.
  public let world: World
  /// The index of the treatment.
  public let treatment: Int
  /// The parts, in order of their first grid.
  public let parts: [Part]
  /// Incidents per hour, by hour of the day.
  public let incidentsPerHour: [Double]
  /// Units sent to an incident, on average.
  public let unitsPerIncident: Double
  /// The probability of waiting that ``Part/unitsNeeded`` accept.
  public let delayTarget: Double

  /// Works out a treatment.
  /// - Parameters:
  ///   - world: the study, compiled.
  ///   - treatment: the index of the treatment.
  ///   - delayTarget: the probability of waiting that is accepted, between 0 and 1.
  ///   - threads: how many threads share the work; the result is the same for any number.
  /// - Precondition: there is such a treatment, and 0 < `delayTarget` < 1.
  public init(_ world: World, treatment: Int, delayTarget: Double = 0.1, threads: Int = 1) {
    precondition(world.plans.indices.contains(treatment), "the study has no treatment \(treatment)")
    precondition(delayTarget > 0 && delayTarget < 1, "a probability lies between 0 and 1")
    (self.world, self.treatment, self.delayTarget) = (world, treatment, delayTarget)
    let plan = world.plans[treatment]
    let demand = HourlyDemand(world, plan: plan)
    let areas = DispatchPart.all(of: world, plan: plan)
    let travel = areas.map { PartTravel(world, part: $0) }
    let jobs = Self.jobs(world, plan, areas)
    let limit = areas.count > 4 ? PartModel.exactLimitOfManyParts : PartModel.exactLimit
    let results = Parallel.map(jobs.count, threads: threads) { number in
      let job = jobs[number]
      return PartModel(
        world, plan: plan, part: areas[job.part], units: job.units, demand: demand, hour: job.hour,
        travel: travel[job.part]
      ).solved(exactLimit: limit)
    }
    var hours = areas.map { _ in [[(weekdays: Int, result: PartHour)]](repeating: [], count: 24) }
    for (job, result) in zip(jobs, results) { hours[job.part][job.hour].append((job.weekdays, result)) }
    parts = zip(areas, hours).map { area, hours in
      Part(
        county: area.county, grids: area.grids.count, units: area.units, hours: hours,
        unitsNeeded: Self.needed(hours, delayTarget))
    }
    (incidentsPerHour, unitsPerIncident) = (demand.incidentsPerHour, demand.unitsPerIncident)
  }

  private struct Job: Sendable {
    let part: Int
    let hour: Int
    let units: [Int]
    let weekdays: Int
  }

  /// The models to solve: of each part, in each hour, with each set of units that is on duty on some weekday.
  private static func jobs(_ world: World, _ plan: TreatmentPlan, _ areas: [DispatchPart]) -> [Job] {
    areas.indices.flatMap { part in
      (0..<24).flatMap { hour in
        crews(world, plan, areas[part].units, hour: hour).map { units, weekdays in
          Job(part: part, hour: hour, units: units, weekdays: weekdays)
        }
      }
    }
  }

  /// The units on duty in an hour of the day, and on how many weekdays it is they; in order of the week.
  private static func crews(
    _ world: World, _ plan: TreatmentPlan, _ units: [Int], hour: Int
  ) -> [(units: [Int], weekdays: Int)] {
    var crews: [(units: [Int], weekdays: Int)] = []
    for weekday in 0..<7 {
      let onDuty = units.filter { world.isOnDuty($0, hourOfWeek: weekday * 24 + hour, in: plan) }
      if let known = crews.firstIndex(where: { $0.units == onDuty }) {
        crews[known].weekdays += 1
      } else {
        crews.append((onDuty, 1))
      }
    }
    return crews
  }

  /// The units that a part needs in each hour, from its arrivals and its mean service time.
  private static func needed(_ hours: [[(weekdays: Int, result: PartHour)]], _ target: Double) -> [Int] {
    func mean(_ value: (PartHour) -> Double) -> [Double] {
      hours.map { hour in hour.reduce(0) { $0 + Double($1.weekdays) / 7 * value($1.result) } }
    }
    let rates = mean { $0.arrivalRate }
    let work = mean { $0.load }.reduce(0, +)
    let total = rates.reduce(0, +)
    guard total > 0, work > 0 else { return rates.map { _ in 0 } }
    let ample = InfiniteServerQueue(arrivalRates: rates, step: 1, service: .exponential(mean: work / total))
    return StaffingSchedule(ample, delayProbability: target, method: .modifiedOfferedLoad)?.servers ?? []
  }
}
