/// Reads the tables of a road network and collects everything that is wrong with them.
struct NetworkReader {
  let settings: NetworkImport
  let log = IssueLog()
  private(set) var choices: [ColumnChoice] = []
  /// What was done to the data, for the user to know.
  var notes: [LocalizedText] = []
  /// What looks wrong and is not changed.
  var warnings: [LocalizedText] = []
  private var columnIssues: [ScenarioIssue] = []

  init(_ settings: NetworkImport) {
    self.settings = settings
  }

  /// All issues: those of columns first, then those of cells in the order of the tables.
  var issues: [ScenarioIssue] { columnIssues + log.sortedIssues }

  /// Returns the network, or nil after adding issues.
  mutating func network(_ sources: NetworkSources) -> ImportedNetwork? {
    let roads = self.roads(sources)
    let (facilities, demand) = (
      table(sources.facilities, "facilities", LocalizedText(zh: "设施", en: "facilities")),
      sources.demand.flatMap { table($0, "demand", LocalizedText(zh: "需求", en: "rows of demand")) }
    )
    guard var network = roads else {
      if let facilities { checkAlone(facilities, nil) }
      return nil
    }
    checkSystem(network, sources)
    let areas = sources.areas.flatMap { readAreas($0, isInDegrees: network.isInDegrees) }
    let all = network.nodes
    if !issues.isEmpty, let facilities { checkAlone(facilities, NodeIndex(network)) }
    guard let facilities, sources.demand == nil || demand != nil, issues.isEmpty,
      let known = connect(&network)
    else { return nil }
    network.tableNames = (sources.roads.tables + [sources.facilities] + [sources.areas].compactMap { $0 })
      .map { Self.lastPart($0.name) }
    network.demandTableName = Self.lastPart(sources.demand?.name ?? "")
    network.sources = all.enumerated().map {
      ImportedNetwork.Source(
        name: $1.id, position: $1.position, node: known.kept($0), demand: $1.demand, population: $1.population
      )
    }
    if let demand { readDemand(demand, known, &network) }
    readFacilities(facilities, known, &network)
    guard issues.isEmpty else { return nil }
    if settings.coordinates == nil { suspectShift(network, sources, areas ?? []) }
    if let areas, let table = sources.areas { divide(&network, into: areas, table) } else { divide(&network) }
    return issues.isEmpty ? network : nil
  }

  private mutating func roads(_ sources: NetworkSources) -> ImportedNetwork? {
    switch sources.roads {
    case .tables(let nodes, let edges):
      let nodeTable = table(nodes, "nodes", LocalizedText(zh: "路网节点", en: "road nodes"))
      let edgeTable = table(edges, "edges", LocalizedText(zh: "道路", en: "edges"))
      let read = nodeTable.flatMap { readNodes($0, hasDemandTable: sources.demand != nil) }
      guard let edgeTable, var network = read else {
        if let edgeTable { checkEnds(edgeTable) }
        return nil
      }
      readEdges(edgeTable, NodeIndex(network), &network)
      return network
    case .lines(let map, let form):
      return readLines(map, form, hasDemandTable: sources.demand != nil)
    }
  }

  static func lastPart(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }

  // MARK: Tables and columns

  /// Returns the rows of a table, or nil after adding issues.
  mutating func table(
    _ table: ImportTable, _ keyPath: String, _ noun: LocalizedText
  ) -> TableRows? {
    let file = log.file(table.name)
    guard let text = text(of: table, file: file, keyPath) else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      reportEmpty(table, keyPath)
      return nil
    }
    var scanner = CSVScanner(text)
    let header = scanner.next()?.map(\.text) ?? []
    let reader = CSVReader(file: file, log: log, keyPath: keyPath, columns: header)
    guard let rows = reader.read(text)?.elements else { return nil }
    guard !rows.isEmpty else {
      log.add(.emptyList(noun), at: Place(file: file, line: 1, column: 1), keyPath: keyPath)
      return nil
    }
    return TableRows(name: table.name, keyPath: keyPath, header: header, rows: rows, log: log)
  }

  /// Returns the text of a table, or nil after adding an issue.
  func text(of table: ImportTable, file: Int, _ keyPath: String) -> String? {
    if TextEncoding.isArchive(table.bytes) {
      log.add(.workbook, at: Place(file: file, line: 1, column: 1), keyPath: keyPath)
      return nil
    }
    switch settings.encoding.text(ofImported: table.bytes) {
    case .success(let text): return text
    case .failure(let failure):
      let place = Place(file: file, line: failure.line, column: 1)
      log.add(failure.fault, at: place, keyPath: keyPath)
      return nil
    }
  }

  /// Returns the column for a purpose: the one named by the user, or the first known name in the header.
  mutating func column(_ purpose: ImportColumn, in table: TableRows, isRequired: Bool = true) -> String? {
    if let wanted = settings.columns[purpose] {
      if table.header.contains(wanted) { return choose(wanted, purpose, table, isGuess: false) }
      reportMissing(purpose, in: table, named: wanted)
      return nil
    }
    for guess in purpose.guesses {
      if let found = table.header.first(where: { $0.lowercased() == guess.lowercased() }) {
        return choose(found, purpose, table, isGuess: true)
      }
    }
    if isRequired { reportMissing(purpose, in: table, looked: purpose.guesses) }
    return nil
  }

  private mutating func choose(
    _ column: String, _ purpose: ImportColumn, _ table: TableRows, isGuess: Bool
  ) -> String {
    choices.append(ColumnChoice(table: table.name, purpose: purpose, column: column, isGuess: isGuess))
    return column
  }

  private mutating func reportMissing(_ purpose: ImportColumn, in table: TableRows, named: String) {
    let (option, found) = (purpose.option, table.header.listed)
    addIssue(
      table.name, table.keyPath,
      LocalizedText(
        zh: "没有 \(option) 所指的“\(named)”列；表中的列：\(found.zh)",
        en: "there is no column '\(named)' for \(option); the columns are \(found.en)"),
      LocalizedText(
        zh: "请写出放\(purpose.noun.zh)的列，或去掉 \(option)",
        en: "name the one of the \(purpose.noun.en), or leave out \(option)"))
  }

  private mutating func reportMissing(_ purpose: ImportColumn, in table: TableRows, looked: [String]) {
    let (names, found) = (looked.listed, table.header.listed)
    addIssue(
      table.name, table.keyPath,
      LocalizedText(
        zh: "没有“\(purpose.noun.zh)”列（查找：\(names.zh)）；表中的列：\(found.zh)",
        en:
          "there is no column for the \(purpose.noun.en) (looked for \(names.en)); the columns are \(found.en)"
      ),
      LocalizedText(
        zh: "请用 \(purpose.option) 指明列名", en: "name the column with \(purpose.option)"))
  }

  /// Adds an issue about a line of a file that is no table.
  mutating func issueAtLine(
    _ file: String, _ line: Int, _ problem: LocalizedText, _ remedy: LocalizedText
  ) {
    columnIssues.append(
      ScenarioIssue(file: file, line: line, column: 1, keyPath: "roads", problem: problem, remedy: remedy))
  }

  /// Says that plane positions have no system of degrees.
  private mutating func checkSystem(_ network: ImportedNetwork, _ sources: NetworkSources) {
    guard let system = settings.coordinates, !network.isInDegrees, let table = sources.roads.tables.first
    else { return }
    addIssue(
      table.name, "nodes",
      LocalizedText(
        zh: "路网是平面坐标，\(system.rawValue) 不适用", en: "the roads are in a plane, not in \(system.rawValue)"),
      LocalizedText(
        zh: "请去掉 --coordinates，或用 --x-column、--y-column 指明经度和纬度",
        en: "leave out --coordinates, or name longitude and latitude with --x-column and --y-column"))
  }

  /// Returns a position as the study has it: in kilometers, or in WGS-84.
  func place(_ position: Position, _ isInDegrees: Bool) -> Position {
    guard isInDegrees else {
      return Position(x: self.position(position.x, false), y: self.position(position.y, false))
    }
    return settings.coordinates?.wgs84(position) ?? position
  }

  /// Adds an issue about a cell of a table.
  mutating func addIssue(
    _ file: String, _ keyPath: String, at place: Place, _ problem: LocalizedText, _ remedy: LocalizedText
  ) {
    columnIssues.append(
      ScenarioIssue(
        file: file, line: place.line, column: place.column, keyPath: keyPath, problem: problem, remedy: remedy
      ))
  }

  /// Adds an issue about a table as a whole.
  mutating func addIssue(
    _ file: String, _ keyPath: String, _ problem: LocalizedText, _ remedy: LocalizedText
  ) {
    columnIssues.append(
      ScenarioIssue(file: file, line: 1, column: 1, keyPath: keyPath, problem: problem, remedy: remedy))
  }
}

extension NetworkSources.Roads {
  /// Its files.
  var tables: [ImportTable] {
    switch self {
    case .tables(let nodes, let edges): [nodes, edges]
    case .lines(let map, _): [map]
    }
  }
}
