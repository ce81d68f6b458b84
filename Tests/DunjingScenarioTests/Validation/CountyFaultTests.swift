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
    #expect(found.contains { $0.contains("grids.csv:2") && $0.contains("county") })
    #expect(found.contains { $0.contains("the county 'a' has no grid") })
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
