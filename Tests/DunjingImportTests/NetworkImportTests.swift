import DunjingScenario
import DunjingWorld
import Foundation
import Testing

/// Rules of the import on tables of a few rows.
@Suite struct NetworkImportTests {
  private let nodes = "node,x_mm,y_mm,district,incidents_per_day\n1,0,0,A,1.5\n2,30,40,A,2\n3,60,80,B,0.5\n"
  private let edges = "from,to\n1,2\n2,3\n"
  private let platforms = "platform,node\nP1,1\n"

  private func table(_ name: String, _ text: String) -> ImportTable {
    ImportTable(name: name, bytes: Array(text.utf8))
  }

  private func bundle(
    nodes: String? = nil, edges: String? = nil, platforms: String? = nil, demand: String? = nil,
    _ settings: NetworkImport = NetworkImport()
  ) throws -> ImportedBundle {
    try settings.bundle(
      nodes: table("n.csv", nodes ?? self.nodes), edges: table("e.csv", edges ?? self.edges),
      facilities: table("f.csv", platforms ?? self.platforms), demand: demand.map { table("d.csv", $0) })
  }

  private func errors(
    nodes: String? = nil, edges: String? = nil, platforms: String? = nil, demand: String? = nil,
    _ settings: NetworkImport = NetworkImport()
  ) -> [String] {
    do {
      _ = try bundle(nodes: nodes, edges: edges, platforms: platforms, demand: demand, settings)
      return []
    } catch {
      return (error as? InvalidScenario)?.issues.map(\.description) ?? ["\(error)"]
    }
  }

  @Test func aNetworkBecomesAStudy() throws {
    var settings = NetworkImport()
    settings.kilometersPerUnit = 0.1
    settings.speedKilometersPerHour = 60
    settings.name = "A \"quoted\" name: #1"
    let bundle = try bundle(settings)
    let scenario = try load(bundle).scenario
    #expect(bundle.files.map(\.name) == ImportedBundle.fileNames)
    #expect(scenario.name.en == "A \"quoted\" name: #1")
    #expect(scenario.grids.map(\.id) == ["1", "2", "3"])
    #expect(scenario.grids.map(\.demandWeight) == [1.5, 2, 0.5])
    #expect(scenario.grids.map(\.county) == ["A", "A", "B"])
    #expect(scenario.facilities.map(\.kind) == [.streetWorkstation])
    #expect(scenario.targets.generalMinutes == 3 && scenario.targets.coreMinutes == 3)
    #expect(scenario.treatments.map(\.sinkRatio.agency) == [0, 0.2, 0.4])
    let perDay = ExpectedDemand(scenario).incidentsPerYear.reduce(0, +) / 365
    #expect(abs(perDay - 4) < 0.1)
    let world = World(compiling: try load(bundle))
    #expect(abs(world.travel[0].freeFlowSeconds(from: 0, to: 2) - 600) < 1e-3)
  }

  @Test func drivingOnlyLeavesNothingButDriving() throws {
    var settings = NetworkImport()
    settings.isDrivingOnly = true
    let scenario = try load(try bundle(settings)).scenario
    #expect(scenario.dispatch.acknowledgeSeconds == 0)
    #expect(scenario.units.allSatisfy { $0.turnoutSeconds == 0 && $0.movingShare == 0 })
  }

  @Test func guessedColumnsAreNamedAndNamedOnesTaken() throws {
    var settings = NetworkImport()
    settings.columns[.demand] = "calls"
    let nodes = "ID,lon,lat,calls\na,122.80,45.60,3\nb,122.81,45.60,1\n"
    let bundle = try bundle(
      nodes: nodes, edges: "from,to,length\na,b,900\n", platforms: "station,node\ns,b\n", settings)
    #expect(bundle.choices.first { $0.purpose == .demand }?.isGuess == false)
    #expect(bundle.choices.first { $0.purpose == .node }?.column == "ID")
    let scenario = try load(bundle).scenario
    #expect(scenario.coordinates == .wgs84)
    #expect(scenario.roads?.edges.map(\.lengthMeters) == [900])
  }

  @Test func sharesNeedATotal() throws {
    let demand = "node,share\n1,0.25\n3,0.75\n"
    #expect(errors(demand: demand).first?.contains("--incidents-per-day") == true)
    var settings = NetworkImport()
    settings.incidentsPerDay = 20
    let scenario = try load(try bundle(demand: demand, settings)).scenario
    #expect(scenario.grids.map(\.demandWeight) == [5, 0, 15])
  }

  @Test func residentsAloneGiveTheUsualDemand() throws {
    let bundle = try bundle(nodes: "node,x,y,population\n1,0,0,400000\n2,1,0,74276\n3,2,0,0\n")
    #expect(abs(bundle.incidentsPerDay - 77) < 1e-9 && bundle.residents == 474_276)
    _ = try load(bundle)
  }

  @Test func mistakesAreShownWhereTheyStand() {
    #expect(
      errors(edges: "from,to\n1,2\n2,9\n").first
        == "e.csv:3:3: error: 'edges[1].to' names '9', but no such road node exists; there are 1, 2, 3")
    #expect(errors(nodes: nodes.replacing("40", with: "forty")).first?.hasPrefix("n.csv:3:6: error:") == true)
    #expect(
      errors(nodes: nodes + "1,1,1,A,1\n").first?.hasPrefix("n.csv:5:1: error: the road node in line 2")
        == true)
    #expect(errors(nodes: nodes.replacing("2,30", with: "2,nan")).first?.contains("finite") == true)
    #expect(errors(nodes: nodes.replacing("1.5", with: "-1.5")).first?.contains("at least 0") == true)
    #expect(errors(platforms: "platform,node\nP1,1\nP1,2\n").first?.hasPrefix("f.csv:3:1:") == true)
    #expect(errors(platforms: "platform,node\n").first?.contains("no facilities") == true)
    #expect(errors(edges: "from,to\n1,2\n").first?.contains("not connected") == true)
    #expect(errors(edges: "").first?.hasPrefix("e.csv:1:1: error:") == true)
    #expect(
      errors(
        nodes: nodes.replacing(",1.5", with: ",0").replacing(",2\n", with: ",0\n")
          .replacing("0.5", with: "0")
      ).first?.contains("demand of all nodes is 0") == true)
  }

  @Test func aMissingColumnNamesTheColumnsThereAre() {
    let found = errors(platforms: "post,place\nP1,1\n")
    #expect(found.count == 2)
    #expect(
      found.first?.contains("the columns are post, place; name the column with --facility-column") == true)
    var settings = NetworkImport()
    settings.columns[.from] = "a"
    #expect(
      errors(settings).first?.contains("there is no column 'a' for --from-column; the columns are") == true)
  }

  @Test func facilitiesAreCheckedBesideBrokenRoads() {
    let columns = errors(nodes: "a,b,c\n1,0,0\n", edges: "a,b\n1,2\n", platforms: "where,cars\n1,1\n")
    for option in [
      "--node-column", "--from-column", "--to-column", "--facility-column", "--facility-node-column"
    ] {
      #expect(columns.contains { $0.contains(option) }, "\(columns)")
    }
    let cells = errors(edges: "from,to\n1,8\n", platforms: "platform,node\nP1,99\n")
    #expect(cells.contains { $0.contains("'facilities[0].node' names '99'") }, "\(cells)")
  }

  @Test func nodesInMetersAreToldOnceInTheirFile() {
    let found = errors(
      nodes: "id,x,y,demand\n1,0,0,1\n2,9000,0,1\n", edges: "from,to\n1,2\n", platforms: "id,node\ns,1\n")
    #expect(found.count == 1, "\(found)")
    #expect(
      found.first?.contains(":3:3: error: the map is 9000 km wide, more than 6000 km; if") == true, "\(found)"
    )
  }

  @Test func anEmptyTableIsToldWithAHeaderOfItsOwn() {
    #expect(errors(platforms: "").first?.contains("the file is empty") == true)
    #expect(errors(platforms: "").first?.contains("such as 'id,node'") == true)
  }

  @Test func everyMistakeIsReportedOnceAndTogether() {
    let found = errors(nodes: nodes.replacing("60", with: "?"), edges: "from,to\n1,8\n3,2\n7,2\n")
    #expect(found.count == 3)
  }
}
