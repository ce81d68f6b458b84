// What small and closed posts are, and which station English words mean.
extension TablesReader {
  /// Returns the kinds of facilities with substations in their place: one that grids name is a station, one with cars a street
  /// workstation, any other a police room; says which were taken for police rooms.
  mutating func withSubstations(
    _ kinds: [FacilityKind], _ table: MatchedTable, _ grids: [GridRow]
  ) -> [FacilityKind] {
    let named = Set(grids.map(\.station))
    var rooms: [String] = []
    let result = zip(table.table.rows, kinds).map { row, kind in
      let name = table.cell("name", row).text
      let kindCell = table.cell("kind", row).text
      guard kind == .policeRoom, EnglishWord.isSubstation(kindCell.isEmpty ? name : kindCell) else {
        return kind
      }
      let isNamed = [name, table.cell("id", row).text].contains { !$0.isEmpty && named.contains($0) }
      if isNamed { return FacilityKind.station }
      if OfficeNumber.value(of: table.cell("unitsPerFacility", row).text) ?? 0 > 0 {
        return FacilityKind.streetWorkstation
      }
      rooms.append(name)
      return kind
    }
    noteRooms(rooms)
    return result
  }

  private mutating func noteRooms(_ names: [String]) {
    guard !names.isEmpty else { return }
    let list = names.listed
    result.notes.append(
      LocalizedText(
        zh: "\(list.zh)：按警务室（policeRoom）计，没有辖区和处警单元；有辖区的种类请写 station，有处警单元的写 streetWorkstation",
        en:
          "\(list.en): taken for police rooms, without a district and without units; write station where one has a district, "
          + "streetWorkstation where units start there"))
  }

  /// Says which facilities a column that is not used calls closed.
  mutating func noteClosed(_ table: MatchedTable) {
    for row in table.table.rows {
      let cells = table.unusedCells(row) + [table.cell("name", row), table.cell("kind", row)]
      guard let remark = cells.first(where: { Self.saysClosed($0.text) }) else { continue }
      let name = table.cell("name", row).text
      result.notes.append(
        LocalizedText(
          zh: "\(name)：写着 '\(remark.text)'，仍按设施计；已不用的请删去这一行",
          en:
            "\(name): '\(remark.text)', and counted all the same; take the row away where it is no longer used"
        ))
    }
  }

  private static func saysClosed(_ text: String) -> Bool {
    ["撤销", "撤并", "已撤", "停用", "关闭", "已拆"].contains(where: text.contains)
      || ["closed", "decommissioned", "demolished", "disused", "abolished"].contains {
        EnglishWord.holds(text, $0)
      }
  }

  /// Returns the only station whose name has all words of a text, or the other way round: Central (Pct 1) is Precinct 1 - Central;
  /// nil for none, or several.
  static func only(_ stations: [FacilityRow], called text: String) -> FacilityRow? {
    let wanted = words(text)
    let found = stations.filter { station in
      let own = words(station.name)
      return !wanted.isEmpty && !own.isEmpty && (own.isSuperset(of: wanted) || wanted.isSuperset(of: own))
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The words of a name of a station that tell it from others, with one word for a precinct.
  private static func words(_ name: String) -> Set<Substring> {
    guard name.allSatisfy(\.isASCII) else { return [] }
    let plain = ["precinct", "pct", "police", "station", "district", "division"]
    return Set(EnglishWord.words(of: name).filter { !plain.contains(String($0)) })
  }
}
