// Grids and facilities.
extension TablesReader {
  /// A grid as it was read.
  struct GridRow {
    var id: String
    var position: Position
    var population: Double
    var demand: Double?
    var areaClass: AreaClass
    var station: CSVCell
    var community: String
  }

  /// A facility as it was read.
  struct FacilityRow {
    var id: String
    var name: String
    var kind: FacilityKind
    var position: Position
    var grid: String
  }

  mutating func readGrids(_ table: MatchedTable) -> [GridRow] {
    guard table.has("population") else {
      add(
        table.table, nil, LocalizedText(zh: "网格没有人口列", en: "the grids have no column of residents"),
        LocalizedText(
          zh: "请补上居民数（列名如 常住人口），或用 --column grids.population=列名 指明",
          en:
            "add the residents (a heading such as population), or name the column: --column grids.population=HEADING"
        ))
      return []
    }
    let ids = ids(table) { "g\($0 + 1)" }
    let positions = positions(table)
    result.isInDegrees = Self.areDegrees(positions)
    let rows = table.table.rows.indices.map { index in
      let row = table.table.rows[index]
      return GridRow(
        id: ids[index], position: placed(positions[index]),
        population: number(table, "population", row, in: 0...1e8) ?? 0,
        demand: table.has("demandWeight")
          ? number(table, "demandWeight", row, in: 0...1e8, fallback: 0) : nil,
        areaClass: choice(AreaClass.self, table, "areaClass", row, else: .general) ?? .general,
        station: table.cell("station", row), community: table.cell("community", row).text)
    }
    result.residents = rows.map(\.population).reduce(0, +)
    readDemand(rows, table.heading("demandWeight"))
    return rows
  }

  /// Incidents a day, where the heading or the user says how many days the counts cover.
  private mutating func readDemand(_ rows: [GridRow], _ heading: String) {
    let sum = rows.compactMap(\.demand).reduce(0, +)
    guard sum > 0 else { return }
    let saysYear = heading.contains("年")
    guard let days = settings.days ?? (saysYear ? 365 : nil) else {
      result.notes.append(
        LocalizedText(
          zh: "'\(heading)' 只作各网格的份额；若是某段时间的起数，请用 --days 指明天数",
          en:
            "'\(heading)' only gives shares of grids; if it counts incidents of some days, say how many with --days"
        ))
      return
    }
    result.incidentsPerDay = sum / days
    let counts = "\(Int(sum.rounded())) / \(days.short) = \((sum / days * 10).rounded() / 10)"
    result.notes.append(
      LocalizedText(
        zh: "日均警情按 '\(heading)' 计：\(counts) 起"
          + (heading.contains("接警") ? "；其中若含无效警情，请把 demand.incidentsPerDay 改小" : ""),
        en:
          "incidents a day by '\(heading)': \(counts); if that counts invalid calls too, lower demand.incidentsPerDay"
      ))
  }

  mutating func readFacilities(_ table: MatchedTable, _ grids: [GridRow]) -> [FacilityRow] {
    let positions = positions(table)
    var numbers: [FacilityKind: Int] = [:]
    let kinds = table.table.rows.map { row in
      choice(
        FacilityKind.self, table, "kind", row, else: Self.kind(of: table.cell("name", row).text)) ?? .station
    }
    let made = kinds.map { kind in
      numbers[kind, default: 0] += 1
      return Self.prefix(kind) + "\(numbers[kind] ?? 0)"
    }
    let ids = ids(table) { made[$0] }
    (result.facilityKinds, result.facilityCounts) = (Set(kinds), numbers)
    return table.table.rows.indices.map { index in
      let row = table.table.rows[index]
      let (name, grid) = (table.cell("name", row).text, table.cell("grid", row).text)
      return FacilityRow(
        id: ids[index], name: name, kind: kinds[index], position: placed(positions[index]),
        grid: grid.isEmpty && kinds[index] == .corePost ? Self.nearest(grids, placed(positions[index])) : grid
      )
    }
  }

  /// Writes the tables of grids and facilities; stations of grids may be named or stand by their ids.
  mutating func writeGrids(_ grids: [GridRow], _ facilities: [FacilityRow]) {
    let hasDemand = grids.contains { $0.demand != nil }
    let rows = grids.map { grid in
      [
        grid.id, grid.position.x.short, grid.position.y.short, grid.population.short,
        (hasDemand ? grid.demand ?? 0 : grid.population).short, grid.areaClass.rawValue,
        station(grid.station.text, facilities), grid.community
      ]
    }
    result.tables[.grids] = MatchedTable.text(
      ["id", "x", "y", "population", "demandWeight", "areaClass", "station", "community"], rows)
    result.tables[.facilities] = MatchedTable.text(
      ["id", "name_zh", "name_en", "kind", "x", "y", "grid"],
      facilities.map {
        [
          $0.id, $0.name, Self.english($0), $0.kind.rawValue, $0.position.x.short, $0.position.y.short,
          $0.grid
        ]
      })
  }

  /// The id of a station by its id or name; nothing where it is none of them, so that the nearest is taken.
  private mutating func station(_ text: String, _ facilities: [FacilityRow]) -> String {
    guard !text.isEmpty else { return "" }
    let stations = facilities.filter { $0.kind == .station }
    if let match = stations.first(where: { $0.id == text || $0.name == text || $0.name == text + "派出所" }) {
      return match.id
    }
    let note = LocalizedText(
      zh: "没有名为 '\(text)' 的派出所，其网格归最近的派出所", en: "there is no station '\(text)': its grids go to the nearest")
    if !result.notes.contains(note) { result.notes.append(note) }
    return ""
  }
}

extension TablesReader {
  private mutating func positions(_ table: MatchedTable) -> [Position] {
    table.table.rows.map { row in
      Position(
        x: number(table, "x", row, in: -1e7...1e7) ?? 0, y: number(table, "y", row, in: -1e7...1e7) ?? 0)
    }
  }

  /// Returns a position in WGS-84 where positions are degrees.
  private func placed(_ position: Position) -> Position {
    result.isInDegrees ? settings.coordinates.wgs84(position) : position
  }

  /// Whether positions are longitudes and latitudes: all of them in the box around China, and none a map of kilometers as wide
  /// as that.
  private static func areDegrees(_ positions: [Position]) -> Bool {
    !positions.isEmpty && positions.allSatisfy { (73...136).contains($0.x) && (3...54).contains($0.y) }
      && (positions.map(\.x).max() ?? 0) - (positions.map(\.x).min() ?? 0) < 15
  }

  /// The id of the grid whose middle is nearest.
  private static func nearest(_ grids: [GridRow], _ position: Position) -> String {
    func square(_ grid: GridRow) -> Double {
      let (east, north) = (grid.position.x - position.x, grid.position.y - position.y)
      return east * east + north * north
    }
    return grids.min { square($0) < square($1) }?.id ?? ""
  }

  /// What a facility is by its name.
  private static func kind(of name: String) -> FacilityKind? {
    Spelling.nearest(to: name, in: FacilityKind.allCases.map(\.rawValue)).flatMap(FacilityKind.init)
  }

  /// The name of a facility in English: what it is and its id, unless the name is in Latin letters already.
  private static func english(_ facility: FacilityRow) -> String {
    if facility.name.allSatisfy(\.isASCII) { return facility.name }
    let noun =
      switch facility.kind {
      case .station: "Station"
      case .streetWorkstation: "Street workstation"
      case .policeRoom: "Police room"
      case .corePost: "Core post"
      case .headquarters: "Headquarters"
      case .reserveSite: "Reserve site"
      }
    return "\(noun) \(facility.id)"
  }

  private static func prefix(_ kind: FacilityKind) -> String {
    switch kind {
    case .station: "s"
    case .streetWorkstation: "w"
    case .policeRoom: "p"
    case .corePost: "c"
    case .headquarters: "h"
    case .reserveSite: "r"
    }
  }
}
