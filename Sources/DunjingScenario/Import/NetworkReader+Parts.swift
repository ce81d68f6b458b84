extension NetworkReader {
  /// Returns a network of nodes without edges, or nil after adding issues.
  mutating func readNodes(_ table: TableRows, hasDemandTable: Bool) -> ImportedNetwork? {
    let (id, x, y) = (column(.node, in: table), column(.x, in: table), column(.y, in: table))
    let district = column(.district, in: table, isRequired: false)
    let population = column(.population, in: table, isRequired: false)
    let needsDemand = !hasDemandTable && population == nil
    let demand = hasDemandTable ? nil : column(.demand, in: table, isRequired: needsDemand)
    guard let id, let x, let y, demand != nil || !needsDemand else { return nil }
    let isInDegrees = Self.isLongitude(x)
    if isInDegrees && settings.kilometersPerUnit != 1 { reportScale(table) }
    var seen: [String: Int] = [:]
    var nodes: [ImportedNetwork.Node] = []
    for row in table.rows.indices {
      let name = table.uniqueText(row, id, &seen, LocalizedText(zh: "路网节点", en: "road node"))
      let (east, north) = (table.number(row, x, .any), table.number(row, y, .any))
      let residents = population.map { table.number(row, $0, .nonnegative, fallback: 0) ?? 0 } ?? 0
      let incidents = demand.map { table.number(row, $0, .nonnegative, fallback: 0) ?? 0 } ?? residents
      guard let name else { continue }
      let position = place(Position(x: east ?? 0, y: north ?? 0), isInDegrees)
      nodes.append(
        ImportedNetwork.Node(
          id: name, x: position.x, y: position.y,
          district: district.flatMap { table.rows[row][$0]?.text } ?? "", demand: incidents,
          population: residents, place: table.rows[row].place))
    }
    if isInDegrees {
      checkDegrees(table, x: x, y: y)
    } else if issues.isEmpty {
      checkWidth(nodes, table, x: x, y: y)
    }
    var network = ImportedNetwork(
      nodes: nodes, isInDegrees: isInDegrees, hasDistricts: district != nil,
      hasPopulation: population != nil, tableNames: [])
    if !hasDemandTable { scaleDemand(&network, column: demand, table) }
    return network
  }

  /// Whether a column holds longitudes, by its name.
  static func isLongitude(_ column: String) -> Bool {
    ["lon", "lng", "long", "longitude", "经度"].contains(column.lowercased())
  }

  /// Positions in kilometers are kept to the millimeter, so that 413 × 0.1 is 41.3.
  func position(_ value: Double, _ isInDegrees: Bool) -> Double {
    isInDegrees ? value : (value * settings.kilometersPerUnit * 1e6).rounded() / 1e6
  }

  private mutating func reportScale(_ table: TableRows) {
    addIssue(
      table.name, table.keyPath,
      LocalizedText(zh: "经纬度坐标不需要比例", en: "positions in degrees have no scale"),
      LocalizedText(
        zh: "请去掉 --scale，或用 --x-column、--y-column 指明平面坐标",
        en: "leave out --scale, or name plane coordinates with --x-column and --y-column"))
  }

  /// Reads incidents from a table of their own: by node, or at positions, each at the nearest node.
  mutating func readDemand(_ table: TableRows, _ known: SnappedNodes, _ network: inout ImportedNetwork) {
    for index in network.nodes.indices { network.nodes[index].demand = 0 }
    for index in network.sources.indices { network.sources[index].demand = 0 }
    let hasNodes = settings.columns[.node] != nil || hasColumn(.node, in: table)
    let hasPositions = hasColumn(.x, in: table) && hasColumn(.y, in: table)
    if hasPositions && (!hasNodes || !hasColumn(.demand, in: table)) {
      return readDemandPoints(table, known, &network)
    }
    let id = column(.node, in: table)
    guard let value = column(.demand, in: table), let id else { return }
    var seen: [String: Int] = [:]
    for row in table.rows.indices {
      guard let node = table.node(row, id, known.index) else { continue }
      let cell = table.rows[row][id]
      let name = cell?.text ?? ""
      if let line = seen[name] {
        reportTwice(name, line, at: cell?.place ?? table.rows[row].place, table)
        continue
      }
      seen[name] = table.rows[row].place.line
      let amount = table.number(row, value, .nonnegative, fallback: 0) ?? 0
      network.nodes[known.kept(node)].demand += amount
      network.sources[node].demand += amount
    }
    scaleDemand(&network, column: value, table)
  }

  private mutating func reportTwice(_ node: String, _ line: Int, at place: Place, _ table: TableRows) {
    addIssue(
      table.name, table.keyPath, at: place,
      LocalizedText(
        zh: "节点 \(node) 在第 \(line) 行已有需求", en: "the node \(node) has a row in line \(line) already"),
      LocalizedText(zh: "每个节点请只写一行", en: "write one row for each node"))
  }

  /// Turns the weights of the nodes into incidents a day; residents follow from these where none are given.
  mutating func scaleDemand(
    _ network: inout ImportedNetwork, column: String?, _ table: TableRows
  ) {
    let sum = network.incidentsPerDay
    guard sum > 0 else {
      if issues.isEmpty { reportNoDemand(table) }
      return
    }
    let residentsPerIncidentADay =
      365 * DefaultCatalog.referenceResidents / DefaultCatalog.referenceIncidentsPerYear
    var total = settings.incidentsPerDay
    if total == nil && column == nil { total = sum / residentsPerIncidentADay }
    if total == nil, let column, column.lowercased().contains("share") || column.contains("份额") {
      reportShares(column, table)
      return
    }
    if let total {
      for index in network.nodes.indices { network.nodes[index].demand *= total / sum }
      for index in network.sources.indices { network.sources[index].demand *= total / sum }
    }
    if !network.hasPopulation {
      for index in network.nodes.indices {
        network.nodes[index].population = (network.nodes[index].demand * residentsPerIncidentADay).rounded()
      }
      for index in network.sources.indices {
        network.sources[index].population = network.sources[index].demand * residentsPerIncidentADay
      }
    }
  }

  private mutating func reportNoDemand(_ table: TableRows) {
    addIssue(
      table.name, table.keyPath, LocalizedText(zh: "所有节点的需求都是 0", en: "the demand of all nodes is 0"),
      LocalizedText(zh: "请至少给一个节点大于 0 的日均警情", en: "give incidents a day above 0 to at least one node"))
  }

  private mutating func reportShares(_ column: String, _ table: TableRows) {
    addIssue(
      table.name, table.keyPath,
      LocalizedText(
        zh: "'\(column)' 列是份额，警情总量未知", en: "the column '\(column)' holds shares, the total is unknown"),
      LocalizedText(
        zh: "请用 --incidents-per-day 给出全市日均警情",
        en: "give the incidents a day of the city with --incidents-per-day"))
  }

  /// Reads the edges; their ends have to be nodes.
  mutating func readEdges(_ table: TableRows, _ known: NodeIndex, _ network: inout ImportedNetwork) {
    let (from, to) = (column(.from, in: table), column(.to, in: table))
    let length = column(.length, in: table, isRequired: false)
    let minutes = column(.minutes, in: table, isRequired: false)
    let oneWay = column(.oneWay, in: table, isRequired: false)
    let roadClass = column(.roadClass, in: table, isRequired: false)
    guard let from, let to else { return }
    let meters = length.map { metersPerUnit(of: $0, isInDegrees: network.isInDegrees) } ?? 1
    var loops = 0
    for row in table.rows.indices {
      let (start, end) = (table.node(row, from, known), table.node(row, to, known))
      func number(_ column: String?) -> Double? {
        column.flatMap { table.rows[row][$0] == nil ? nil : table.number(row, $0, .positive) }
      }
      let (given, time) = (number(length), number(minutes))
      let isOneWay = oneWay.map { table.flag(row, $0) } ?? false
      guard let start, let end else { continue }
      guard start != end else {
        loops += 1
        continue
      }
      var edge = ImportedNetwork.Edge(
        from: start, to: end, lengthMeters: given.map { $0 * meters }, isOneWay: isOneWay,
        roadClass: roadClass.flatMap { table.rows[row][$0]?.text } ?? "")
      if let time { edge.drive(in: time, along: network, at: settings.speedKilometersPerHour) }
      network.edges.append(edge)
    }
    if loops > 0 {
      notes.append(
        LocalizedText(
          zh: "去掉了 \(loops) 条起点与终点相同的道路。", en: "Edges from a node to itself were left out: \(loops)."))
    }
    network.speedsAreDriven = minutes != nil
    if oneWay == nil { decideDirections(&network) }
  }

  /// A table that lists most roads once for each direction is one of arcs.
  private mutating func decideDirections(_ network: inout ImportedNetwork) {
    struct Arc: Hashable { var from: Int, to: Int }
    let arcs = Set(network.edges.map { Arc(from: $0.from, to: $0.to) })
    let reversed = network.edges.count { arcs.contains(Arc(from: $0.to, to: $0.from)) }
    let isGuess = settings.edgesAreArcs == nil
    guard settings.edgesAreArcs ?? (reversed * 5 > network.edges.count) else { return }
    for index in network.edges.indices { network.edges[index].isOneWay = true }
    let total = network.edges.count
    notes.append(
      LocalizedText(
        zh: "每行是一个方向的路段（\(total) 行中有 \(reversed) 行另有相反方向的一行）" + (isGuess ? "；这是推断，--no-arcs 可改。" : "。"),
        en:
          "Every row is one direction of a road (\(reversed) of \(total) rows have one for the other direction)"
          + (isGuess ? "; this is a guess, --no-arcs says otherwise." : ".")))
  }

  /// Meters of one unit of a length column: by the option, by the name, or as positions are scaled.
  private func metersPerUnit(of column: String, isInDegrees: Bool) -> Double {
    if let meters = settings.metersPerLengthUnit { return meters }
    let name = column.lowercased()
    if name.contains("km") || name.contains("kilometer") || name.contains("千米")
      || name.contains("公里")
    {
      return 1_000
    }
    if name.contains("meter") || name.hasSuffix("_m") || name.contains("米") { return 1 }
    return isInDegrees ? 1 : settings.kilometersPerUnit * 1_000
  }

  /// Reads the facilities; each stands at a node, or at the node nearest to its position.
  mutating func readFacilities(_ table: TableRows, _ known: SnappedNodes, _ network: inout ImportedNetwork) {
    let id = column(.facility, in: table)
    let hasPositions = hasColumn(.x, in: table) && hasColumn(.y, in: table)
    let node = column(.facilityNode, in: table, isRequired: !hasPositions)
    let units = column(.units, in: table, isRequired: false)
    guard let id, node != nil || hasPositions else { return }
    let points = node == nil ? positions(of: table, network, known) : nil
    var seen: [String: Int] = [:]
    var distances: [SnappedNodes.Snap] = []
    for row in table.rows.indices {
      let name = table.uniqueText(row, id, &seen, LocalizedText(zh: "设施", en: "facility"))
      let count = units.flatMap { table.integer(row, $0, .between(0, 1_000), fallback: 1) }
      if let node {
        guard let place = table.node(row, node, known.index), let name else { continue }
        network.facilities.append(ImportedNetwork.Facility(id: name, node: known.kept(place), units: count))
      } else if let position = points?[row], let name, let snap = known.nearest(to: position, named: name) {
        distances.append(snap)
        network.facilities.append(
          ImportedNetwork.Facility(id: name, node: snap.node, units: count, position: position))
      }
    }
    report(distances, zh: "设施", one: "facility", many: "facilities")
    if let units, !network.facilities.isEmpty, network.facilities.allSatisfy({ $0.units == 0 }) {
      addIssue(
        table.name, table.keyPath,
        LocalizedText(
          zh: "'\(units)' 列全部为 0，没有任何单元", en: "the column '\(units)' is 0 everywhere: there is no unit"),
        LocalizedText(zh: "请至少给一个设施一个单元", en: "give at least one facility a unit"))
    }
  }
}
