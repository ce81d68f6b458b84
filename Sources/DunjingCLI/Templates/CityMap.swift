import Dunjing

/// A made-up city: cells of a square kilometer, 4.5 km around the center.
struct CityMap {
  let grids: [TemplateGrid]
  let facilities: [TemplateFacility]

  init(residents: Int) {
    let center = TemplatePoint(x: 5, y: 5)
    let grids = center.town(residents: residents, radius: 4.5, side: 1, scale: 3) { point, count, distance in
      let areaClass = distance <= 1 ? AreaClass.core : distance <= 2 ? .key : .general
      // Incidents by resident are assumed twice as many in core and a quarter more in key areas.
      let demand = distance <= 1 ? 2 : distance <= 2 ? 1.25 : 1
      return TemplateGrid(x: point.x, y: point.y, residents: count, demand: demand, areaClass: areaClass)
    }
    let cores = grids.indices.filter { grids[$0].areaClass == .core }
    self.grids = grids
    facilities =
      TemplateFacility.row(
        .station, "s", zh: "派出所", en: "Station", at: center.spread(residents / 40_000, radius: 4))
      + TemplateFacility.row(
        .streetWorkstation, "w", zh: "街面警务工作站", en: "Street workstation",
        at: center.spread(residents / 50_000, radius: 3))
      + TemplateFacility.row(
        .reserveSite, "r", zh: "备用点", en: "Reserve site",
        at: center.spread(residents / 100_000, radius: 3.5, hole: 1.5))
      + cores.enumerated().map { number, grid in
        TemplateFacility(
          id: "c\(number + 1)", name: LocalizedText(zh: "核心岗\(number + 1)", en: "Core post \(number + 1)"),
          kind: .corePost, x: grids[grid].x, y: grids[grid].y, grid: grid + 1)
      }
  }
}

extension TemplateFacility {
  /// Facilities of one kind, numbered from 1.
  static func row(
    _ kind: FacilityKind, _ prefix: String, zh: String, en: String, at points: [TemplatePoint],
    county: String? = nil
  ) -> [TemplateFacility] {
    points.enumerated().map { index, point in
      TemplateFacility(
        id: "\(prefix)\(index + 1)", name: LocalizedText(zh: "\(zh)\(index + 1)", en: "\(en) \(index + 1)"),
        kind: kind, x: point.x, y: point.y, county: county)
    }
  }
}
