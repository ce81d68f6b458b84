/// Decodes the raw values of a bundle into a ``Scenario``, filling in defaults.
struct ScenarioDecoder {
  let root: RecordCursor
  let files: BundleFiles
  let log: IssueLog
  let overrides: OverrideWriter
  /// A scenario whose map, sites and sources are those of this one.
  let known: Scenario?

  init(
    root: RawNode, files: BundleFiles, log: IssueLog, overrides: OverrideWriter,
    reusing known: Scenario? = nil
  ) {
    self.root = RecordCursor(root, Shapes.scenario, path: "", log: log)
    self.known = known
    (self.files, self.log, self.overrides) = (files, log, overrides)
  }

  /// Returns the scenario; where the log has issues, parts of it are stand-ins.
  func decode() -> Scenario {
    checkSchema()
    let grids = known?.grids ?? grids()
    let residents = grids.reduce(0) { $0 + $1.population }
    let counties = known?.counties ?? counties(of: grids)
    let roads = known == nil ? roads() : known?.roads
    let facilities = known?.facilities ?? facilities(in: grids)
    let units = units(at: facilities, hasCounties: !counties.isEmpty)
    let rosters = rosters(for: units)
    let categories = categories(residents: residents)
    let scale = demandScale(residents: residents)
    let departments = departments(residents: residents, demand: scale)
    let hazardKinds = hazardKinds(residents: residents)
    let climbs = climbs()
    let kinds = incidentKinds(
      DemandContext(
        residents: residents, scale: scale, hazardKinds: hazardKinds, climbs: climbs, departments: departments
      ))
    let treatments = treatments()
    return Scenario(
      name: root.localized("name", nil), summary: root.localized("summary", LocalizedText("")), time: time(),
      coordinates: coordinates(), grids: grids, counties: counties, roads: roads, travel: travel(),
      facilities: facilities,
      force: force(categories, units: units, rosters: rosters), rosters: rosters, units: units,
      dispatch: dispatch(), incidentKinds: kinds, hazardKinds: hazardKinds, climbs: climbs,
      community: community(residents: residents, categories: categories), departments: departments,
      headquarters: headquarters(), patrol: known?.patrol ?? patrol(on: roads), targets: targets(),
      treatments: treatments,
      experiment: experiment(treatments), harm: harm(residents: residents),
      sources: known?.sources ?? sources(),
      estimates: known?.estimates ?? estimates(), report: report(),
      programs: programs(residents: residents), shocks: shocks(), assessment: assessment(),
      security: security(),
      windows: windows())
  }

  private func checkSchema() {
    guard let node = root.raw("schema") else {
      root.reportMissing("schema")
      return
    }
    if node.text != "dunjing/1" {
      log.add(.wrongSchema(node.shownText), at: node.place, keyPath: "schema")
    }
  }

  /// Returns the records of a table: a file name, `{file:, encoding:}`, or a list; nil if not given or unreadable.
  /// Lines drawn on a map go through the nearest of the nodes.
  func table(
    _ cursor: RecordCursor, _ key: String, _ shape: RecordShape, through nodes: NearestNode? = nil
  ) -> [RecordCursor]? {
    guard let node = cursor.raw(key) else { return nil }
    let path = cursor.keyPath(key)
    if node.elements != nil { return cursor.records(key, shape) }
    var (name, encoding): (String?, TextEncoding?) = (node.text, nil)
    if node.entries != nil {
      let file = RecordCursor(node, Shapes.tableFile, path: path, log: log)
      if file.raw("encoding") != nil { encoding = file.choice("encoding", .utf8) }
      name = file.text("file", nil)
    }
    guard let name, !name.isEmpty,
      let text = files.text(
        of: name, encoding: encoding, limit: BundleFiles.tableLimit, at: node.place, keyPath: path)
    else { return broken() }
    guard let read = rows(of: text, in: name, path, shape, nodes), read.elements != nil else {
      return broken()
    }
    let rows = overrides.written(into: read, at: path, shape)
    log.tables[path] = rows
    let origin = GeoJSONReader.reads(name) ? RecordOrigin.feature : .cells
    return (rows.elements ?? []).enumerated().map { index, row in
      RecordCursor(row, shape, path: "\(path)[\(index)]", log: log, origin: origin)
    }
  }

  private func rows(
    of text: String, in name: String, _ path: String, _ shape: RecordShape, _ nodes: NearestNode?
  ) -> RawNode? {
    let file = log.file(name)
    guard GeoJSONReader.reads(name) else {
      let required = shape.keys.filter(\.isRequired).map(\.name)
      return CSVReader(file: file, log: log, keyPath: path, columns: shape.names, required: required)
        .read(text)
    }
    var reader = GeoJSONReader(
      file: file, log: log, keyPath: path, shape: shape, system: declaredCoordinates, nodes: nodes)
    return reader.read(text)
  }

  private func broken() -> [RecordCursor]? {
    log.isBroken = true
    return nil
  }
}
