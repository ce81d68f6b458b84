import DunjingRecords
import DunjingScenario
import DunjingSimulation
import DunjingWorld

/// A city of two stations of which the simulation itself makes the records.
enum RecordedCity {
  static let head = """
    schema: dunjing/1
    name: recorded city
    time: {zone: UTC, start: "2024-03-04", warmUpDays: 0, settlingDays: 0, horizonDays: 7}
    coordinates: local

    """

  static func bundle(_ text: String) -> ScenarioBundle {
    ScenarioBundle(files: [ScenarioBundle.fileName: Array(text.utf8)])
  }

  static func ones(_ count: Int) -> String {
    "[" + Array(repeating: "1", count: count).joined(separator: ", ") + "]"
  }

  /// - Parameter movingTurnout: seconds a unit under way takes to turn to another incident.
  static func force(units: Int, movingTurnout: Int = 0) -> String {
    """
    force:
      categories:
        - {id: community, name: community, pool: community, isSworn: true, count: 4}
    rosters:
      - id: always
        shifts: [{id: all, start: "00:00", end: "00:00"}]
        handoverMinutes: 0
        breakMinutes: 0
        availability: 1
        teams: 1
        coversDay: true
    units:
      - {id: car, name: car, facilityKind: station, unitsPerFacility: \(units), mode: car, area: city, skills: [], \
    roster: always, movingShare: 0, turnoutSeconds: 0, \
    movingTurnoutSeconds: \(movingTurnout), unavailableShare: 0, \
    preferenceSeconds: 0}
    dispatch: {policy: nearest, callTakingSeconds: 0, acknowledgeSeconds: 0}
    """
  }

  static let tail = """

    hazardKinds: []
    climbs: []
    departments: []
    treatments: [{id: base, name: base, sinkRatio: 0}]
    experiment: {replications: 2, seed: 7, baseline: base}
    """

  static func text(speed: Double, units: Int = 1, movingTurnout: Int = 0) -> String {
    head + """
      grids:
        - {id: west, x: 0, y: 0, population: 30000}
        - {id: middle, x: 4, y: 1, population: 40000}
        - {id: east, x: 8, y: 0, population: 30000}
      facilities:
        - {id: s1, name: s1, kind: station, x: 1, y: 0}
        - {id: s2, name: s2, kind: station, x: 7, y: 0}
      travel:
        metric: manhattan
        detourFactor: 1
        modes:
          car: {speedKilometersPerHour: \(speed), hourFactors: \(ones(24)), monthFactors: \(ones(12))}
      \(force(units: units, movingTurnout: movingTurnout))
      incidentKinds:
        - {id: theft, name: theft, exogenousPerYear: 9000, priority: 2, urgentShare: 0, urgentPriority: 1, \
      sceneMinutes: 30, paperworkMinutes: 0, secondUnitProbability: 0, skills: [], harm: 1, followUps: [], units: 1}
      """ + tail
  }

  static func scenario(speed: Double) throws -> Scenario {
    try bundle(text(speed: speed)).load().scenario
  }

  /// - Parameter text: the study, of ``text(speed:units:movingTurnout:)``.
  static func records(of text: String) throws -> [IncidentRecord] {
    try records(World(compiling: bundle(text).load()))
  }

  /// A simulated week as records, to the second: all times are whole seconds, as they are where records are kept.
  static func records(speed: Double) throws -> [IncidentRecord] { try records(of: text(speed: speed)) }

  private static func records(_ world: World) throws -> [IncidentRecord] {
    // Calls at whole seconds, so that records to the second lose nothing.
    let sampled = trace(of: world, nil).filter { $0.step == .received }
    let calls = sampled.map {
      RecordedIncident(
        seconds: $0.time.rounded(), kind: $0.kind, grid: $0.grid, place: $0.place, priority: 2,
        serviceSeconds: 1_800)
    }
    var records = calls.enumerated().map { number, call in
      var record = IncidentRecord(row: number + 2)
      record.kind = "theft"
      record.received = time(call.seconds, in: world)
      (record.x, record.y) = (world.geography.x[call.place], world.geography.y[call.place])
      return record
    }
    for entry in trace(of: world, calls) where records.indices.contains(entry.incident) {
      let moment = time(entry.time, in: world)
      switch entry.step {
      case .ordered: records[entry.incident].dispatched = records[entry.incident].dispatched ?? moment
      case .arrived: records[entry.incident].onScene = records[entry.incident].onScene ?? moment
      case .cleared: records[entry.incident].cleared = moment
      default: break
      }
    }
    return records.filter { $0.cleared != nil }
  }

  private static func trace(of world: World, _ calls: [RecordedIncident]?) -> [TraceEntry] {
    var simulator = Simulator(world, seed: 7, replication: 0, recorded: calls)
    simulator.startMeasuring()
    simulator.startTracing()
    simulator.run(until: world.end)
    return simulator.finishTracing().ordered
  }

  private static func time(_ seconds: Double, in world: World) -> RecordTime {
    let whole = Int(seconds.rounded())
    let day = CalendarDay(daysSinceEpoch: world.scenario.time.start.daysSinceEpoch + whole / 86_400)
    return RecordTime(day, secondOfDay: whole % 86_400, precision: .second)
  }
}
