import Dunjing
import Foundation

/// A city on a line with one unit at each of its stations, where only travel and service take time.
struct LineCity {
  /// Positions of the grids in kilometers, and their share of the demand.
  var grids: [(x: Double, weight: Double)]
  /// The grids in which there is a station with a unit.
  var stations: [Int]
  /// Incidents per hour.
  var perHour: Double
  /// Mean minutes on scene, exponential.
  var sceneMinutes: Double
  var horizonDays = 30

  /// A town at 0 km with 60 % of the calls, a village at 5 km with 30 %, a hamlet at 10.4 km with 10 %; units in the town and
  /// in the hamlet, at a kilometer a minute. For the village the unit of the town is nearer, by 24 seconds, but while it is
  /// there the calls of the town wait for a unit ten minutes away.
  static let townAndVillage = LineCity(
    grids: [(0, 60), (5, 30), (10.4, 10)], stations: [0, 2], perHour: 1.2, sceneMinutes: 20)

  /// Compiles the city.
  func world() throws -> World {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(yaml.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    return World(compiling: try ScenarioBundle(path: folder.path).load())
  }

  private var gridRows: String {
    grids.enumerated().map {
      "  - {id: g\($0), x: \($1.x), y: 0, population: 1000, demandWeight: \($1.weight)}"
    }.joined(separator: "\n")
  }

  private var stationRows: String {
    stations.map { "  - {id: s\($0), name: s\($0), kind: station, x: \(grids[$0].x), y: 0}" }
      .joined(separator: "\n")
  }

  private static func ones(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }

  private var yaml: String {
    """
    schema: dunjing/1
    name: line
    time: {zone: UTC, start: "2024-01-01", warmUpDays: 1, settlingDays: 0, horizonDays: \(horizonDays)}
    coordinates: local
    grids:
    \(gridRows)
    facilities:
    \(stationRows)
    travel:
      metric: euclidean
      detourFactor: 1
      modes:
        car: {speedKilometersPerHour: 60, hourFactors: \(Self.ones(24)), monthFactors: \(Self.ones(12))}
    rosters:
      - id: always
        shifts: [{id: all, start: "00:00", end: "00:00"}]
        availability: 1
        handoverMinutes: 0
        breakMinutes: 0
        teams: 1
        coversDay: true
    units:
      - {id: unit, name: unit, facilityKind: station, unitsPerFacility: 1, mode: car, skills: [], area: city, \
    roster: always, movingShare: 0, turnoutSeconds: 0, movingTurnoutSeconds: 0, unavailableShare: 0, \
    preferenceSeconds: 0}
    dispatch: {callTakingSeconds: 0, oneClickSeconds: 0, acknowledgeSeconds: 0, policy: nearest, preemption: never}
    incidentKinds:
      - {id: job, name: job, exogenousPerYear: \(perHour * 8_760), hourWeights: \(Self.ones(24)), \
    weekdayWeights: \(Self.ones(7)), monthWeights: \(Self.ones(12)), priority: 1, urgentShare: 0, urgentPriority: 1, \
    sceneMinutes: {exponential: {mean: \(sceneMinutes)}}, paperworkMinutes: 0, secondUnitProbability: 0, skills: [], \
    harm: 1, followUps: [], units: 1}
    hazardKinds: []
    climbs: []
    departments: []
    treatments: [{id: now, name: now, sinkRatio: 0}]
    experiment: {replications: 10, seed: 7}
    """
  }
}
