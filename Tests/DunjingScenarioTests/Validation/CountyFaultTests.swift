import Testing

@testable import DunjingScenario

@Suite struct CountyFaultTests {
  private func issues(_ counties: String, treatments: String = "") throws -> [String] {
    try EditedStudy.issues { text in
      text.replacing("\ngrids: grids.csv", with: "\ncounties: [\(counties)]\ngrids: grids.csv")
        .replacing(
          "sinkRatio: 0.2,", with: treatments.isEmpty ? "sinkRatio: 0.2," : "sinkRatio: \(treatments),")
    }.map { $0.text(in: .en) }
  }

  @Test func gridsHaveToNameACounty() throws {
    let found = try issues("{id: a}")
    #expect(found.count == 1)
    #expect(found[0].contains("grids.csv:2") && found[0].contains("'county' is missing"))
  }

  @Test func facilitiesAndStationsBelongToACounty() throws {
    let found = try EditedStudy.issues { text in
      text.replacing(
        "\ngrids: grids.csv",
        with: """
          \ncounties: [{id: a}, {id: b, forceWeight: 1}]
          grids:
            - {id: g1, x: 0, y: 0, population: 5000, county: a, station: s2}
            - {id: g2, x: 1, y: 0, population: 5000, county: b}
          """
      )
      .replacing("id: s1,", with: "id: s1, county: a,").replacing("id: s2,", with: "id: s2, county: b,")
      .replacing("id: w1,", with: "id: w1, county: a, grid: g2,")
      .replacing("area: city", with: "area: county")
    }.map { $0.text(in: .en) }
    #expect(found.contains { $0.contains("'s2' belongs to the county 'b'") })
    #expect(found.contains { $0.contains("'g2' belongs to the county 'b'") })
    #expect(found.contains { $0.contains("'county'") && $0.contains("missing") })
    #expect(found.contains { $0.contains("the county 'b' has no unit with the skills of 'criminal' (") })
  }

  @Test func ratiosNameCountiesAndPrefecturesThatExist() throws {
    let found = try issues("", treatments: "{byCounty: {zz: 0.1}, byPrefecture: {yy: 0.1}}")
    #expect(found.contains { $0.contains("zz") && $0.contains("county") })
    #expect(found.contains { $0.contains("yy") && $0.contains("prefecture") })
    #expect(found.allSatisfy { $0.hasPrefix("scenario.yaml:") })
  }

  @Test func ratiosAreShares() throws {
    let found = try issues("", treatments: "{byCounty: {zz: 1.5}}")
    #expect(found.contains { $0.contains("1.5") })
  }
}
