import Dunjing

/// A made-up county of 5,000 km²: a seat of 94,000, and twelve townships of 13,000.
struct CountyMap {
  let grids: [TemplateGrid]
  let facilities: [TemplateFacility]

  /// Units of the street, one at each workstation.
  var streetUnits: Int { facilities.count { $0.kind == .streetWorkstation } }

  /// Incidents by resident, relative to all: assumed 1.25 times in towns and 0.70 outside.
  static let (urban, rural) = (1.25, 0.7)

  init() {
    let seat = TemplatePoint(x: 0, y: 0)
    let townships = seat.spread(12, radius: 40, hole: 8)
    grids =
      seat.town(residents: 94_000, radius: 3, side: 1, scale: 2) { point, count, distance in
        TemplateGrid(
          x: point.x, y: point.y, residents: count, demand: Self.urban,
          areaClass: distance < 1 ? .core : distance <= 1.5 ? .key : .general)
      } + townships.flatMap(Self.township)
    facilities =
      TemplateFacility.row(.station, "s", zh: "县城派出所", en: "Seat station", at: seat.spread(2, radius: 2))
      + TemplateFacility.row(.station, "t", zh: "乡镇派出所", en: "Township station", at: townships)
      + TemplateFacility.row(
        .streetWorkstation, "w", zh: "街面警务工作站", en: "Street workstation", at: seat.spread(2, radius: 1.5))
      + TemplateFacility.row(.reserveSite, "r", zh: "备用点", en: "Reserve site", at: [seat])
  }

  /// A town of 4,000, and 2,250 in villages five kilometers to each side.
  private static func township(_ center: TemplatePoint) -> [TemplateGrid] {
    let places = [(0.0, 0.0, 4_000), (0, 5, 2_250), (5, 0, 2_250), (0, -5, 2_250), (-5, 0, 2_250)]
    return places.map { east, north, residents in
      TemplateGrid(
        x: center.x + east, y: center.y + north, residents: residents, demand: rural, areaClass: .general)
    }
  }
}
