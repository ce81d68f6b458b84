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
  }

  /// A facility as it was read.
  struct FacilityRow {
    var id: String
    var name: String
    var kind: FacilityKind
    var position: Position
    var grid: String
  }

  /// Reads the grids, their positions in WGS-84 where they are degrees.
  mutating func readGrids(_ table: MatchedTable) -> [GridRow] {
    guard checkResidents(table) else { return [] }
    let ids = ids(table) { "g\($0 + 1)" }
    result.isInDegrees = saysDegrees(table) || Self.areDegrees(plain(table))
    noteSystem()
    let positions = positions(table)
    let rows = table.table.rows.indices.map { index in
      grid(table, table.table.rows[index], id: ids[index], position: placed(positions[index]))
    }
    result.origins[.grids] = RecordOrigins(table)
    result.residents = rows.map(\.population).reduce(0, +)
    readDemand(rows, table)
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
    _ table: MatchedTable, _ row: [CSVCell], id: String, position: Position
  ) -> GridRow {
    GridRow(
      id: id, position: position, population: number(table, "population", row, in: 0...1e8) ?? 0,
      demand: table.has("demandWeight")
        ? number(table, "demandWeight", row, in: 0...1e8, fallback: 0) : nil,
      areaClass: choice(AreaClass.self, table, "areaClass", row, else: .general) ?? .general,
      station: table.cell("station", row).text, community: table.cell("community", row).text)
  }

  /// Reads the facilities; without a column of kinds their names say what they are.
  mutating func readFacilities(_ table: MatchedTable, _ grids: [GridRow]) -> [FacilityRow] {
    let positions = positions(table)
    var numbers: [FacilityKind: Int] = [:]
    let kinds = table.table.rows.map { row in
      choice(
        FacilityKind.self, table, "kind", row, else: Self.kind(of: table.cell("name", row).text)) ?? .station
    }
    checkPosts(table, Set(kinds))
    let made = kinds.map { kind in
      numbers[kind, default: 0] += 1
      return Self.prefix(kind) + "\(numbers[kind] ?? 0)"
    }
    let ids = ids(table) { made[$0] }
    result.facilityCounts = numbers
    result.origins[.facilities] = RecordOrigins(table)
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
        station(grid.station, facilities), grid.community
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
  /// The positions in a table, or zeros after adding issues; degrees have to be some.
  private mutating func positions(_ table: MatchedTable) -> [Position] {
    let plain = plain(table)
    if result.isInDegrees, !plain.isEmpty, plain.allSatisfy({ abs($0.y) > 90 && abs($0.x) <= 90 }) {
      add(
        table.table, nil, LocalizedText(zh: "经度、纬度两列似乎对调", en: "longitude and latitude seem to be swapped"),
        LocalizedText(zh: "请把两列的列名对换", en: "exchange the headings of the two columns"))
      return plain
    }
    let east = result.isInDegrees ? (isShifted ? 73...136 : -180...180) : -1e7...1e7
    let north = result.isInDegrees ? (isShifted ? 3...54 : -90...90) : -1e7...1e7
    return table.table.rows.map { row in
      Position(x: number(table, "x", row, in: east) ?? 0, y: number(table, "y", row, in: north) ?? 0)
    }
  }

  /// The positions that are numbers.
  private func plain(_ table: MatchedTable) -> [Position] {
    table.table.rows.compactMap { row in
      guard let x = OfficeNumber.value(of: table.cell("x", row).text),
        let y = OfficeNumber.value(of: table.cell("y", row).text)
      else { return nil }
      return Position(x: x, y: y)
    }
  }

  /// Whether the headings, or the system that was named, say that positions are longitudes and latitudes.
  private func saysDegrees(_ table: MatchedTable) -> Bool {
    let headings = [table.heading("x"), table.heading("y")].map { $0.lowercased() }
    return isShifted
      || headings.contains { heading in ["经", "纬", "lon", "lat", "lng"].contains(where: heading.contains) }
  }

  /// Whether positions are in a system that is converted to WGS-84.
  private var isShifted: Bool { settings.coordinates.shift != nil }

  private mutating func noteSystem() {
    let name = settings.coordinates.rawValue
    result.notes.append(
      result.isInDegrees
        ? LocalizedText(
          zh: "位置：经纬度（\(name)\(isShifted ? "，已换算为 WGS-84" : "；高德地图取的请加 --coordinates GCJ-02，百度的加 BD-09")）",
          en: "positions: longitude and latitude in \(name)"
            + (isShifted ? ", converted to WGS-84" : " (of Amap: --coordinates GCJ-02, of Baidu: BD-09)"))
        : LocalizedText(zh: "位置：向东、向北的公里数", en: "positions: kilometers east and north"))
  }

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
      LocalizedText(zh: "请补上处警单元出发的地方", en: "add the places where units start"))
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
    ChineseWord.noun(of: name, among: FacilityKind.allCases.map(\.rawValue)).flatMap(FacilityKind.init)
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
