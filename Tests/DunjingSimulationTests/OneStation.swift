import DunjingKernel
import DunjingScenario
import DunjingWorld
import Foundation

@testable import DunjingSimulation

/// A city of one grid and one station where nothing takes time but service, for stories of a few incidents.
struct OneStation {
  var grids = "[{id: g, x: 0, y: 0, population: 1000}]"
  var units = ""
  var kinds = ""
  var dispatch = "policy: nearest"
  var rosters = roster(start: "00:00", end: "00:00", coversDay: true)
  var horizonDays = 10
  var more = "hazardKinds: []"
  var treatments = "[{id: base, name: base, sinkRatio: 0}]"

  static func kind(
    _ id: String, perYear: Double = 0, priority: Int = 3, skills: String = "[]", scene: String = "60"
  ) -> String {
    """
      - {id: \(id), name: \(id), exogenousPerYear: \(perYear), priority: \(priority), urgentShare: 0, \
    urgentPriority: 1, sceneMinutes: \(scene), paperworkMinutes: 0, secondUnitProbability: 0, skills: \(skills), \
    harm: 1, followUps: [], units: 1}

    """
  }

  static func unit(_ id: String, skills: String = "[]", unavailableShare: Double = 0) -> String {
    """
      - {id: \(id), name: \(id), facilityKind: station, unitsPerFacility: 1, mode: car, skills: \(skills), area: city, \
    roster: roster, movingShare: 0, turnoutSeconds: 0, movingTurnoutSeconds: 0, preferenceSeconds: 0, \
    unavailableShare: \(unavailableShare), unavailableMeanMinutes: 400}

    """
  }

  static func roster(start: String, end: String, coversDay: Bool) -> String {
    """
    [{id: roster, shifts: [{id: all, start: "\(start)", end: "\(end)"}], handoverMinutes: 0, breakMinutes: 0, \
    availability: 1, teams: 1, coversDay: \(coversDay)}]
    """
  }

  func world() throws -> World {
    try SmallCity.compiled(
      """
      schema: dunjing/1
      name: one station
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 0, settlingDays: 0, horizonDays: \(horizonDays)}
      coordinates: local
      grids: \(grids)
      facilities: [{id: s, name: s, kind: station, x: 0, y: 0}]
      rosters: \(rosters)
      units:
      \(units)dispatch: {callTakingSeconds: 0, oneClickSeconds: 0, acknowledgeSeconds: 0, \(dispatch)}
      incidentKinds:
      \(kinds)\(more)
      climbs: []
      departments: []
      treatments: \(treatments)
      """)
  }
}

extension Simulator {
  /// Lets an incident be ready for an order at a time; returns its slot.
  mutating func add(kind: Int, at time: Double, minutes: Double) -> Int {
    let slot = incidents.insert(
      IncidentState(
        kind: Int32(kind), grid: 0, place: 0, priority: Int32(world.kinds[kind].priority), needed: 1,
        isMeasured: true, number: nextNumber, received: time, sceneSeconds: minutes * 60,
        fullSceneSeconds: minutes * 60))
    nextNumber += 1
    callCounts[0] += 1
    schedule(.order, slot, at: time)
    return slot
  }
}
