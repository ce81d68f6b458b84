/// Officers of one kind in a row of a table.
struct OfficerTeam {
  var name: String
  var pool: OfficerPool
  var isSworn: Bool
  var count: Int
  /// The table in which the team stands.
  let table: MatchedTable
  /// The row in which it stands, the first of several.
  let row: [CSVCell]
  /// The post whose officers these are, by the column of a table of facilities; nil for a team of a table of officers.
  var post: TablesReader.FacilityRow?

  /// Whether the name is that of a unit, as 巡特警大队, and not only of what it does, as 街面巡逻.
  var isUnit: Bool {
    let plain = MatchedTable.plain(name).prefix { !"（(".contains($0) }
    return ["大队", "中队", "支队", "总队"].contains(where: plain.hasSuffix)
  }

  /// Whether the name is that of a post, or holds it: 东关派出所值班处警.
  func names(_ post: TablesReader.FacilityRow) -> Bool {
    let (own, other) = (MatchedTable.plain(name), MatchedTable.plain(post.name))
    guard !own.isEmpty, !other.isEmpty else { return false }
    return own.contains(other) || post.kind == .station && own + "派出所" == other
      || TablesReader.only([post], called: own) != nil
  }
}
