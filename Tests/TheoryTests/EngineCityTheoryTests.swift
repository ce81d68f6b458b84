import DunjingQueueing
import DunjingScenario
import DunjingSimulation
import DunjingTestSupport
import DunjingWorld
import Foundation
import Testing

/// The hypercube on the maps of real studies: demand, posts and the order in which units are wanted are theirs; what the
/// model assumes is made to hold.
///
/// The map is drawn so small that travel is seconds where service is an hour (see ``EngineHypercubeTheoryTests``), every
/// unit is alike, and an incident needs one.
@Suite struct EngineCityTheoryTests {
  /// The posts of a study, as grids, and the grids that are theirs.
  private struct Map {
    var grids: [(x: Double, y: Double, weight: Double)]
    var posts: [Int]

    /// Takes some grids of a study, and a post in the grid next to each of some facilities.
    init(_ world: World, grids: [Int], facilities: [Int], widthKilometers: Double = 0.25) {
      let positions = grids.map { world.geography.gridPositions[$0] }
      let left = positions.map(\.x).min() ?? 0
      let width = (positions.map(\.x).max() ?? 1) - left
      let scale = widthKilometers / width
      let scaled = zip(positions, grids).map { position, grid in
        ((position.x - left) * scale, position.y * scale, world.grids[grid].demandShare)
      }
      var posts: [Int] = []
      for facility in facilities {
        let place = Int(world.geography.placeOfFacility[facility])
        let (x, y) = ((world.geography.x[place] - left) * scale, world.geography.y[place] * scale)
        let free = scaled.indices.filter { !posts.contains($0) }
        let nearest = free.min { Self.square(scaled[$0], x, y) < Self.square(scaled[$1], x, y) }
        if let nearest { posts.append(nearest) }
      }
      (self.grids, self.posts) = (scaled, posts.sorted())
    }

    private static func square(_ grid: (x: Double, y: Double, weight: Double), _ x: Double, _ y: Double)
      -> Double
    {
      (grid.x - x) * (grid.x - x) + (grid.y - y) * (grid.y - y)
    }

    func study(perHour: Double, limit: Int?) -> TinyStudy {
      var study = TinyStudy(
        kinds: TinyStudy.kind("job", perHour: perHour, scene: "{exponential: {mean: 60}}"))
      (study.grids, study.stations, study.waitingLimit) = (grids, posts, limit)
      study.policy = "nearest"
      return study
    }

    /// The exact model, in hours; travel times in seconds.
    func solution(perHour: Double, line: HypercubeModel.Line) throws -> HypercubeSolution {
      let seconds = posts.map { post in
        grids.map { Self.square($0, grids[post].x, grids[post].y).squareRoot() / 300 * 3_600 }
      }
      let total = grids.map(\.weight).reduce(0, +)
      let model = HypercubeModel(
        arrivalRates: grids.map { perHour * $0.weight / total },
        preferences: grids.indices.map { grid in
          posts.indices.sorted { (seconds[$0][grid], $0) < (seconds[$1][grid], $1) }
        },
        serviceRates: [Double](repeating: 1, count: posts.count), travelTimes: seconds, line: line)
      return try #require(model.solution())
    }
  }

  private func confirm(_ map: Map, load: Double, seed: UInt64, _ name: String) throws {
    let perHour = load * Double(map.posts.count)
    let plays = try map.study(perHour: perHour, limit: 0).plays(replications: 100, seed: seed)
    let theory = try map.solution(perHour: perHour, line: .zero)
    try HypercubeChecks.confirm(plays, theory, name)
    try HypercubeChecks.confirmTravel(plays, theory, name)
  }

  @Test func theTwelveStationsOfBaichengFollowTheHypercube() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scenarios/baicheng")
    let world = try World.loaded(from: folder.path)
    let stations = world.scenario.facilities.indices.filter { world.scenario.facilities[$0].kind == .station }
    let map = Map(world, grids: Array(world.grids.indices), facilities: stations)
    #expect(map.posts.count == 12)
    try confirm(map, load: 0.5, seed: 61, "Hypercube, Baicheng, 12 stations")
  }

  @Test(
    .enabled(
      if: SharedData.exists("cumcm2011b/nodes.csv"), "the reference data of the contest city are not here"))
  func theTwentyPlatformsOfDistrictAFollowTheHypercube() throws {
    let world = try contestCity()
    let grids = world.scenario.grids.indices.filter { world.scenario.grids[$0].county == "A" }
    let platforms = world.scenario.facilities.indices.filter {
      world.scenario.facilities[$0].id.hasPrefix("A")
    }
    let map = Map(world, grids: grids, facilities: platforms)
    #expect(map.grids.count == 92 && map.posts.count == 20)
    try confirm(map, load: 0.6, seed: 62, "Hypercube, contest city, 20 platforms of district A")
  }

  private func contestCity() throws -> World {
    func table(_ name: String) throws -> ImportTable {
      ImportTable(name: name, bytes: [UInt8](try Data(contentsOf: SharedData.url("cumcm2011b/\(name)"))))
    }
    var settings = NetworkImport()
    (settings.kilometersPerUnit, settings.speedKilometersPerHour, settings.isDrivingOnly) = (0.1, 60, true)
    let bundle = try settings.bundle(
      nodes: table("nodes.csv"), edges: table("edges.csv"), facilities: table("platforms.csv"))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in bundle.files {
      try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
    }
    return try World.loaded(from: folder.path)
  }
}
