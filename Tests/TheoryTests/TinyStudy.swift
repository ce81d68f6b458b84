/// A study that is a textbook model: by default one grid, one station, nothing takes time but service.
///
/// It is written as a bundle and read like any other, so that a theory check covers the way from the file to the
/// indicator.
struct TinyStudy: TheoryStudy {
  /// Units at each station.
  var servers = 1
  /// Positions of the grids in kilometers, east and north, and their weights of demand.
  var grids: [(x: Double, y: Double, weight: Double)] = [(0, 0, 1)]
  /// The grids in which there is a station.
  var stations = [0]
  var speed = 300.0
  var metric = "euclidean"
  var policy = "longestIdle"
  /// Incidents that may wait; nil for no limit.
  var waitingLimit: Int?
  /// YAML of the incident kinds, indented by two.
  var kinds = ""
  /// YAML of the hazard kinds, indented by two.
  var hazards = ""
  /// Effective visits of the beat in a day.
  var visitsPerDay = 0.0
  var warmUpDays = 20
  var horizonDays = 365
  var preemption = "never"
  var mediationHoursPerYear = 1.0

  /// YAML of a kind with exponential or other service.
  static func kind(
    _ id: String, perHour: Double, priority: Int = 1, scene: String, units: Int = 1,
    hours: [Double] = Array(repeating: 1, count: 24), weekdays: [Double] = Array(repeating: 1, count: 7)
  ) -> String {
    """
      - id: \(id)
        name: \(id)
        exogenousPerYear: \(perHour * 8_760)
        hourWeights: \(hours)
        weekdayWeights: \(weekdays)
        monthWeights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
        priority: \(priority)
        urgentShare: 0
        urgentPriority: 1
        sceneMinutes: \(scene)
        paperworkMinutes: 0
        secondUnitProbability: 0
        skills: []
        harm: 1
        followUps: []
        units: \(units)

    """
  }

  private static func ones(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }

  private var gridRows: String {
    grids.enumerated().map { number, grid in
      "  - {id: g\(number), x: \(grid.x), y: \(grid.y), population: 1000, demandWeight: \(grid.weight)}"
    }.joined(separator: "\n")
  }

  private var stationRows: String {
    stations.map { grid in
      "  - {id: s\(grid), name: s\(grid), kind: station, x: \(grids[grid].x), y: \(grids[grid].y)}"
    }.joined(separator: "\n")
  }

  private var limit: String { waitingLimit.map { ", waitingLimit: \($0)" } ?? "" }

  var yaml: String {
    """
    schema: dunjing/1
    name: theory
    time: {zone: UTC, start: "2024-01-01", warmUpDays: \(warmUpDays), settlingDays: 0, horizonDays: \(horizonDays)}
    coordinates: local
    grids:
    \(gridRows)
    facilities:
    \(stationRows)
    travel:
      metric: \(metric)
      detourFactor: 1
      modes:
        car: {speedKilometersPerHour: \(speed), hourFactors: \(Self.ones(24)), monthFactors: \(Self.ones(12))}
    force:
      categories: [{id: community, name: community, pool: community, isSworn: true, count: 1}]
    rosters:
      - id: always
        shifts: [{id: all, start: "00:00", end: "00:00"}]
        availability: 1
        handoverMinutes: 0
        breakMinutes: 0
        teams: 1
        coversDay: true
    units:
      - id: server
        name: server
        facilityKind: station
        unitsPerFacility: \(servers)
        mode: car
        skills: []
        area: city
        roster: always
        movingShare: 0
        turnoutSeconds: 0
        movingTurnoutSeconds: 0
        unavailableShare: 0
        preferenceSeconds: 0
    dispatch: {callTakingSeconds: 0, oneClickSeconds: 0, acknowledgeSeconds: 0, policy: \(policy), \
    preemption: \(preemption), preemptingPriority: 1, resumesAfterPreemption: true\(limit)}
    incidentKinds:
    \(kinds)hazardKinds: \(hazards.isEmpty ? "[]" : "\n" + hazards)
    climbs: []
    community:
      visitors: [{category: community, tourHoursPerYear: \(visitsPerDay * 365), weight: 1}]
      beats: 1
      visitHours: 1
      jointHandOffDays: 0
      jointHandOffDaysWithChiefs: 0
      closureGain: 0
      intelligenceFactor: 1
      residentFactor: 1
      mediationHoursPerYear: \(mediationHoursPerYear)
    departments: []
    treatments: [{id: base, name: base, sinkRatio: 0}]
    """
  }
}
