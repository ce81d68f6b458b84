import Dunjing

/// A table of a template, as CSV.
struct TemplateTable {
  let name: String
  let text: String

  private init(_ name: String, _ header: String, _ rows: [[String]]) {
    self.name = name
    text = header + "\n" + CSVQuoting.table(rows)
  }

  /// A table that is there as CSV.
  init(_ name: String, _ text: String) {
    (self.name, self.text) = (name, text)
  }

  static func grids(_ grids: [TemplateGrid]) -> TemplateTable {
    let hasCounties = grids.contains { $0.county != nil }
    return TemplateTable(
      "grids.csv", "id,x,y,population,demandWeight,areaClass" + (hasCounties ? ",county" : ""),
      grids.enumerated().map { index, grid in
        [
          gridID(index + 1), text(grid.x), text(grid.y), "\(grid.residents)",
          "\(Int((Double(grid.residents) * grid.demand).rounded()))", grid.areaClass.rawValue
        ] + (hasCounties ? [grid.county ?? ""] : [])
      })
  }

  static func facilities(_ facilities: [TemplateFacility]) -> TemplateTable {
    let hasCounties = facilities.contains { $0.county != nil }
    return TemplateTable(
      "facilities.csv", "id,name_zh,name_en,kind,x,y,grid" + (hasCounties ? ",county" : ""),
      facilities.map { facility in
        [
          facility.id, facility.name.zh, facility.name.en, facility.kind.rawValue, text(facility.x),
          text(facility.y), facility.grid.map(gridID) ?? ""
        ] + (hasCounties ? [facility.county ?? ""] : [])
      })
  }

  static func counties(_ counties: [ProvinceMap.County]) -> TemplateTable {
    TemplateTable(
      "counties.csv", "id,name_zh,name_en,prefecture,prefecture_en,forceWeight",
      counties.map { county in
        [
          county.id, county.name.zh, county.name.en, county.prefecture.zh, county.prefecture.en,
          "\(county.officers)"
        ]
      })
  }

  /// The categories of officers of the city of reference, in proportion to residents, and street officers for units.
  /// - Parameters:
  ///   - streetUnits: units around the clock, each a crew of two, which take 4 / 0.88 officers for one on duty.
  ///   - keepsSworn: whether all other sworn officers of the street are at the stations, half of them on duty and half as
  ///     community officers, so that there are as many sworn officers as by residents.
  static func officers(residents: Int, streetUnits: Int, keepsSworn: Bool = false) -> TemplateTable {
    let categories = DefaultCatalog.categories(residents: Double(residents))
    let street = Int((Double(streetUnits) * 2 * 4 / 0.88).rounded(.up))
    let patrol = categories.filter { $0.pool == .patrol }.reduce(0) { $0 + $1.count }
    let freed = keepsSworn ? max(0, patrol - street) : 0
    let more: [OfficerPool: Int] = [.stationDuty: freed - freed / 2, .community: freed / 2]
    return TemplateTable(
      "officers.csv", "id,name_zh,name_en,pool,isSworn,count",
      categories.map { category in
        let count = category.pool == .patrol ? street : category.count + more[category.pool, default: 0]
        return [
          category.id, category.name.zh, category.name.en, category.pool.rawValue, "\(category.isSworn)",
          "\(count)"
        ]
      })
  }

  static func departments(_ departments: [Department]) -> TemplateTable {
    TemplateTable(
      "departments.csv",
      "id,name_zh,name_en,agencyOfficers,countyOfficers,agencyFloor,countyFloor,fixedHoursPerYear,delayWeight",
      departments.map {
        [
          $0.id, $0.name.zh, $0.name.en, "\($0.agencyOfficers)", "\($0.countyOfficers)", "\($0.agencyFloor)",
          "\($0.countyFloor)", text($0.fixedHoursPerYear), text($0.delayWeight)
        ]
      })
  }

  static func sources(_ rows: [SourceRow]) -> TemplateTable {
    TemplateTable(
      "sources.csv", "key,mark,note_zh,note_en,value,low,high",
      rows.map { [$0.key, $0.mark.rawValue, $0.zh, $0.en, $0.value, $0.low, $0.high] })
  }

  private static func gridID(_ number: Int) -> String { number < 10 ? "g0\(number)" : "g\(number)" }

  /// The number to two decimals, without needless zeros.
  private static func text(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

/// A row of the table of sources of a template.
struct SourceRow {
  let key: String
  let mark: SourceMark
  let zh: String
  let en: String
  /// The ends of the plausible range; both empty where it is not varied.
  let low: String
  let high: String
  /// The value that the source is about, as in the study that is written; empty where that has none in one cell.
  var value = ""

  /// - Parameter range: the ends of the plausible range, with a comma between.
  init(key: String, mark: SourceMark, zh: String, en: String, range: String = ",") {
    let ends = range.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    (self.key, self.mark, self.zh, self.en) = (key, mark, zh, en)
    (low, high) = (ends.first ?? "", ends.last ?? "")
  }
}

extension Department {
  /// The same department with all its officers at county level, of whom as many may be sent down.
  var ofCountyOnly: Department {
    var department = self
    department.countyOfficers += agencyOfficers
    department.countyFloor += agencyFloor
    (department.agencyOfficers, department.agencyFloor) = (0, 0)
    return department
  }
}
