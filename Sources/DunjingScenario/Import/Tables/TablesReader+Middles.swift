// Places without a position, which stand at the middle of their town or of the district of their station.
extension TablesReader {
  private typealias Town = TownMiddles.Town

  /// The positions of grids: where there is none, the middle of their town; an issue where that cannot be told.
  mutating func gridsInPlace(_ table: MatchedTable, _ positions: [Position?], _ ids: [String]) -> [Position] {
    let towns = towns(table)
    for (position, towns) in zip(positions, towns) { towns.forEach { middles.add(position, in: $0) } }
    let names = zip(table.table.rows, ids).map { row, id in
      let name = table.cell("community", row).text
      return name.isEmpty ? id : name
    }
    return inPlace(table, positions, towns, names)
  }

  /// The positions of facilities, as of grids; stations and headquarters stand nowhere but where they are.
  mutating func facilitiesInPlace(
    _ table: MatchedTable, _ positions: [Position?], _ kinds: [FacilityKind]
  ) -> [Position] {
    let named = towns(table)
    for index in positions.indices {
      let own = Town(kind: .district, name: table.plainName(table.table.rows[index]))
      let towns = named[index] + (kinds[index] == .station && !named[index].contains(own) ? [own] : [])
      towns.forEach { middles.add(positions[index], in: $0) }
    }
    let towns = zip(named, kinds).map { [.station, .headquarters].contains($1) ? [] : $0 }
    return inPlace(table, positions, towns, table.table.rows.map { table.cell("name", $0).text })
  }

  /// The towns that each row names: its town, and the district of its station.
  private func towns(_ table: MatchedTable) -> [[Town]] {
    let districts = table.names(TownMiddles.Kind.district.key(in: table))
    return zip(table.towns, districts).map { town, district in
      [Town(kind: .town, name: town), Town(kind: .district, name: district)].filter { !$0.name.isEmpty }
    }
  }

  private mutating func inPlace(
    _ table: MatchedTable, _ positions: [Position?], _ towns: [[Town]], _ names: [String]
  ) -> [Position] {
    var placed: [TownMiddles.Kind: [String]] = [:]
    let result = positions.indices.map { index in
      if let position = positions[index] { return position }
      for town in towns[index] {
        guard let middle = middles.middle(of: town) else { continue }
        placed[town.kind, default: []].append(names[index])
        return middle
      }
      addMissing(table, table.table.rows[index])
      return Position(x: 0, y: 0)
    }
    for kind in [TownMiddles.Kind.town, .district] { notePlaced(placed[kind] ?? [], table, kind) }
    return result
  }

  /// Adds an issue that a row has no position.
  private mutating func addMissing(_ table: MatchedTable, _ row: [CSVCell]) {
    let empty = table.emptyPositionCells(row)
    let headings = empty.map { "'\($0.heading)'" }.listed
    add(
      table.table, empty.first?.cell,
      LocalizedText(zh: "没有位置：\(headings.zh) 未填", en: "there is no position: nothing in \(headings.en)"),
      LocalizedText(zh: "请写上它的位置，或删去此行", en: "write its position, or leave the row out"))
  }

  /// Says which places stand at the middle of their town.
  private mutating func notePlaced(_ names: [String], _ table: MatchedTable, _ kind: TownMiddles.Kind) {
    guard !names.isEmpty else { return }
    let (count, list) = (names.count, names.listed(atMost: Self.mostNames))
    let heading = table.heading(kind.key(in: table))
    let many = table.kind == .grids ? ("grid", "grids") : ("facility", "facilities")
    let town =
      kind == .town
      ? LocalizedText(zh: "所属乡镇街道", en: EnglishCount.form(count, "its town", "their towns"))
      : LocalizedText(zh: "所属派出所辖区", en: EnglishCount.form(count, "its district", "their districts"))
    let note = LocalizedText(
      zh:
        "\(table.table.name)：\(count) 个\(table.kind.noun.zh)没有位置，放在\(town.zh)的中间（按 '\(heading)'，取有位置者的平均）：\(list.zh)；请补上",
      en:
        "\(table.table.name): \(EnglishCount.text(count, many.0, many.1)) without a position "
        + "\(EnglishCount.form(count, "stands", "stand")) at the middle of \(town.en) (by '\(heading)', the mean of those with one): "
        + "\(list.en); put in \(EnglishCount.form(count, "its own", "theirs"))")
    for axis in ["x", "y"] { assume("\(table.kind.list).*.\(axis)", note) }
  }

  /// The most names in a note.
  private static let mostNames = 15
}
