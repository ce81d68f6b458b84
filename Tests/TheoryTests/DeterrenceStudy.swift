import DunjingScenario
import DunjingSimulation

/// A patrol that goes round and is never called away, and a kind of incident that it deters.
///
/// The base has no demand; the only other place is a must-visit point a quarter of a kilometer away, 15 seconds at
/// 60 km/h. A round is 15 s there, the dwell, 15 s back, and 65 % of the round standing by at the base: 30 minutes for
/// a dwell of 10. Incidents are served by somebody else.
struct DeterrenceStudy: TheoryStudy {
  var effect = 0.6
  var fadeMinutes = 10.0

  /// Seconds of a round in which the patrol is in the grid of the point: the way there counts, as for dispatch.
  static let presentSeconds = 615.0
  /// Seconds of a round.
  static let roundSeconds = 1_800.0

  var yaml: String {
    """
    schema: dunjing/1
    name: deterrence
    time: {zone: UTC, start: "2024-01-01", warmUpDays: 1, settlingDays: 0, horizonDays: 30}
    coordinates: local
    grids:
      - {id: base, x: 0, y: 0, population: 0, demandWeight: 0}
      - {id: spot, x: 0.25, y: 0, population: 1000}
    facilities:
      - {id: s, name: s, kind: station, x: 0, y: 0}
      - {id: w, name: w, kind: streetWorkstation, x: 0, y: 0}
    travel: {metric: euclidean, detourFactor: 1}
    rosters:
      - {id: always, shifts: [{id: all, start: "00:00", end: "00:00"}], availability: 1, handoverMinutes: 0, \
    breakMinutes: 0, teams: 1, coversDay: true}
    units:
      - {id: patrol, name: patrol, facilityKind: streetWorkstation, unitsPerFacility: 1, mode: car, \
    skills: [patrol], area: city, roster: always, movingShare: 0.35, unavailableShare: 0}
      - {id: server, name: server, facilityKind: station, unitsPerFacility: 1, mode: car, skills: [basic], \
    area: city, roster: always, movingShare: 0, unavailableShare: 0}
    patrol:
      points: [{id: p, x: 0.25, y: 0, intervalHours: 1, dwellMinutes: 10}]
      speedKilometersPerHour: 60
    incidentKinds:
    \(kind)hazardKinds: []
    climbs: []
    departments: []
    treatments: [{id: base, name: base, sinkRatio: 0}]
    """
  }

  private var kind: String {
    TinyStudy.kind("order", perHour: 20, scene: "0").replacing("skills: []", with: "skills: [basic]")
      + "    deterrence: {effect: \(effect), fadeMinutes: \(fadeMinutes)}\n"
  }

  /// Plays replications and returns the share of incidents that presence deters in each.
  func deterredShares(replications: Int, seed: UInt64) throws -> [Double] {
    try results(replications: replications, seed: seed).compactMap { result in
      guard let deterred = result[.deterred], let incidents = result[.incidents] else { return nil }
      return deterred / (deterred + incidents)
    }
  }
}
