// What is wrong with tables by themselves, told beside what is wrong with the roads.
extension NetworkReader {
  /// Adds the issues of the facilities where there is no network to set them in.
  /// - Parameter nodes: the nodes, where these at least are known.
  mutating func checkAlone(_ table: TableRows, _ nodes: NodeIndex?) {
    let id = column(.facility, in: table)
    let hasPositions = hasColumn(.x, in: table) && hasColumn(.y, in: table)
    let node = column(.facilityNode, in: table, isRequired: !hasPositions)
    let units = column(.units, in: table, isRequired: false)
    var seen: [String: Int] = [:]
    for row in table.rows.indices {
      if let id { _ = table.uniqueText(row, id, &seen, LocalizedText(zh: "设施", en: "facility")) }
      if let node, let nodes { _ = table.node(row, node, nodes) }
      if let units { _ = table.integer(row, units, .between(0, 1_000), fallback: 1) }
    }
  }

  /// Adds an issue for each end of the edges that has no column.
  mutating func checkEnds(_ table: TableRows) {
    for purpose in [ImportColumn.from, .to] { _ = column(purpose, in: table) }
    for purpose in [ImportColumn.length, .minutes, .oneWay, .roadClass] {
      _ = column(purpose, in: table, isRequired: false)
    }
  }

  /// Says that a table is empty, and how it may begin.
  mutating func reportEmpty(_ table: ImportTable, _ keyPath: String) {
    let examples = [
      "nodes": "id,x,y,demand", "edges": "from,to,length", "facilities": "id,node", "demand": "node,demand"
    ]
    let example = examples[keyPath] ?? "id,x,y"
    addIssue(
      table.name, keyPath, LocalizedText(zh: "文件是空的", en: "the file is empty"),
      LocalizedText(
        zh: "第一行请写列名，例如 '\(example)'，以下每行一条记录",
        en: "write the column names in the first row, such as '\(example)', and records below"))
  }

  /// Says that positions in a plane lie too far apart to be kilometers.
  mutating func checkWidth(_ nodes: [ImportedNetwork.Node], _ table: TableRows, x: String, y: String) {
    guard let first = nodes.first else { return }
    func width(_ node: ImportedNetwork.Node) -> Double { max(abs(node.x - first.x), abs(node.y - first.y)) }
    let limit = ScenarioValidator.widthLimit
    guard let far = nodes.first(where: { width($0) > limit }) else { return }
    let column = abs(far.x - first.x) > limit ? x : y
    let cell = table.rows.first { $0.place == far.place }.flatMap { $0[column] }
    let kilometers = width(far).rounded().short
    addIssue(
      table.name, table.keyPath, at: cell?.place ?? far.place,
      LocalizedText(
        zh: "地图宽达 \(kilometers) 公里，最多 \(limit.short) 公里",
        en: "the map is \(kilometers) km wide, more than \(limit.short) km"),
      settings.kilometersPerUnit == 1
        ? LocalizedText(zh: "若位置以米为单位，请加 --scale 0.001", en: "if positions are in meters, add --scale 0.001")
        : LocalizedText(
          zh: "请检查 --scale，即每单位的公里数", en: "check --scale, which is the kilometers of a unit"))
  }
}
