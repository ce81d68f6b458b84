import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingWorld

/// The report says to which stations and sites the officers of the plan shown go, and the numbers add up to those told.
@Suite struct DestinationTableTests {
  private func place(_ name: String, _ community: Int, _ street: Int) -> OfficerPlace {
    OfficerPlace(
      id: name, name: LocalizedText(name), toCommunity: community, toStreet: street,
      unitShiftsPerDay: Double(street) / 4)
  }

  private func findings(_ places: [OfficerPlace]) -> Findings {
    var result = Fixture.result()
    for index in result.treatments.indices { result.treatments[index].redeployment.places = places }
    return Findings(result: result, scenario: Fixture.scenario())
  }

  private func rows(_ places: [OfficerPlace]) throws -> [[String]] {
    try #require(
      DestinationTable.blocks(findings(places)).compactMap { block -> DataTable? in
        if case .table(let table) = block { table } else { nil }
      }.first
    ).rows.map { [$0.head.zh] + $0.cells.prefix(2).map(\.value.zh) }
  }

  @Test func `the departments that give most are named`() throws {
    var result = Fixture.result()
    for index in result.treatments.indices {
      let first = try #require(result.treatments[index].departments.first)
      result.treatments[index].departments = [2, 0, 9, 4, 3, 1].enumerated().map { number, taken in
        var department = first
        (department.id, department.name) = (
          "d\(number)", LocalizedText(zh: "\(number)科", en: "Dept \(number)")
        )
        department.taken = taken
        return department
      }
    }
    let text = RedeploymentSection.origins(Findings(result: result, scenario: Fixture.scenario())).plain
    #expect(text.en.contains("officers come mostly from Dept 2, Dept 3 and Dept 4."))
    #expect(text.zh.contains("的警力主要来自2科、3科和"))
  }

  @Test func `stations and sites have the officers of page one`() throws {
    // Of 35 officers 28 go to the community.
    let table = try rows([place("甲所", 20, 0), place("乙所", 8, 0), place("备用点", 0, 7)])
    #expect(table == [["甲所", "20", "0"], ["乙所", "8", "0"], ["备用点", "0", "7"], ["合计", "28", "7"]])
  }

  @Test func `many places end in one row for the others`() throws {
    let stations = (0..<40).map { place("\($0)所", $0 == 39 ? 9 : $0 < 19 ? 1 : 0, 0) }
    let table = try rows(stations + [place("备用点", 0, 7)])
    #expect(table.count == 13 && table[0] == ["39所", "9", "0"] && table[1] == ["备用点", "0", "7"])
    #expect(table[11] == ["其余 30 处", "10", "0"] && table[12] == ["合计", "28", "7"])
    #expect(caption(stations + [place("备用点", 0, 7)]).zh.contains("全部派出所和各方案见 tables/officer-moves.csv"))
  }

  @Test func `every station of a county has its row`() throws {
    let stations = (0..<19).map { place("\($0)所", 1, 0) } + [place("19所", 9, 0)]
    let table = try rows(stations + [place("备用点", 0, 7)])
    #expect(table.map { $0[0] } == (0..<20).map { "\($0)所" } + ["备用点", "合计"])
    #expect(table.last == ["合计", "28", "7"])
    #expect(caption(stations).zh.contains("其他方案的见 tables/officer-moves.csv"))
    #expect(!caption(stations).zh.contains("人数最多"))
  }

  private func caption(_ places: [OfficerPlace]) -> LocalizedText {
    DestinationTable.blocks(findings(places)).compactMap { block -> LocalizedText? in
      if case .caption(let text) = block { text } else { nil }
    }.first ?? LocalizedText("")
  }

  @Test func `officers without a place are told as such`() throws {
    #expect(try rows([place("甲所", 28, 0)]).map { $0[0] } == ["甲所", "未定地点", "合计"])
    #expect(DestinationTable.blocks(findings([])).isEmpty)
  }
}
