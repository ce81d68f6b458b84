import Dunjing

/// A made-up province: six counties 90 km apart in two prefectures.
struct ProvinceMap {
  /// A county, with its officers at 14 for 10,000 residents.
  struct County {
    let id: String
    let name: LocalizedText
    let prefecture: LocalizedText
    let residents: Int

    var officers: Int { residents * 14 / 10_000 }
    /// Residents of the seat: six tenths.
    var townspeople: Int { residents * 6 / 10 }
  }

  let counties = [
    County("j1", "甲一区", "Jia District", "甲市", "Jia", 620_000),
    County("j2", "甲二市", "Jia Second", "甲市", "Jia", 480_000),
    County("j3", "甲三县", "Jia Third", "甲市", "Jia", 350_000),
    County("y1", "乙一区", "Yi District", "乙市", "Yi", 400_000),
    County("y2", "乙二县", "Yi Second", "乙市", "Yi", 300_000),
    County("y3", "乙三县", "Yi Third", "乙市", "Yi", 250_000)
  ]
  let grids: [TemplateGrid]
  let facilities: [TemplateFacility]

  private static let townships = 8

  init() {
    let places = counties.enumerated().map { index, county in
      (county, TemplatePoint(x: Double(index % 3) * 90, y: Double(index / 3) * 90))
    }
    grids = places.flatMap(Self.grids)
    facilities = places.flatMap(Self.facilities)
  }

  /// The seat in cells of two kilometers, and a grid for each township.
  private static func grids(of county: County, around seat: TemplatePoint) -> [TemplateGrid] {
    let town = seat.town(residents: county.townspeople, radius: 3, side: 2, scale: 3) {
      point, count, distance in
      TemplateGrid(
        x: point.x, y: point.y, residents: count, demand: CountyMap.urban,
        areaClass: distance == 0 ? .key : .general, county: county.id)
    }
    let residents = (county.residents - county.townspeople) / townships
    return town
      + seat.spread(townships, radius: 32, hole: 10).map {
        TemplateGrid(
          x: $0.x, y: $0.y, residents: residents, demand: CountyMap.rural, areaClass: .general,
          county: county.id)
      }
  }

  /// A station for each township and for 40,000 in the seat, a workstation for 55,000, a reserve site for 400,000.
  private static func facilities(of county: County, around seat: TemplatePoint) -> [TemplateFacility] {
    let (id, zh, en) = (county.id, county.name.zh, county.name.en)
    return TemplateFacility.row(
      .station, "\(id)-s", zh: zh + "派出所", en: en + " Station",
      at: seat.spread(county.townspeople / 40_000, radius: 2.5), county: id)
      + TemplateFacility.row(
        .station, "\(id)-t", zh: zh + "乡镇派出所", en: en + " Township Station",
        at: seat.spread(townships, radius: 32, hole: 10), county: id)
      + TemplateFacility.row(
        .streetWorkstation, "\(id)-w", zh: zh + "工作站", en: en + " Workstation",
        at: seat.spread(county.residents / 55_000, radius: 3), county: id)
      + TemplateFacility.row(
        .reserveSite, "\(id)-r", zh: zh + "备用点", en: en + " Reserve Site",
        at: seat.spread(max(1, county.residents / 400_000), radius: 1), county: id)
  }
}

extension ProvinceMap.County {
  fileprivate init(
    _ id: String, _ zh: String, _ en: String, _ prefectureZH: String, _ prefectureEN: String, _ residents: Int
  ) {
    self.id = id
    name = LocalizedText(zh: zh, en: en)
    prefecture = LocalizedText(zh: prefectureZH, en: prefectureEN)
    self.residents = residents
  }
}
