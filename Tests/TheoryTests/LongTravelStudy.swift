import DunjingSimulation

/// Fifty units over a square of 10 km, Manhattan distance: the dispatch toy of the simulation literature, with calls from
/// the middles of 400 cells.
struct LongTravelStudy: TheoryStudy {
  var callsPerMinute: Double
  /// In kilometers per hour.
  var speed = 60

  private var grids: String {
    (0..<400).map { cell in
      let (x, y) = (Double(cell % 20) / 2 + 0.25, Double(cell / 20) / 2 + 0.25)
      return "  - {id: g\(cell), x: \(x), y: \(y), population: 100}"
    }.joined(separator: "\n")
  }

  private var stations: String {
    (0..<50).map { station in
      let (x, y) = (Double(station % 10) + 0.5, Double(station / 10) * 2 + 1)
      return "  - {id: s\(station), name: s, kind: station, x: \(x), y: \(y)}"
    }.joined(separator: "\n")
  }

  private static func ones(_ count: Int) -> String {
    "[" + Array(repeating: "1", count: count).joined(separator: ", ") + "]"
  }

  var yaml: String {
    """
    schema: dunjing/1
    name: long travel
    time: {zone: UTC, start: "2024-01-01", warmUpDays: 2, settlingDays: 0, horizonDays: 112}
    coordinates: local
    grids:
    \(grids)
    facilities:
    \(stations)
    travel:
      metric: manhattan
      detourFactor: 1
      modes: {car: {speedKilometersPerHour: \(speed), hourFactors: \(Self.ones(24)), \
    monthFactors: \(Self.ones(12))}}
    rosters:
      - {id: always, shifts: [{id: all, start: "00:00", end: "00:00"}], availability: 1, handoverMinutes: 0, \
    breakMinutes: 0, teams: 1, coversDay: true}
    units:
      - {id: car, name: car, facilityKind: station, unitsPerFacility: 1, mode: car, skills: [], area: city, \
    roster: always, movingShare: 0, turnoutSeconds: 0, movingTurnoutSeconds: 0, unavailableShare: 0, \
    preferenceSeconds: 0}
    dispatch: {callTakingSeconds: 0, oneClickSeconds: 0, acknowledgeSeconds: 0, policy: nearest}
    incidentKinds:
    \(TinyStudy.kind("call", perHour: callsPerMinute * 60, scene: "{exponential: {mean: 30}}"))hazardKinds: []
    climbs: []
    departments: []
    treatments: [{id: base, name: base, sinkRatio: 0}]
    """
  }
}
