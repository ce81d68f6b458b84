/// Which stations a town or a station is, by a name in a table.
struct TownName {
  private let name: String

  init(_ name: String) { self.name = MatchedTable.plain(name) }

  /// The stations of that name; without any those whose column of towns has it, and then those called like the town.
  func stations(among facilities: [TablesReader.FacilityRow]) -> [TablesReader.FacilityRow] {
    let stations = facilities.filter { $0.kind == .station }
    let ways: [(TablesReader.FacilityRow) -> Bool] = [
      { [$0.id, MatchedTable.plain($0.name)].contains(name) || $0.name == name + "派出所" },
      { $0.town == name },
      { !$0.town.isEmpty && Self.stem($0.town) == Self.stem(name) },
      { $0.name == Self.stem(name) + "派出所" }
    ]
    guard !name.isEmpty else { return [] }
    return ways.lazy.map { stations.filter($0) }.first { !$0.isEmpty }
      ?? TablesReader.only(stations, called: name).map { [$0] } ?? []
  }

  /// Whether it is the town of that name.
  func isTown(_ town: String) -> Bool {
    !name.isEmpty && (town == name || Self.stem(town) == Self.stem(name))
  }

  /// The name without what the place is: 柳河 of 柳河镇.
  private static func stem(_ name: String) -> Substring {
    let endings = ["街道办事处", "街道办", "办事处", "街道", "镇", "乡"]
    let ending = endings.first { name.hasSuffix($0) && name.count > $0.count }
    return name.dropLast(ending?.count ?? 0)
  }
}
