import Testing

@testable import DunjingScenario

@Suite struct StationWeightFaultTests {
  private func issues(_ keys: String) throws -> [String] {
    try EditedStudy.issues { $0.replacing("sinkRatio: 0.2,", with: "\(keys),") }.map { $0.text(in: .en) }
  }

  @Test func `weights are read by station`() throws {
    let keys = "sinkRatio: 0.2, stationWeights: {s1: 0, s2: 2.5},"
    let scenario = try EditedStudy.load { $0.replacing("sinkRatio: 0.2,", with: keys) }.get()
    #expect(scenario.treatments[1].stationWeights == ["s1": 0, "s2": 2.5])
    #expect(scenario.treatments[0].stationWeights.isEmpty)
  }

  @Test func `weights name stations that exist`() throws {
    let found = try issues("sinkRatio: 0.2, stationWeights: {w1: 1, zz: 1}")
    #expect(found.count == 2)
    #expect(found.contains { $0.contains("w1") && $0.contains("station") })
    #expect(found.contains { $0.contains("zz") && $0.hasPrefix("scenario.yaml:") })
    let chinese = try EditedStudy.issues {
      $0.replacing("sinkRatio: 0.2,", with: "sinkRatio: 0.2, stationWeights: {zz: 1},")
    }.map { $0.text(in: .zh) }
    #expect(chinese.count == 1 && chinese[0].contains("派出所"))
  }

  @Test func `weights are not negative`() throws {
    let found = try issues("sinkRatio: 0.2, stationWeights: {s1: -1}")
    #expect(found.count == 1 && found[0].contains("-1"))
  }

  @Test func `ratios of phases name counties that exist`() throws {
    let found = try issues(
      "sinkRatio: {agencyByCounty: {zz: 0.1}}, "
        + "phases: [{afterDays: 30, sinkRatio: {agencyByCounty: {yy: 0.1}, byPrefecture: {xx: 0.1}}}]")
    #expect(found.count == 3)
    #expect(found.contains { $0.contains("zz") && $0.contains("county") })
    #expect(found.contains { $0.contains("yy") && $0.contains("county") })
    #expect(found.contains { $0.contains("xx") && $0.contains("prefecture") })
  }

  @Test func `the ratio of a county goes before that of its prefecture`() {
    let ratio = SinkRatio(agency: 0.1, byPrefecture: ["north": 0.2], agencyByCounty: ["a": 0.3])
    let shares = [("a", "north"), ("b", "north"), ("c", "south")].map {
      ratio.ofAgencies(in: County(id: $0, name: LocalizedText($0), prefecture: $1, forceWeight: 1))
    }
    #expect(shares == [0.3, 0.2, 0.1])
  }
}
