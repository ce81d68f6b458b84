import DunjingExperiment
import DunjingScenario

/// The counties of a study as areas: the cells of their grids, as the map of the report draws them, without inner borders;
/// as the points of their grids where there are no cells.
struct CountyShapes {
  private let scenario: Scenario
  private let grids: [Grid]
  private let geometry: MapGeometry?

  /// - Parameters:
  ///   - grids: The grids that are drawn.
  ///   - geometry: Their rooms; nil where they are not drawn as cells.
  init(_ scenario: Scenario, _ grids: [Grid], _ geometry: MapGeometry?) {
    (self.scenario, self.grids, self.geometry) = (scenario, grids, geometry)
  }

  /// The features, with what was measured in each county.
  func features(_ result: ExperimentResult) -> [MapFeature] {
    scenario.counties.compactMap { county in
      let members = grids.indices.filter { grids[$0].county == county.id }
      guard let shape = shape(of: members) else { return nil }
      var properties: [String: MapProperty] = [
        "name_zh": .text(county.name.zh), "name_en": .text(county.name.en),
        "prefecture_zh": .text(county.prefectureName.zh), "prefecture_en": .text(county.prefectureName.en)
      ]
      for treatment in result.treatments {
        for value in treatment.counties.first(where: { $0.id == county.id })?.values ?? [] {
          properties["\(value.measure.rawValue)_\(treatment.id)"] = .number(value.mean)
          guard treatment.id != result.baseline else { continue }
          properties["\(value.measure.rawValue)Change_\(treatment.id)"] = .number(value.difference)
        }
      }
      return MapFeature(id: county.id, shape, properties)
    }
  }

  private func shape(of members: [Int]) -> MapShape? {
    let cells = members.filter { geometry?.tiles[$0].shape == .cell }
    guard let geometry, let first = cells.first.map({ geometry.tiles[$0].box }) else {
      let points = members.map { Point(x: grids[$0].x, y: grids[$0].y) }.filter {
        $0.x.isFinite && $0.y.isFinite
      }
      return points.isEmpty ? nil : .points(points)
    }
    let outline = CellOutline(
      cells.map { cell in
        let box = geometry.tiles[cell].box
        return CellOutline.Corner(
          column: Int(((box.x - first.x) / first.width).rounded()),
          row: Int(((box.y - first.y) / first.height).rounded()))
      })
    return .areas(
      outline.areas.map { rings in
        rings.map { ring in
          ring.map {
            geometry.place(
              at: Point(
                x: first.x + Double($0.column) * first.width, y: first.y + Double($0.row) * first.height))
          }
        }
      })
  }
}
