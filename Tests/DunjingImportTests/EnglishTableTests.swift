import Testing

@testable import DunjingScenario

/// Tables of an office that keeps them in English.
@Suite struct EnglishTableTests {
  private static let grids = """
    Fort Example Police Department - Beat Profile,,,,,,
    Precinct,Beat,Beat Name,Centroid Lat,Centroid Long,Pop. (ACS 2022),Calls for Service 2023
    Central (Pct 1),1A,Old Mill,40.62,-82.92,"3,839","2,154"
    Subtotal Central,,,,,"3,839","2,154"
    East (Pct 2),2A,Depot,40.61,-82.87,4000,1000
    CITY TOTAL,,,,,"7,839","3,154"
    "Note: 2A is under review.",,,,,,

    """
  private static let facilities = """
    Facility,Type,Latitude,Longitude,Remarks
    Police Headquarters,HQ,40.621,-82.932,
    Precinct 1 - Central,Precinct Station,40.623,-82.934,24 hrs
    Precinct 2 - East,Precinct,40.618,-82.874,
    Depot Substation,Substation,40.615,-82.86,closed since 2021

    """

  private func study(_ tables: [String: String] = [:]) throws -> ImportedTables {
    try OfficeTables.study(["网格.csv": Self.grids, "驻点.csv": Self.facilities].merging(tables) { $1 })
  }

  private func rows(_ study: ImportedTables, _ kind: StudyTableKind) -> [[Substring]] {
    (study.tables[kind] ?? "").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func gridsAndFacilitiesAreReadInOneGo() throws {
    let study = try study()
    #expect(
      rows(study, .grids) == [
        ["1A", "-82.92", "40.62", "3839", "2154", "general", "s1", "Old Mill"],
        ["2A", "-82.87", "40.61", "4000", "1000", "general", "s2", "Depot"]
      ])
    #expect(study.incidentsPerDay == 3154.0 / 365)
    #expect(study.facilityCounts == [.headquarters: 1, .station: 2, .policeRoom: 1])
    #expect(study.notes.contains { $0.en.hasPrefix("Depot Substation: taken for police rooms") })
    #expect(study.notes.contains { $0.en.hasPrefix("Depot Substation: 'closed since 2021'") })
    #expect(study.isAbroad && !study.notes.contains { $0.en.contains("there is no station") })
  }

  @Test func aSubstationWithCarsIsAStreetWorkstation() throws {
    let study = try study([
      "驻点.csv":
        "Facility,Type,Latitude,Longitude,Patrol cars\nA,Precinct,40.62,-82.93,3\nB,Precinct,40.61,-82.87,0\n"
        + "C,Substation,40.61,-82.9,1\n"
    ])
    #expect(study.facilityCounts == [.station: 2, .streetWorkstation: 1])
    // Nobody else might go to the district of B.
    #expect(
      study.areStationCarsEverywhere && study.assumptions.contains { $0.key == "units.stationCar.area" })
  }

  @Test func whereEveryStationHasACarTheyKeepToTheirDistricts() throws {
    let study = try study([
      "驻点.csv":
        "Facility,Type,Latitude,Longitude,Patrol cars\nA,Precinct,40.62,-82.93,3\nB,Precinct,40.61,-82.87,1\n"
    ])
    #expect(!study.areStationCarsEverywhere && study.unitGroups.map(\.units) == [1, 3])
  }

  @Test func whereOnlyStationsHaveCarsOfficersOnPatrolDriveThem() throws {
    let officers = "Team,Sworn Actual\nPrecinct patrol Central,84\nCommunity policing,9\n"
    let study = try study([
      "警力.csv": officers,
      "驻点.csv": "Facility,Type,Latitude,Longitude,Patrol cars\nA,Precinct,40.62,-82.93,3\n"
    ])
    #expect(rows(study, .officers).map { $0[3] } == ["stationDuty", "community"])
    #expect(study.notes.contains { $0.en.contains("(stationDuty), who drive them") })
    let street = try withStreetPost(officers)
    #expect(rows(street, .officers).map { $0[3] } == ["patrol", "community"])
  }

  private func withStreetPost(_ officers: String) throws -> ImportedTables {
    try study([
      "警力.csv": officers,
      "驻点.csv":
        "Facility,Type,Latitude,Longitude,Patrol cars\nA,Precinct,40.62,-82.93,3\nC,Substation,40.61,-82.9,1\n"
    ])
  }

  /// Sworn and Civilian in merged cells over Auth and Actual, and rows that sum a bureau.
  @Test func headingsInTwoRowsAreJoined() throws {
    let study = try study([
      "机关.csv":
        "HEADQUARTERS STAFFING,,,,,\n,,Sworn,,Civilian,\nBureau,Unit,Auth,Actual,Auth,Actual\n"
        + "Investigations,Homicide / Robbery,26,24,2,2\n,Property Crimes,30,23,3,2\nInvestigations Total,,56,47,5,4\n"
        + "Support,911 Center,3,3,58,49\n,Traffic Unit,22,18,-,-\n\"* 4 sworn on leave\",,,,,\n"
    ])
    #expect(
      study.departments.map { "\($0.id) \($0.agency.officers)" } == [
        "d1 24", "investigation 23", "command 3", "trafficHeadquarters 18"
      ])
    #expect(
      study.choices.first { $0.kind == .departments }?.columns.map(\.heading) == ["Unit", "Sworn Actual"])
    let below = try OfficeTable(
      ImportTable(
        name: "a.csv", bytes: Array("Unit,Sworn,,Civilian,\n,Auth,Actual,Auth,Actual\nA,1,2,3,4\n".utf8)),
      named: [])
    #expect(
      below.header.map(\.text)
        == ["Unit", "Sworn Auth", "Sworn Actual", "Civilian Auth", "Civilian Actual"] && below.rows.count == 1
    )
  }

  /// A heading of two rows is none where the row above is a title, or the one below a record.
  @Test(arguments: ["Staffing 2024,,\nUnit,Auth,Actual\nA,1,2\n", "Unit,Auth,Actual\n,1,2\n"])
  func oneRowOfHeadingsStaysOne(text: String) throws {
    let table = try OfficeTable(ImportTable(name: "a.csv", bytes: Array(text.utf8)), named: [])
    #expect(table.header.map(\.text) == ["Unit", "Auth", "Actual"] && table.rows.count == 1)
  }

  @Test func officersGoByTheirTeamsOrByWhatTheTableLists() throws {
    let named = try study(["警力.csv": "Team,Sworn\n\"Precinct patrol, Central\",84\nNeighborhood officers,9\n"]
    )
    #expect(named.tables[.officers]?.contains(",patrol,true,84") == true)
    #expect(named.tables[.officers]?.contains(",community,true,9") == true)
    let listed = try study([
      "警力.csv": "Precinct,Sworn Auth,Sworn Actual,Civilian\n1 Central,96,84,5\n2 East,78,69,4\n"
    ])
    #expect(listed.tables[.officers]?.contains(",stationDuty,true,153") == true)
    #expect {
      try study(["警力.csv": "Team,Sworn\nMobile,84\nPatrol,3\n"])
    } throws: {
      let text = "\($0)"
      return text.contains("what 'Mobile' does cannot be told")
        && text.contains("--column officers.pool=HEADING")
    }
  }

  @Test(arguments: [
    ("Calls for Service 2023", true), ("2023 Incidents", true), ("Annual calls", true), ("Calls", false),
    ("Calls Q1 2024", false), ("Calls 2021-2023", false), ("Incidents per day 2023", false),
    ("Crimes Jan 2024", false)
  ])
  func yearsAreKnownInHeadings(heading: String, isYear: Bool) {
    #expect(EnglishWord.saysYear(heading) == isYear)
  }

  @Test(arguments: [
    ("Pop density", "population"), ("Calls per 1,000", "demandWeight"), ("Lat/Long", "x"),
    ("Civilian Actual", "id")
  ])
  func otherHeadingsAreNone(heading: String, key: String) {
    #expect(EnglishWord.weight(of: heading, for: key, in: .grids) == nil)
  }

  @Test(arguments: [
    ("Internal Affairs", "supervision"), ("Homicide / Robbery", "investigation"),
    ("Crime Scene / Lab", "forensic"),
    ("911 Center", "command"), ("Court Liaison & Warrants", "legal"), ("Property Room", "administration"),
    ("Records", "administration"), ("Training Academy", "supervision"),
    ("Traffic Unit", "trafficHeadquarters"),
    ("SWAT / K-9", "publicOrder"), ("Fleet & IT Liaison", "administration"), ("Financial Crimes", "antiFraud")
  ])
  func departmentsAreKnownInEnglish(name: String, reference: String) throws {
    #expect(try #require(DepartmentWord(in: name)).reference.id == reference)
  }

  /// No word inside of another: the IT of Recruiting, the vice of Services.
  @Test(arguments: ["Victim Services", "Chaplaincy", "Items"])
  func wordsAreWhole(name: String) { #expect(DepartmentWord(in: name) == nil) }

  @Test func positionsInOneColumnGoByTheirHeading() throws {
    let study = try study([
      "网格.csv": "Beat,Lat/Long,Population\n1,\"40.62,-82.92\",900\n2,\"40.61,-82.87\",800\n"
    ])
    #expect(rows(study, .grids).map { $0[1...2] } == [["-82.92", "40.62"], ["-82.87", "40.61"]])
  }

  /// Incidents that bring more work than officers do are scaled down to the load of the city of reference.
  @Test func workOfIncidentsIsScaledDownToTheLoad() throws {
    var study = try study(["机关.csv": "Unit,Sworn\nTraffic Unit,10\nInternal Affairs,5\n"])
    study.assumeFixedHours(besides: ["trafficHeadquarters": 100_000])
    let load = DefaultCatalog.hours(of: 10, asIn: study.departments[0].reference)
    #expect(study.followUpShares == ["trafficHeadquarters": load / 100_000])
    #expect(
      study.notes.contains {
        $0.en.contains(
          "too many for so few officers here, and were scaled to 12 % (Traffic Unit) of them [H]")
      })
    #expect(
      study.assumptions.first { $0.key == AssumedWork.followUpsKey }?.value == "trafficHeadquarters 0.117")
    #expect(study.departments[0].cells[7] == "0" && study.departments[1].cells[7] != "0")
  }
}
