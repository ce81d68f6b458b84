// Positions that lie too far from the roads to be of their city.
extension NetworkReader {
  /// The distance from the nearest node beyond which positions are held to be of another place, in kilometers.
  static let elsewhereKilometers = 50.0

  /// Says where most positions in degrees lie far from all roads: swapped, of another place, or in other coordinates. Fewer
  /// of them are only named.
  /// - Returns: whether an issue was added.
  mutating func areElsewhere(
    _ positions: [Position], _ table: TableRows, x: String, y: String, _ known: SnappedNodes
  ) -> Bool {
    func kilometers(_ position: Position) -> Double {
      known.nearest(to: position, named: "")?.kilometers ?? 0
    }
    let far = positions.indices.filter { kilometers(positions[$0]) > Self.elsewhereKilometers }
    guard let first = far.first else { return false }
    guard 2 * far.count > positions.count else {
      nameFarRows(far.map { table.rows[$0].place.line }, of: positions.count, table)
      return false
    }
    let swapped = far.count { row in
      let turned = Position(x: positions[row].y, y: positions[row].x)
      return abs(turned.y) <= 90 && kilometers(turned) < Self.elsewhereKilometers
    }
    let cell = table.rows[first][x] ?? table.rows[first]
    let found = "\(table.rows[first][x]?.text ?? ""), \(table.rows[first][y]?.text ?? "")"
    let away = kilometers(positions[first]).rounded().short
    let (count, total, limit) = (far.count, positions.count, Self.elsewhereKilometers.short)
    let isSwapped = 2 * swapped > far.count
    addIssue(
      table.name, table.path(first, x), at: cell.place,
      LocalizedText(
        zh: "\(total) 行中有 \(count) 行离所有道路超过 \(limit) 公里，例如 \(found) 离最近的道路 \(away) 公里："
          + (isSwapped ? "经度和纬度似乎互换了" : "不是同一地区，或坐标系不同"),
        en:
          "\(count) of \(total) rows \(EnglishCount.form(count, "lies", "lie")) more than \(limit) km from all roads, "
          + "such as \(found), \(away) km away: "
          + (isSwapped ? "longitude and latitude look swapped" : "another place, or other coordinates")),
      isSwapped
        ? LocalizedText(
          zh: "请写 --x-column \(y) --y-column \(x)，或改正列名",
          en: "write --x-column \(y) --y-column \(x), or rename the columns")
        : LocalizedText(
          zh: "请检查两者是否为同一城市、同一坐标系",
          en: "check that both are of the same city and in the same coordinates"))
    return true
  }

  private mutating func nameFarRows(_ lines: [Int], of total: Int, _ table: TableRows) {
    let name = Self.lastPart(table.name)
    let list = lines.prefix(10).map { "\($0)" }.joined(separator: ", ") + (lines.count > 10 ? ", …" : "")
    let limit = Self.elsewhereKilometers.short
    notes.append(
      LocalizedText(
        zh: "\(name) 的 \(total) 行中有 \(lines.count) 行离所有道路超过 \(limit) 公里，仍归到最近的节点，请核对，行号：\(list)。",
        en:
          "\(lines.count) of \(total) rows of \(name) \(EnglishCount.form(lines.count, "lies", "lie")) more than "
          + "\(limit) km from all roads and \(EnglishCount.form(lines.count, "goes", "go")) to the nearest node all the same; "
          + "check, by line: \(list)."))
  }
}
