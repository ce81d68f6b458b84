// Grids and facilities.
extension TablesReader {
  /// A grid as it was read.
  struct GridRow {
    var id: String
    var position: Position
    var population: Double
    var demand: Double?
    var areaClass: AreaClass
    var station: String
    var community: String
    var town: String
  }

  /// A facility as it was read.
  struct FacilityRow {
    var id: String
    var name: String
    var kind: FacilityKind
    var position: Position
    var grid: String
    var town: String
  }

  /// Reads the grids, their positions in WGS-84 where they are degrees.
  mutating func readGrids(_ table: MatchedTable) -> [GridRow] {
    guard checkResidents(table) else { return [] }
    let ids = ids(table) { "g\($0 + 1)" }
    let positions = gridsInPlace(table, gridPositions(table), ids)
    let towns = table.towns
    noteMergedTowns(table)
    let rows = table.table.rows.indices.map { index in
      grid(table, table.table.rows[index], id: ids[index], position: positions[index], town: towns[index])
    }
    result.origins[.grids] = RecordOrigins(table)
    result.residents = rows.map(\.population).reduce(0, +)
    if stationCounts.isEmpty || table.has("demandWeight") { readDemand(rows, table) }
    return rows
  }

  /// Whether there is a column of residents; adds an issue where there is none.
  private mutating func checkResidents(_ table: MatchedTable) -> Bool {
    if table.has("population") { return true }
    add(
      table.table, nil, LocalizedText(zh: "网格没有人口列", en: "the grids have no column of residents"),
      LocalizedText(
        zh: "请补上居民数（列名如 常住人口），或用 --column grids.population=列名 指明",
        en:
          "add the residents (a heading such as population), or name the column: --column grids.population=HEADING"
      ))
    return false
  }

  private mutating func grid(
    _ table: MatchedTable, _ row: [CSVCell], id: String, position: Position, town: String
  ) -> GridRow {
    GridRow(
      id: id, position: position, population: number(table, "population", row, in: 0...1e8) ?? 0,
      demand: table.has("demandWeight")
        ? number(table, "demandWeight", row, in: 0...1e8, fallback: 0) : nil,
      areaClass: choice(AreaClass.self, table, "areaClass", row, else: .general) ?? .general,
      station: table.cell("station", row).text, community: table.cell("community", row).text,
      town: town)
  }

  /// Reads the facilities; without a column of kinds their names say what they are.
  mutating func readFacilities(_ table: MatchedTable, _ grids: [GridRow]) -> [FacilityRow] {
    let found = facilityPositions(table)
    var numbers: [FacilityKind: Int] = [:]
    let read = table.table.rows.map { row in
      choice(
        FacilityKind.self, table, "kind", row, else: Self.kind(of: table.cell("name", row).text)) ?? .station
    }
    let kinds = withSubstations(read, table, grids)
    checkPosts(table, Set(kinds))
    noteClosed(table)
    let made = kinds.map { kind in
      numbers[kind, default: 0] += 1
      return Self.prefix(kind) + "\(numbers[kind] ?? 0)"
    }
    let ids = ids(table) { made[$0] }
    let (positions, towns) = (facilitiesInPlace(table, found, kinds), table.towns)
    result.facilityCounts = numbers
    result.origins[.facilities] = RecordOrigins(table)
    return table.table.rows.indices.map { index in
      let row = table.table.rows[index]
      let (name, grid) = (table.cell("name", row).text, table.cell("grid", row).text)
      return FacilityRow(
        id: ids[index], name: name, kind: kinds[index], position: positions[index],
        grid: grid.isEmpty && kinds[index] == .corePost ? Self.nearest(grids, positions[index]) : grid,
        town: towns[index])
    }
  }

  /// Writes the tables of grids and facilities; stations of grids may be named or stand by their ids.
  mutating func writeGrids(_ grids: [GridRow], _ facilities: [FacilityRow]) {
    let hasDemand = grids.contains { $0.demand != nil }
    let rows = grids.map { grid in
      [
        grid.id, grid.position.x.short, grid.position.y.short, grid.population.short,
        (hasDemand ? grid.demand ?? 0 : grid.population).short, grid.areaClass.rawValue,
        station(grid, facilities), grid.community
      ]
    }
    result.tables[.grids] = CSVQuoting.table(
      ["id", "x", "y", "population", "demandWeight", "areaClass", "station", "community"], rows)
    result.tables[.facilities] = CSVQuoting.table(
      ["id", "name_zh", "name_en", "kind", "x", "y", "grid"],
      facilities.map {
        [
          $0.id, $0.name, Self.english($0), $0.kind.rawValue, $0.position.x.short, $0.position.y.short,
          $0.grid
        ]
      })
  }

  /// The id of the station that a grid names, by its id, name or town; nothing where it is none of them, so that the nearest is
  /// taken.
  private mutating func station(_ grid: GridRow, _ facilities: [FacilityRow]) -> String {
    let text = grid.station
    guard !text.isEmpty else { return "" }
    if let station = nearest(TownName(text).stations(among: facilities), to: grid.position) {
      return station.id
    }
    let note = LocalizedText(
      zh: "没有名为 '\(text)' 的派出所，其网格归最近的派出所", en: "there is no station '\(text)': its grids go to the nearest")
    if !result.notes.contains(note) { result.notes.append(note) }
    return ""
  }
}

extension TablesReader {
  /// Without a station or a street workstation nobody answers.
  private mutating func checkPosts(_ table: MatchedTable, _ kinds: Set<FacilityKind>) {
    if !table.has("kind") {
      let count = kinds.count
      result.notes.append(
        LocalizedText(
          zh: "设施种类按名称判断，共 \(count) 种", en: "kinds of facilities go by their names: \(count) of them"))
    }
    guard kinds.isDisjoint(with: [.station, .streetWorkstation]) else { return }
    add(
      table.table, nil,
      LocalizedText(zh: "没有派出所，也没有街面警务站", en: "there is neither a station nor a street workstation"),
      LocalizedText(
        zh: "请补上处警单元出发的地方；从机关出警的，种类请写 station",
        en: "add the places where units start; where they start from headquarters, write station for its kind"
      ))
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
    ChineseWord.noun(of: name, among: FacilityKind.allCases.map(\.rawValue)).flatMap(FacilityKind.init)
      ?? EnglishWord.facilityKind(of: name)
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
