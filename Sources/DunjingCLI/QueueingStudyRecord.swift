import Dunjing

/// What `dunjing analyze STUDY --json` writes.
struct QueueingStudyRecord: Encodable {
  struct Hour: Encodable {
    let hour: Int?
    let roster: String?
    let shift: String?
    let unitsOnDuty: Double
    /// Dispatches asked for per hour.
    let arrivalRate: Double
    /// In erlangs.
    let offeredLoad: Double
    let workload: Double?
    let greatestWorkload: Double?
    let meanTravelMinutes: Double?
    let waitingProbability: Double?
    let reachedInTime: [String: Double]
    let availableCoverage: [String: Double]
    let unitsNeeded: Int
    let saturatedParts: Int
    let unservedShare: Double

    init(_ outlook: HourOutlook, hour: Int? = nil, shift: ShiftHours? = nil) {
      (self.hour, roster, self.shift) = (hour, shift?.roster, shift?.shift)
      (unitsOnDuty, arrivalRate, offeredLoad) = (outlook.units, outlook.arrivalRate, outlook.load)
      (workload, greatestWorkload) = (outlook.workload, outlook.greatestWorkload)
      (meanTravelMinutes, waitingProbability) = (outlook.travelMinutes, outlook.waitingProbability)
      reachedInTime = Self.byName(outlook.reached)
      availableCoverage = Self.byName(outlook.available)
      (unitsNeeded, saturatedParts) = (outlook.unitsNeeded, outlook.saturatedParts)
      unservedShare = outlook.unservedShare
    }

    private static func byName(_ shares: [AreaClass: Double]) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: shares.map { ($0.key.rawValue, $0.value) })
    }
  }

  struct Part: Encodable {
    let county: LocalizedText
    let grids: Int
    let units: [String]
    let unitsNeeded: [Int]
    let hours: [PartResult]
  }

  struct PartResult: Encodable {
    let hour: Int
    let weekdays: Int
    let method: String
    let unitsOnDuty: Int
    let arrivalRate: Double
    let offeredLoad: Double
    let utilization: Double
    let meanServiceMinutes: Double
    /// By unit of the part; nil for those not on duty.
    let workloads: [Double?]
    let meanTravelMinutes: Double?
    let waitingProbability: Double?
    let interAreaFraction: Double?
    /// Units that alone may serve some incidents and have the least room for them; nil where all may go everywhere.
    let tightestUnits: [String]?
    /// What arrives of such incidents, as a share of what these units can do.
    let tightestLoad: Double?
  }

  struct Departure: Encodable {
    let id: String
    let text: LocalizedText
  }

  let treatment: String
  let delayTarget: Double
  let unitsPerIncident: Double
  let incidentsPerHour: [Double]
  let hours: [Hour]
  let shifts: [Hour]
  let parts: [Part]
  let departures: [Departure]

  init(_ study: QueueingStudy) {
    treatment = study.world.plans[study.treatment].treatment.id
    (delayTarget, unitsPerIncident) = (study.delayTarget, study.unitsPerIncident)
    incidentsPerHour = study.incidentsPerHour
    hours = study.hours.enumerated().map { Hour($1, hour: $0) }
    shifts = study.shifts.map { Hour(study.outlook(hours: $0.hours), shift: $0) }
    parts = study.parts.map { part in
      Part(
        county: study.world.counties[part.county].county.name, grids: part.grids,
        units: part.units.map { Self.name(of: $0, in: study.world) }, unitsNeeded: part.unitsNeeded,
        hours: part.hours.enumerated().flatMap { hour, results in
          results.map { Self.result($0.result, part, study.world, hour: hour, weekdays: $0.weekdays) }
        })
    }
    departures = study.departures.map { Departure(id: $0.id, text: $0.text) }
  }

  private static func name(of unit: Int, in world: World) -> String {
    let compiled = world.units[unit]
    let place = world.scenario.facilities[compiled.facility].id
    return "\(world.scenario.units[compiled.group].id)@\(place)#\(compiled.number)"
  }

  private static func result(
    _ hour: PartHour, _ part: QueueingStudy.Part, _ world: World, hour number: Int, weekdays: Int
  ) -> PartResult {
    PartResult(
      hour: number, weekdays: weekdays, method: hour.method.rawValue, unitsOnDuty: hour.units,
      arrivalRate: hour.arrivalRate, offeredLoad: hour.load, utilization: hour.utilization,
      meanServiceMinutes: hour.serviceMinutes, workloads: part.units.map { hour.workloads[$0] },
      meanTravelMinutes: hour.travelMinutes, waitingProbability: hour.waitingProbability,
      interAreaFraction: hour.interAreaFraction,
      tightestUnits: hour.tightest?.units.map { name(of: $0, in: world) }, tightestLoad: hour.tightest?.load)
  }
}
