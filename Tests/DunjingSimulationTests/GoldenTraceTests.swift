import DunjingScenario
import DunjingWorld
import Foundation
import Testing

@testable import DunjingSimulation

/// A day of a tiny city, event by event, as a text that a person can read and a change can be seen in.
@Suite struct GoldenTraceTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/tiny-city.csv")

  private static let header = [
    "# A day of the tiny city of GoldenTraceTests: the treatment takes effect at the first midnight.",
    "# To renew it: delete this file, run the test (it writes the file and fails once), and read the difference."
  ]

  private func trace() throws -> (trace: Trace, world: World) {
    let world = try SmallCity.compiled(Self.city)
    var simulator = Simulator(world, seed: 10, replication: 0)
    simulator.play(until: world.implementation)
    simulator.startTracing()
    simulator.apply(world.plans[1])
    simulator.startMeasuring()
    simulator.play(until: world.end)
    return (simulator.finishTracing(), world)
  }

  @Test func aDayOfTheTinyCityIsAsItWas() throws {
    let (trace, world) = try trace()
    let lines = Self.header + TraceTable(trace, of: world).lines
    guard let golden = try? String(contentsOf: Self.file, encoding: .utf8) else {
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: Self.file)
      Issue.record("\(Self.file.path) was missing and has been written: read it, and run the test again")
      return
    }
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let first = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
    if let first {
      Issue.record("line \(first.offset + 1) was \(first.element.1)\nand is now \(first.element.0)")
    }
    #expect(lines.count == expected.count, "the number of lines has changed")
  }

  /// A golden text in which something never happens could not tell when it goes wrong.
  @Test func everythingHappensInTheTinyCity() throws {
    // Switches, partners and shocks that the tiny city does not have: ReformTests and ShockTests look at their steps.
    let elsewhere: Set = ["answered", "averted", "referred", "shockBegan", "shockEnded"]
    let happened = elsewhere.union(try trace().trace.entries.map(\.step.rawValue))
    let missing = TraceStep.allCases.map(\.rawValue).filter { !happened.contains($0) }
    #expect(missing.isEmpty, "never happens: \(missing.joined(separator: ", "))")
  }

  @Test func aTraceChangesNothing() throws {
    let world = try SmallCity.world()
    var plain = Simulator(world, seed: 7, replication: 0)
    plain.play(until: world.implementation)
    plain.startMeasuring()
    var traced = plain
    traced.startTracing()
    plain.play(until: world.end)
    traced.play(until: world.end)
    #expect(traced.finishTracing().entries.count > 3_000)
    #expect(plain.result() == traced.result())
  }

  private static let city = """
    schema: dunjing/1
    name: tiny city
    time: {zone: UTC, start: "2024-03-04", warmUpDays: 1, settlingDays: 0, horizonDays: 1}
    coordinates: local
    grids:
      - {id: harbor, x: 0, y: 0, population: 3000, station: north}
      - {id: market, x: 4, y: 0, population: 4000, areaClass: core, station: north}
      - {id: hill, x: 0, y: 6, population: 2000, station: south}
      - {id: mill, x: 4, y: 6, population: 1000, station: south}
    facilities:
      - {id: north, name: north, kind: station, x: 0, y: 0}
      - {id: south, name: south, kind: station, x: 4, y: 6}
      - {id: square, name: square, kind: streetWorkstation, x: 4, y: 0}
      - {id: bridge, name: bridge, kind: streetWorkstation, x: 0, y: 6}
      - {id: hall, name: hall, kind: corePost, x: 4, y: 0, grid: market}
    force:
      categories:
        - {id: community, name: community, pool: community, isSworn: true, count: 4}
    rosters:
      - id: twoShifts
        shifts: [{id: day, start: "08:00", end: "20:00"}, {id: night, start: "20:00", end: "08:00"}]
        handoverMinutes: 10
        breakMinutes: 20
        availability: 1
        teams: 4
        coversDay: true
      - id: daytime
        shifts: [{id: day, start: "09:00", end: "17:00"}]
        handoverMinutes: 0
        breakMinutes: 0
        availability: 1
        teams: 1
        coversDay: false
    units:
      - {id: car, name: car, facilityKind: station, unitsPerFacility: 1, mode: car, area: city, \
    skills: [enforcement], roster: twoShifts, movingShare: 0}
      - {id: street, name: street, facilityKind: streetWorkstation, unitsPerFacility: 1, mode: ebike, area: city, \
    skills: [], roster: daytime, movingShare: 0.6}
      - {id: post, name: post, facilityKind: corePost, unitsPerFacility: 1, mode: ebike, area: grid, \
    skills: [], roster: daytime, movingShare: 0, isFirstResponderOnly: true}
    dispatch: {policy: nearest, preemption: onScene, preemptingPriority: 1, resumesAfterPreemption: true, \
    relocation: dynamicMEXCLP, waitingLimit: 2}
    incidentKinds:
      - {id: theft, name: theft, exogenousPerYear: 3000, priority: 2, urgentShare: 0.4, urgentPriority: 1, \
    sceneMinutes: {exponential: {mean: 60}}, paperworkMinutes: 15, secondUnitProbability: 0.3, \
    skills: [enforcement], harm: 1, followUps: [], units: 1, deterrence: {effect: 0.8, fadeMinutes: 60}}
      - {id: dispute, name: dispute, exogenousPerYear: 3000, priority: 3, urgentShare: 0, urgentPriority: 1, \
    sceneMinutes: {exponential: {mean: 40}}, paperworkMinutes: 0, secondUnitProbability: 0.4, skills: [], harm: 1, followUps: [], units: 1}
    hazardKinds:
      - {id: quarrel, name: quarrel, arrivalsPerYear: 2500, incubationDays: {exponential: {mean: 0.8}}, \
    detectionPerVisit: 0.5, closure: 0.6, becomes: [{kind: dispute, share: 1}], jointShare: 0.2, mediationHours: 1}
    patrol: {policy: hotSpots, hotSpotMinutes: 15, speedKilometersPerHour: 20}
    climbs: [{from: dispute, to: theft, probability: 0.3, meanDelayDays: 0.2}]
    departments: []
    community:
      visitors: [{category: community, tourHoursPerYear: 1000, weight: 1}]
      beats: 4
      visitHours: 1
      mediationHoursPerYear: 3000
    treatments: [{id: base, name: base, sinkRatio: 0}, {id: quick, name: quick, sinkRatio: 0, \
    switches: {oneClickDispatch: true}}]
    """
}
