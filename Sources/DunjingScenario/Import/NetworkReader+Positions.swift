// Positions in place of node ids.
extension NetworkReader {
  /// Whether a table has a column for a purpose.
  func hasColumn(_ purpose: ImportColumn, in table: TableRows) -> Bool {
    let names = settings.columns[purpose].map { [$0] } ?? purpose.guesses
    let header = Set(table.header.map { $0.lowercased() })
    return names.contains { header.contains($0.lowercased()) }
  }

  /// Returns the position in each row, or nil after adding issues.
  mutating func positions(
    of table: TableRows, _ network: ImportedNetwork, _ known: SnappedNodes
  ) -> [Position]? {
    guard let x = column(.x, in: table), let y = column(.y, in: table) else { return nil }
    let isInDegrees = Self.isLongitude(x) || (network.isInDegrees && x.lowercased() == "x")
    if isInDegrees != network.isInDegrees {
      addIssue(
        table.name, table.keyPath,
        LocalizedText(
          zh: network.isInDegrees ? "路网是经纬度，而 '\(x)' 列不是" : "路网是平面坐标，而 '\(x)' 列是经度",
          en: network.isInDegrees
            ? "the roads are in degrees, and the column '\(x)' is not"
            : "the roads are in a plane, and '\(x)' is a longitude"),
        LocalizedText(zh: "请把两者写成同一坐标系", en: "write both in the same system of coordinates"))
      return nil
    }
    let positions = table.rows.indices.map { row in
      place(
        Position(x: table.number(row, x, .any) ?? 0, y: table.number(row, y, .any) ?? 0), isInDegrees)
    }
    let before = issues.count
    if isInDegrees { checkDegrees(table, x: x, y: y) }
    guard isInDegrees, issues.count == before else { return positions }
    return areElsewhere(positions, table, x: x, y: y, known) ? nil : positions
  }

  /// The rows that say where a call was, and how many others there are: without a position, or, in a table that an import of
  /// calls has written, duplicates, those marked as not valid and those that officers came upon.
  private func withPlaces(_ table: TableRows) -> (leftOut: Int, table: TableRows) {
    let names = [ImportColumn.x, .y].compactMap { purpose in
      settings.columns[purpose]
        ?? table.header.first { name in purpose.guesses.contains { $0.lowercased() == name.lowercased() } }
    }
    let rows = table.rows.filter { row in
      names.allSatisfy { row[$0]?.text?.isEmpty == false } && row["onView"]?.text != "true"
        && !(row["flags"]?.text ?? "").split(separator: " ").contains {
          ["duplicate", "invalid", "outsideMap"].contains($0)
        }
    }
    return (
      table.rows.count - rows.count,
      TableRows(name: table.name, keyPath: table.keyPath, header: table.header, rows: rows, log: table.log)
    )
  }

  /// Reads weights at positions, each 1 unless a column says otherwise; each goes to the nearest node.
  mutating func readDemandPoints(_ table: TableRows, _ known: SnappedNodes, _ network: inout ImportedNetwork)
  {
    let weight = column(.demand, in: table, isRequired: false)
    let (kept, table) = withPlaces(table)
    if kept > 0 {
      notes.append(
        LocalizedText(
          zh: "需求表中有 \(kept) 行没有位置、是重复、注明无效或巡逻发现，没有采用。",
          en:
            "Rows of the demand without a position, duplicates, invalid calls and incidents on view were left out: \(kept)."
        )
      )
    }
    guard let positions = positions(of: table, network, known), issues.isEmpty else { return }
    var snaps: [SnappedNodes.Snap] = []
    for (row, position) in positions.enumerated() {
      let amount = weight.map { table.number(row, $0, .nonnegative, fallback: 0) ?? 0 } ?? 1
      let name = "\(table.rows[row].place.line)"
      guard let snap = known.nearest(to: position, named: name) else { continue }
      network.nodes[snap.node].demand += amount
      network.sources.append(
        ImportedNetwork.Source(
          name: name, isRow: true, position: position, node: snap.node, demand: amount, population: 0))
      snaps.append(snap)
    }
    report(
      snaps, zh: "需求点（按行号）", one: "point of demand (by line)", many: "points of demand (by line)")
    if settings.incidentsPerDay == nil && weight == nil {
      return addIssue(
        table.name, table.keyPath,
        LocalizedText(zh: "需求点没有数量，警情总量未知", en: "points of demand have no amounts, the total is unknown"),
        LocalizedText(
          zh: "请用 --incidents-per-day 给出全市日均警情",
          en: "give the incidents a day of the city with --incidents-per-day"))
    }
    scaleDemand(&network, column: weight ?? "", table)
  }

  /// Says what is wrong with positions that cannot be degrees: swapped, or those of a projection.
  mutating func checkDegrees(_ table: TableRows, x: String, y: String) {
    func numbers(_ row: RawNode) -> (x: Double, y: Double)? {
      guard let x = row[x]?.text.flatMap(Double.init), let y = row[y]?.text.flatMap(Double.init) else {
        return nil
      }
      return (x, y)
    }
    let wrong = table.rows.first { numbers($0).map { abs($0.x) > 180 || abs($0.y) > 90 } ?? false }
    guard let wrong else { return }
    let isSwapped = table.rows.compactMap(numbers).allSatisfy { abs($0.x) <= 90 && abs($0.y) <= 180 }
    let found = "\(wrong[x]?.text ?? ""), \(wrong[y]?.text ?? "")"
    addIssue(
      table.name, table.keyPath, at: wrong[x]?.place ?? wrong.place,
      isSwapped
        ? LocalizedText(
          zh: "\(found) 不是经度和纬度：两列似乎互换了",
          en: "\(found) are no longitude and latitude; they look swapped")
        : LocalizedText(
          zh: "\(found) 不是经纬度，而像投影坐标",
          en: "\(found) are no degrees; they look like those of a projection"),
      isSwapped
        ? LocalizedText(
          zh: "请写 --x-column \(y) --y-column \(x)，或改正列名",
          en: "write --x-column \(y) --y-column \(x), or rename the columns")
        : LocalizedText(
          zh: "请换算为 WGS-84 经纬度，或把列名改为 x、y 并用 --scale 给出每单位的公里数",
          en:
            "convert them to WGS-84, or name the columns x and y and give the kilometers of a unit with --scale"
        ))
  }
}
