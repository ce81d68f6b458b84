import DunjingSimulation
import DunjingStatistics

/// A study that is a textbook model: one grid, one station, nothing takes time but service.
///
/// It is written as a bundle and read like any other, so that a theory check covers the way from the file to the
/// indicator.
struct TinyStudy {
  var servers = 1
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
    _ id: String, perHour: Double, priority: Int = 1, scene: String, units: Int = 1
  ) -> String {
    """
      - id: \(id)
        name: \(id)
        exogenousPerYear: \(perHour * 8_760)
        hourWeights: [\(Array(repeating: "1", count: 24).joined(separator: ", "))]
        weekdayWeights: [1, 1, 1, 1, 1, 1, 1]
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

  private var yaml: String {
    """
    schema: dunjing/1
    name: theory
    time: {zone: UTC, start: "2024-01-01", warmUpDays: \(warmUpDays), settlingDays: 0, horizonDays: \(horizonDays)}
    coordinates: local
    grids: [{id: g, x: 0, y: 0, population: 1000}]
    facilities: [{id: s, name: s, kind: station, x: 0, y: 0}]
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
    dispatch: {callTakingSeconds: 0, oneClickSeconds: 0, acknowledgeSeconds: 0, policy: longestIdle, \
    preemption: \(preemption), preemptingPriority: 1, resumesAfterPreemption: true}
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

  /// Plays replications and returns their results.
  func results(replications: Int, seed: UInt64) throws -> [ReplicationResult] {
    try StudyText(yaml: yaml).results(replications: replications, seed: seed)
  }
}

/// A study of a theory check that could not be read.
struct TheoryFault: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

/// A theory value beside a 99.9 % interval of independent replications.
struct TheoryCheck {
  let theory: Double
  let interval: ConfidenceInterval

  init?(_ values: [Double], theory: Double) {
    guard let interval = ConfidenceInterval(values, level: 0.999) else { return nil }
    self.interval = interval
    self.theory = theory
  }

  /// Whether theory lies inside.
  var holds: Bool { abs(interval.mean - theory) <= interval.halfWidth }

  /// Whether an answer that is 2 % off would be exposed, nineteen times in twenty: with a half width of 3.29 standard
  /// errors, a shift of 2 % leaves the interval by 1.65 standard errors.
  var exposesBias: Bool { interval.halfWidth < 0.02 * abs(theory) * 3.29 / (3.29 + 1.65) }
}
