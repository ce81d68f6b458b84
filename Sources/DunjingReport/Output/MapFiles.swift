import DunjingExperiment
import DunjingScenario
import Foundation

/// The maps of a run as GeoJSON (RFC 7946): grids with their response, posts and duties of patrol, counties.
///
/// Positions are longitude and latitude where the study has them (CGCS2000 is WGS-84 within centimeters). In a study with
/// kilometers in a plane, whose place on the globe is not known, they are kilometers, and `coordinateNote` says so.
public struct MapFiles {
  /// File name and content of each map.
  public let files: [(name: String, data: Data)]

  /// Grids up to which it is looked for a lattice that they lie on; more are points.
  private static let latticeLimit = 3_000

  /// Prepares the maps of a result.
  ///
  /// - Parameters:
  ///   - result: The result that is mapped.
  ///   - scenario: The scenario it was run on; grids and treatments are matched by id.
  public init(result: ExperimentResult, scenario: Scenario) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let note = scenario.coordinates == .local ? Self.note : nil
    func data(_ features: [MapFeature]) throws -> Data {
      try encoder.encode(MapFeatureCollection(coordinateNote: note, features: features)) + [10]
    }
    let summary = MapSummary(scenario)
    let drawn = summary?.grids ?? scenario.grids
    let geometry =
      drawn.count <= Self.latticeLimit
      ? MapGeometry(grids: drawn, coordinates: scenario.coordinates) : nil
    var files = [
      ("grids.geojson", try data(Self.grids(result, scenario, summary == nil ? geometry : nil))),
      ("posts.geojson", try data(Self.posts(scenario, result)))
    ]
    if !scenario.counties.isEmpty {
      files.append(("counties.geojson", try data(CountyShapes(scenario, drawn, geometry).features(result))))
    }
    self.files = files
  }

  private static let note = LocalizedText(
    zh: "坐标为平面千米（向东、向北），不是经纬度：研究没有给出地理坐标。",
    en:
      "Coordinates are kilometers east and north in a plane, not longitude and latitude: the study has no geographic "
      + "coordinates.")

  private static func grids(
    _ result: ExperimentResult, _ scenario: Scenario, _ geometry: MapGeometry?
  ) -> [MapFeature] {
    let outcomes = result.treatments.map { treatment in
      (treatment.id, Dictionary(treatment.grids.map { ($0.id, $0) }) { first, _ in first })
    }
    let baseline = outcomes.first { $0.0 == result.baseline }?.1
    return scenario.grids.enumerated().compactMap { number, grid in
      guard grid.x.isFinite, grid.y.isFinite else { return nil }
      var properties: [String: MapProperty] = [
        "areaClass": .text(grid.areaClass.rawValue), "county": .text(grid.county),
        "residents": .number(grid.population)
      ]
      for (id, byGrid) in outcomes {
        let own = byGrid[grid.id]
        let before = baseline?[grid.id]?.meanMinutes
        properties["incidentsPerYear_\(id)"] = .number(own?.incidentsPerYear)
        properties["meanMinutes_\(id)"] = .number(own?.meanMinutes)
        properties["withinTarget_\(id)"] = .number(own?.withinTarget)
        properties["nearestPostMinutes_\(id)"] = .number(own?.nearestPostMinutes)
        properties["seenShare_\(id)"] = .number(own?.seenShare)
        guard id != result.baseline else { continue }
        properties["meanMinutesChange_\(id)"] = .number(
          own?.meanMinutes.flatMap { after in before.map { after - $0 } })
      }
      return MapFeature(id: grid.id, shape(of: grid, number, geometry), properties)
    }
  }

  /// The cell of a grid on a lattice; a point where it is a mark in the cell of another, or where there is none.
  private static func shape(of grid: Grid, _ number: Int, _ geometry: MapGeometry?) -> MapShape {
    guard let geometry, geometry.tiles[number].shape == .cell else {
      return .point(Point(x: grid.x, y: grid.y))
    }
    let box = geometry.tiles[number].box
    let corners = [
      (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom), (box.x, box.y)
    ]
    return .areas([[corners.map { geometry.place(at: Point(x: $0.0, y: $0.1)) }]])
  }

  private static func posts(_ scenario: Scenario, _ result: ExperimentResult) -> [MapFeature] {
    let facilities = scenario.facilities.filter { $0.x.isFinite && $0.y.isFinite }.map { facility in
      MapFeature(
        id: facility.id, .point(Point(x: facility.x, y: facility.y)),
        [
          "kind": .text(facility.kind.rawValue), "name_zh": .text(facility.name.zh),
          "name_en": .text(facility.name.en), "county": .text(facility.county ?? "")
        ])
    }
    let points = scenario.patrol.points.enumerated().filter { $1.x.isFinite && $1.y.isFinite }.map {
      place, point in
      MapFeature(
        id: point.id, .point(Point(x: point.x, y: point.y)),
        [
          "kind": .text("mustVisitPoint"), "intervalHours": .number(point.intervalHours),
          "dwellMinutes": .number(point.dwellMinutes)
        ].merging(rates(\.pointRates, at: place, result)) { own, _ in own })
    }
    let nodes = Dictionary((scenario.roads?.nodes ?? []).map { ($0.id, $0) }) { first, _ in first }
    let lines = scenario.patrol.lines.enumerated().compactMap { place, line -> MapFeature? in
      let path = line.nodes.compactMap { nodes[$0] }.map { Point(x: $0.x, y: $0.y) }
      guard path.count > 1 else { return nil }
      return MapFeature(
        id: line.id, .line(path),
        ["kind": .text("mustPatrolLine"), "passesPerShift": .number(line.passesPerShift)]
          .merging(rates(\.lineRates, at: place, result)) { own, _ in own })
    }
    return facilities + points + lines
  }

  /// How far a duty is fulfilled under each treatment.
  private static func rates(
    _ rates: KeyPath<PatrolOutcome, [Double]>, at place: Int, _ result: ExperimentResult
  ) -> [String: MapProperty] {
    let values = result.treatments.compactMap { treatment -> (String, MapProperty)? in
      let all = treatment.patrol[keyPath: rates]
      return place < all.count ? ("fulfilled_\(treatment.id)", .number(all[place])) : nil
    }
    return Dictionary(values) { first, _ in first }
  }
}
