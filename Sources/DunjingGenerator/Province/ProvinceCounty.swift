/// A county of the province, its development zones included.
struct ProvinceCounty: Sendable {
  var code: String
  var nameChinese: String
  var nameEnglish: String
  var prefecture: String
  var prefectureEnglish: String
  var residents: Double
  var urbanResidents: Double
  /// Square kilometers.
  var area: Double
  /// Kilometers east and north.
  var x: Double
  var y: Double

  /// The sixty counties; each development zone goes to the county of its prefecture whose middle is nearest.
  static func all() -> [ProvinceCounty] {
    let rows = JilinFacts.counties.split(separator: "\n").compactMap { ProvinceCounty(String($0)) }
    var counties = rows.filter { !$0.nameEnglish.isEmpty }
    for zone in rows where zone.nameEnglish.isEmpty {
      let candidates = counties.indices.filter { counties[$0].prefecture == zone.prefecture }
      guard let home = candidates.min(by: { counties[$0].square(to: zone) < counties[$1].square(to: zone) })
      else { continue }
      counties[home].residents += zone.residents
      counties[home].urbanResidents += zone.urbanResidents
      counties[home].area += zone.area
    }
    return counties
  }

  private init?(_ row: String) {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 10, let residents = Double(cells[5]), let urban = Double(cells[6]),
      let area = Double(cells[7]), let x = Double(cells[8]), let y = Double(cells[9])
    else { return nil }
    (code, nameChinese, nameEnglish, prefecture, prefectureEnglish) = (
      cells[0], cells[1], cells[2], cells[3], cells[4]
    )
    (self.residents, urbanResidents, self.area, self.x, self.y) = (residents, residents * urban, area, x, y)
  }

  private func square(to other: ProvinceCounty) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
