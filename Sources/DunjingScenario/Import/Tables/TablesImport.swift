/// Makes the tables of a study out of tables as an office keeps them: texts in, texts out; no file is read or written here.
///
/// What a table lists, and what its columns hold, is found by the headings, in Chinese or in English; words for classes, kinds
/// and pools are those of ``StudyTableKind``'s tables or the usual Chinese ones.
public struct TablesImport: Sendable {
  /// A column named by the user.
  public struct NamedColumn: Sendable, Equatable {
    /// The table.
    public let kind: StudyTableKind
    /// The key in the study.
    public let key: String
    /// The heading in the table.
    public let heading: String

    /// Reads `grids.population=实有人口`; nil where the table or the key is not one of those that are looked for.
    public init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let path = parts.first?.split(separator: ".", maxSplits: 1).map(String.init) ?? []
      guard parts.count == 2, path.count == 2, let kind = StudyTableKind(rawValue: path[0]),
        kind.columns.contains(path[1]), !parts[1].isEmpty
      else { return nil }
      (self.kind, key, heading) = (kind, path[1], parts[1])
    }

    /// All that may stand before the equals sign.
    public static var paths: [String] {
      StudyTableKind.allCases.flatMap { kind in kind.columns.map { "\(kind.rawValue).\($0)" } }
    }
  }

  /// The system of longitudes and latitudes, converted to WGS-84; nil takes the one that headings name, otherwise WGS-84.
  public var coordinates: DegreeSystem?
  /// Whether the departments are those of a county, which has no agencies of province or prefecture.
  public var isOfCounty = false
  /// The days that counts of incidents cover; nil takes them as a year's where the heading says so, otherwise as shares.
  public var days: Double?
  /// Columns named by the user; others are found by their headings.
  public var columns: [NamedColumn] = []
  /// Names of workbooks that lie beside the tables and are not read, for messages.
  public var workbooks: [String] = []

  /// Creates an import of positions in WGS-84 and departments of a prefecture.
  public init() {}

  /// The headings named for a kind of table, by key.
  func named(_ kind: StudyTableKind) -> [String: String] {
    Dictionary(columns.filter { $0.kind == kind }.map { ($0.key, $0.heading) }) { $1 }
  }

  /// Returns the tables of the study.
  /// - Throws: Everything that is wrong with the tables, at once, with file, line and column.
  public func tables(_ tables: [ImportTable]) throws(InvalidScenario) -> ImportedTables {
    var reader = TablesReader(self)
    guard let result = reader.tables(tables), reader.issues.isEmpty else {
      throw InvalidScenario(issues: reader.issues)
    }
    return result
  }
}
