/// The tables of the province's bundle as text.
struct ProvinceTables: Sendable {
  /// The file names and their text, in the order they are written.
  private(set) var files: [(name: String, text: String)]

  /// Formats a province; positions count from its south-west corner.
  init(_ province: Province) {
    let west = (province.beats.map(\.x) + province.sites.map(\.x)).min() ?? 0
    let south = (province.beats.map(\.y) + province.sites.map(\.y)).min() ?? 0
    files = [
      ("counties.csv", Self.counties(province)), ("grids.csv", Self.grids(province, west, south)),
      ("facilities.csv", Self.facilities(province, west, south))
    ]
  }

  private static func table(_ header: String, _ rows: [[String]]) -> String {
    header + "\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func counties(_ province: Province) -> String {
    table(
      "id,name_zh,name_en,prefecture,prefecture_en,forceWeight",
      province.counties.map { county in
        [
          county.code, county.nameChinese, county.nameEnglish, county.prefecture, county.prefectureEnglish,
          String(Int(county.residents))
        ]
      })
  }

  private static func grids(_ province: Province, _ west: Double, _ south: Double) -> String {
    table(
      "id,x,y,population,demandWeight,areaClass,county",
      province.beats.enumerated().map { number, beat in
        [
          label("b", number + 1, digits: 5), fixed(beat.x - west, decimals: 2),
          fixed(beat.y - south, decimals: 2),
          String(beat.residents), fixed(beat.demandWeight, decimals: 1), beat.isCenter ? "key" : "general",
          province.counties[beat.county].code
        ]
      })
  }

  private static func facilities(_ province: Province, _ west: Double, _ south: Double) -> String {
    let kinds = [
      "station": ("s", "派出所", "Station"), "streetWorkstation": ("w", "街面警务工作站", "Street Workstation"),
      "reserveSite": ("r", "备用点位", "Reserve Site")
    ]
    var counts: [String: Int] = [:]
    return table(
      "id,name_zh,name_en,kind,x,y,county",
      province.sites.map { site in
        let county = province.counties[site.county]
        let key = county.code + site.kind
        let number = (counts[key] ?? 0) + 1
        counts[key] = number
        let (prefix, chinese, english) = kinds[site.kind] ?? ("", "", "")
        return [
          label(prefix + county.code + "-", number, digits: 2), "\(county.nameChinese)第\(number)\(chinese)",
          "\(county.nameEnglish) \(english) \(number)",
          site.kind, fixed(site.x - west, decimals: 2), fixed(site.y - south, decimals: 2), county.code
        ]
      })
  }
}
