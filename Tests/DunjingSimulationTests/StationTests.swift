import DunjingScenario
import DunjingSimulation
import DunjingWorld
import Testing

/// Two counties of two districts each, whose sunk officers may belong to stations.
@Suite struct StationTests {
  private static func text(_ weights: String, baseline: String = "", phases: String = "") -> String {
    func grids(_ county: String, _ x: Int) -> String {
      (0..<6).map {
        "  - {id: \(county)\($0), x: \(x + $0), y: 0, population: 30000, county: \(county), "
          + "station: s\(county)\($0 / 3)}"
      }.joined(separator: "\n")
    }
    func facilities(_ county: String, _ x: Int) -> String {
      """
        - {id: s\(county)0, kind: station, x: \(x), y: 0, county: \(county)}
        - {id: s\(county)1, kind: station, x: \(x + 5), y: 0, county: \(county)}
        - {id: w\(county), kind: streetWorkstation, x: \(x + 3), y: 0, county: \(county)}
      """
    }
    return """
      schema: dunjing/1
      name: two counties
      time: {zone: UTC, start: "2024-01-01", warmUpDays: 30, settlingDays: 0, horizonDays: 90}
      coordinates: local
      counties:
        - {id: a, prefecture: north, forceWeight: 1}
        - {id: b, prefecture: south, forceWeight: 1}
      grids:
      \(grids("a", 0))
      \(grids("b", 16))
      travel: {metric: euclidean}
      facilities:
      \(facilities("a", 0))
      \(facilities("b", 16))
      units:
        - {id: street, facilityKind: streetWorkstation, area: county, movingShare: 0, skills: [basic, patrol, traffic]}
        - {id: car, facilityKind: station, area: district, skills: [basic], unavailableShare: 0.4}
      demand: {incidentsPerDay: 60}
      departments: default
      treatments:
        - {id: none, sinkRatio: 0\(baseline)}
        - {id: sunk, sinkRatio: 0.4, streetShare: 0\(weights)\(phases)}
      experiment: {replications: 2, baseline: none}
      """
  }

  /// Hazards escalated by station, a0, a1, b0, b1, and the result.
  private func play(
    _ weights: String = "", baseline: String = "", phases: String = ""
  ) throws -> (escalated: [Int], result: ReplicationResult) {
    let world = try SmallCity.compiled(Self.text(weights, baseline: baseline, phases: phases))
    var simulator = Simulator(world, seed: 11, replication: 0)
    simulator.play(until: world.implementation)
    simulator.apply(world.plans[1])
    simulator.startMeasuring()
    simulator.startTracing()
    simulator.play(until: world.end)
    var escalated = [0, 0, 0, 0]
    for entry in simulator.finishTracing().entries where entry.step == .escalated {
      // Three grids to a station.
      escalated[entry.grid / 3] += 1
    }
    return (escalated, simulator.result())
  }

  @Test func `officers at one station find more there and less elsewhere`() throws {
    let even = try play()
    let first = try play(", stationWeights: {sa0: 1, sa1: 0}")
    #expect(first.escalated[0] < even.escalated[0] && first.escalated[1] > even.escalated[1])
    // The other county is left alone, to the last bit.
    #expect(first.result.counties[1] == even.result.counties[1])
    #expect(Array(first.escalated[2...]) == Array(even.escalated[2...]))
  }

  @Test func `phases divide officers too`() throws {
    let phases = ", phases: [{afterDays: 40, sinkRatio: 0.8}]"
    let even = try play(phases: phases)
    let first = try play(", stationWeights: {sa1: 0}", phases: phases)
    #expect(first.escalated[0] < even.escalated[0] && first.escalated[1] > even.escalated[1])
    #expect(first.result.counties[1] == even.result.counties[1])
  }

  @Test func `districts that differ under the baseline go on from where they were`() throws {
    let baseline = ", stationWeights: {sa0: 4}"
    // Without sunk officers under the baseline the districts are alike, and nothing changes but the shape of the table.
    let (plain, divided) = (try play(), try play(baseline: baseline))
    #expect(plain.result == divided.result && plain.escalated == divided.escalated)
  }
}
