import Testing

@testable import DunjingExperiment
@testable import DunjingReport
@testable import DunjingScenario
@testable import DunjingWorld

/// A run has a table of whom every treatment takes from which department, and of where they go; nobody is lost between.
@Suite struct OfficerMovesTests {
  /// The fixture with three departments that give 20, 0 and 15 officers under the 35 of 20 %, and the places of these.
  private func rows(places: [OfficerPlace], station: Int = 0) throws -> [[Substring]] {
    var result = Fixture.result()
    result.treatments.removeAll { $0.id != "s20" }
    let first = try #require(result.treatments.first?.departments.first)
    result.treatments[0].departments = [20, 0, 15 + station].enumerated().map { number, taken in
      var department = first
      (department.id, department.name) = ("d\(number)", LocalizedText(zh: "\(number)科", en: "Dept \(number)"))
      department.taken = taken
      return department
    }
    result.treatments[0].redeployment.countyOfficers = station
    result.treatments[0].redeployment.places = places
    let file = try #require(ResultTables(result).files.first { $0.name == "officer-moves.csv" })
    return file.text.dropFirst().split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  private func place(_ id: String, _ community: Int, _ street: Int) -> OfficerPlace {
    OfficerPlace(
      id: id, name: LocalizedText(zh: "\(id)所", en: id), toCommunity: community, toStreet: street,
      unitShiftsPerDay: Double(street) / 4.2)
  }

  private func sum(_ rows: [[Substring]], _ end: Substring, column: Int = 5) -> Int {
    rows.filter { $0[1] == end }.map { Int($0[column]) ?? 0 }.reduce(0, +)
  }

  @Test func `those who leave and those who arrive are as many`() throws {
    let rows = try rows(places: [place("a", 20, 0), place("b", 8, 0), place("x", 0, 7)])
    #expect(
      rows[0] == [
        "treatment", "end", "id", "name_zh", "name_en", "officers", "toCommunity", "toStreet",
        "unitShiftsPerDay"
      ])
    #expect(rows[1] == ["s20", "from", "d0", "0科", "Dept 0", "20", "", "", ""])
    #expect(rows[3].prefix(8) == ["s20", "to", "a", "a所", "a", "20", "20", "0"])
    #expect(rows.count == 6)
    #expect(sum(rows, "from") == 35 && sum(rows, "to") == 35)
    #expect(sum(rows, "to", column: 6) == 28 && sum(rows, "to", column: 7) == 7)
  }

  @Test func `who goes to no known place has a row of that name`() throws {
    let rows = try rows(places: [place("a", 20, 0)])
    #expect(rows.last?.prefix(8) == ["s20", "to", "", "未定地点", "Place not known", "15", "8", "7"])
    #expect(sum(rows, "from") == sum(rows, "to"))
  }

  @Test func `officers of stations who turn to the community are counted where they stay`() throws {
    let rows = try rows(places: [place("a", 28, 0), place("x", 0, 7)], station: 4)
    #expect(rows.last?[3] == "派出所民警转社区，仍在本所" && rows.last?[5] == "4")
    #expect(sum(rows, "from") == 39 && sum(rows, "to") == 39)
  }
}
