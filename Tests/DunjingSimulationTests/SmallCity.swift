import DunjingScenario
import DunjingWorld
import Foundation

/// A city of nine grids on a road lattice, with every mechanism in it: small enough to check after every event.
enum SmallCity {
  /// The compiled city, with edits to its text made first.
  static func world(_ edits: [(String, String)] = []) throws -> World {
    var text = yaml
    for (old, new) in edits {
      precondition(text.contains(old), "the small city has no text \(old)")
      text = text.replacing(old, with: new)
    }
    return try compiled(text)
  }

  /// Compiles the text of a scenario.
  static func compiled(_ text: String) throws -> World {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    do {
      return World(compiling: try ScenarioBundle(path: folder.path).load())
    } catch {
      throw BrokenCity(text: error.issues.map { $0.text(in: .en) }.joined(separator: "\n"))
    }
  }

  struct BrokenCity: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  private static var grids: String {
    (0..<9).map { number in
      let areaClass = number == 4 ? "core" : number == 5 ? "key" : "general"
      return
        "  - {id: g\(number), x: \(number % 3), y: \(number / 3), population: 2000, areaClass: \(areaClass)}"
    }.joined(separator: "\n")
  }

  private static var nodes: String {
    (0..<9).map { "    - {id: n\($0), x: \($0 % 3), y: \($0 / 3), grid: g\($0)}" }.joined(separator: "\n")
  }

  private static var edges: String {
    (0..<9).flatMap { number -> [String] in
      var lines: [String] = []
      if number % 3 < 2 { lines.append("    - {from: n\(number), to: n\(number + 1), class: local}") }
      if number < 6 { lines.append("    - {from: n\(number), to: n\(number + 3), class: local}") }
      return lines
    }.joined(separator: "\n")
  }

  private static let yaml = """
    schema: dunjing/1
    name: small city
    time: {zone: UTC, start: "2024-01-01", warmUpDays: 3, settlingDays: 0, horizonDays: 14}
    coordinates: local
    grids:
    \(grids)
    roads:
      nodes:
    \(nodes)
      edges:
    \(edges)
    facilities:
      - {id: s1, name: s1, kind: station, x: 0, y: 0}
      - {id: s2, name: s2, kind: station, x: 2, y: 2}
      - {id: w1, name: w1, kind: streetWorkstation, x: 1, y: 1}
      - {id: p1, name: p1, kind: corePost, x: 1, y: 1, grid: g4}
      - {id: r1, name: r1, kind: reserveSite, x: 2, y: 0}
    force:
      categories:
        - {id: community, name: community, pool: community, isSworn: true, count: 6}
      streetShift: {group: street, officersPerUnitShift: 2, shiftOrder: [evening, day, night], \
    weekdayOrder: [5, 4, 6, 3, 2, 1, 0]}
    rosters:
      - id: threeShifts
        shifts:
          - {id: night, start: "00:00", end: "08:00"}
          - {id: day, start: "08:00", end: "16:00"}
          - {id: evening, start: "16:00", end: "00:00"}
        handoverMinutes: 10
        breakMinutes: 20
        availability: 0.88
        teams: 4
        coversDay: true
    units:
      - {id: street, name: street, facilityKind: streetWorkstation, unitsPerFacility: 2, mode: car, area: city, \
    skills: [enforcement], roster: threeShifts, movingShare: 0.6}
      - {id: stationCar, name: car, facilityKind: station, unitsPerFacility: 1, mode: car, area: district, \
    skills: [], roster: threeShifts, movingShare: 0, unavailableShare: 0.45, unavailableMeanMinutes: 40}
      - {id: post, name: post, facilityKind: corePost, unitsPerFacility: 1, mode: ebike, area: grid, \
    skills: [enforcement], roster: threeShifts, movingShare: 0, isFirstResponderOnly: true}
    dispatch: {policy: nearest, preemption: onScene, preemptingPriority: 1, resumesAfterPreemption: true}
    demand: {incidentsPerDay: 30}
    incidentKinds:
      - {id: criminal, skills: [enforcement]}
      - {id: fraud, skills: []}
      - {id: order, skills: [enforcement]}
      - {id: dispute, skills: []}
      - {id: traffic, skills: []}
      - {id: help, skills: []}
      - {id: other, skills: []}
    hazardKinds: default
    departments: default
    community:
      visitors: [{category: community, tourHoursPerYear: 600, weight: 1}]
      beats: 20
      visitHours: 1.5
      mediationHoursPerYear: 2000
    patrol:
      points: [{id: p1, x: 0, y: 1, intervalHours: 2, dwellMinutes: 5}]
      lines: [{id: l1, nodes: n2 n5 n8, passesPerShift: 1}]
      speedKilometersPerHour: 20
    treatments:
      - {id: sink00, name: none, sinkRatio: 0}
      - {id: sink40, name: forty, sinkRatio: 0.4, streetShare: 0.5}
      - {id: package, name: package, sinkRatio: 0.4, streetShare: 0.5, switches: {oneClickDispatch: true, residentPolicing: true, \
    intelligence: true, jointMediation: true}}
    """
}
