/// The lists of records of a study as tables for a spreadsheet, and the way back.
///
/// Every list that is written in the study has a table: files of CSV as they are, and lists in `scenario.yaml`, in which records
/// inside of records have a column for each value and lists stand in one cell as YAML has them. Lists inside of other lists are
/// such cells. What comes from a map (GeoJSON) is left to programs for maps.
public struct StudyTables: Sendable {
  /// A file for the spreadsheet.
  public struct File: Sendable {
    /// Its name: the key of the list, with `.csv`.
    public let name: String
    /// UTF-8 with a byte order mark, and CR LF.
    public let bytes: [UInt8]
    /// The number of records.
    public let rowCount: Int
    /// The columns with texts such as `01` or `1-2`, which stand there as formulas `="01"`.
    public let columnsAtRisk: [String]
    /// The file of the bundle that the records come from.
    public let origin: String
  }

  /// The hash of the bundle.
  public let bundleHash: String
  /// The keys of lists that come from maps, with their files.
  public let maps: [String: String]
  let tables: [SpreadsheetTable]
  let bundleFiles: [String: [UInt8]]

  /// Reads a study.
  /// - Throws: All issues of the bundle at once.
  public init(_ bundle: ScenarioBundle) throws(InvalidScenario) {
    let (root, valid, files) = try bundle.reading(setting: [])
    (bundleHash, bundleFiles) = (valid.bundleHash, files)
    var (tables, maps): ([SpreadsheetTable], [String: String]) = ([], [:])
    for list in Self.lists {
      let keys = list.path.split(separator: ".").map(String.init)
      guard let node = keys.reduce(root, { $0?[$1] }) else { continue }
      if let records = node.elements {
        guard !records.isEmpty else { continue }
        tables.append(
          SpreadsheetTable(path: list.path, shape: list.shape, records: records, takesFile: list.takesFile))
      } else if list.takesFile, let (name, declared) = Self.file(node), let bytes = files[name] {
        let encoding = declared ?? TextEncoding.recognized(bytes)
        if GeoJSONReader.reads(name) {
          maps[list.path] = name
        } else if let table = SpreadsheetTable(
          path: list.path, shape: list.shape, file: name, encoding: encoding, bytes: bytes)
        {
          tables.append(table)
        }
      }
    }
    (self.tables, self.maps) = (tables, maps)
  }

  /// The files for the spreadsheet, in the order of the keys of `scenario.yaml`.
  public var files: [File] {
    tables.map { table in
      let origin = if case .file(let name, _) = table.origin { name } else { ScenarioBundle.fileName }
      return File(
        name: table.fileName, bytes: table.bytes, rowCount: table.rows.count,
        columnsAtRisk: table.columnsAtRisk, origin: origin)
    }
  }

  /// The name of a file with a table, and its encoding where that is declared.
  private static func file(_ node: RawNode) -> (String, TextEncoding?)? {
    if let name = node.text { return (name, nil) }
    guard let name = node["file"]?.text else { return nil }
    return (name, node["encoding"]?.text.flatMap(TextEncoding.init))
  }

  /// All keys that hold lists of records, but those inside of other lists.
  private static let lists: [(path: String, shape: RecordShape, takesFile: Bool)] =
    ScenarioReference.sections.compactMap { section in
      let path = section.path.hasSuffix("[]") ? String(section.path.dropLast(2)) : ""
      guard let key = section.key, !path.isEmpty, !path.contains("[]"), !path.contains("NAME") else {
        return nil
      }
      return (path, section.shape, key.value.takesFile)
    }
}

extension ValueShape {
  /// Whether it may be the name of a file with a table.
  fileprivate var takesFile: Bool {
    switch self {
    case .table: true
    case .either(let choices): choices.contains(where: \.takesFile)
    default: false
    }
  }
}
