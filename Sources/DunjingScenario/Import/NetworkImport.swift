/// A table to import.
public struct ImportTable: Sendable {
  /// The name that messages use, such as the path as it was typed.
  public let name: String
  /// The bytes: text of comma-separated values with a header.
  public let bytes: [UInt8]

  /// Creates a table.
  public init(name: String, bytes: [UInt8]) {
    (self.name, self.bytes) = (name, bytes)
  }
}

/// Makes a study out of a road network: tables in, texts of a bundle out; no file is read or written here.
///
/// Every node of a small network becomes a grid of its own; a large one is divided into cells, or by the areas of a map. Every facility becomes a
/// street workstation with one car unit, or as many as its table says. What the tables do not say is left to the defaults
/// of the program.
public struct NetworkImport: Sendable {
  /// The speed of cars in km/h, on all roads and at all hours.
  public var speedKilometersPerHour = 40.0
  /// Kilometers of one map unit; positions in degrees need none.
  public var kilometersPerUnit = 1.0
  /// Meters of one unit of the length column; nil goes by the name of the column.
  public var metersPerLengthUnit: Double?
  /// Incidents a day in all; nil takes the sum of the demand column.
  public var incidentsPerDay: Double?
  /// The response target of all grids, in minutes; nil is 3, and where areas have classes 1, 3 and 5 for core, key and other
  /// areas.
  public var targetMinutes: Double?
  /// Whether a response is driving alone: no acknowledgement, no turnout, units wait at their facility.
  public var isDrivingOnly = false
  /// The encoding of the tables.
  public var encoding = TextEncoding.utf8
  /// The name of the study; nil for a general one.
  public var name: String?
  /// Whether each row of the edges is one direction of a road; nil decides by whether most have a row for the other one.
  public var edgesAreArcs: Bool?
  /// Whether nodes that cannot be reached, or cannot be left, are taken away, and what is there moved to the nearest node.
  public var keepsLargestPart = false
  /// The side of square cells that are the grids, in kilometers; 0 makes every node a grid; nil makes cells where there
  /// are more than ``nodeLimit`` nodes.
  public var cellKilometers: Double?
  /// The nodes of a cell at which incidents happen, at most.
  public var nodesPerCell = 4
  /// The system of longitudes and latitudes in all files but OpenStreetMap; nil takes them as WGS-84 and warns where they look
  /// shifted against the roads.
  public var coordinates: DegreeSystem?
  /// Columns named by the user; others are found by name.
  public var columns: [ImportColumn: String] = [:]

  /// The most nodes that become grids by themselves unless asked for.
  public static let nodeLimit = 1_000

  /// Creates an import with 40 km/h, kilometers, and targets of 3 minutes.
  public init() {}

  /// Returns the bundle of the tables.
  /// - Parameters:
  ///   - nodes: Nodes, with their coordinates.
  ///   - edges: Roads between nodes, with their lengths.
  ///   - facilities: Facilities, by node or position.
  ///   - demand: Incidents by node or position; without it, they are a column of the nodes.
  /// - Throws: Everything that is wrong with the tables, at once, with file, line and column.
  public func bundle(
    nodes: ImportTable, edges: ImportTable, facilities: ImportTable, demand: ImportTable? = nil
  ) throws(InvalidScenario) -> ImportedBundle {
    try bundle(
      NetworkSources(roads: .tables(nodes: nodes, edges: edges), facilities: facilities, demand: demand))
  }

  /// Returns the bundle of some sources.
  /// - Throws: Everything that is wrong with them, at once, with file, line and column.
  public func bundle(_ sources: NetworkSources) throws(InvalidScenario) -> ImportedBundle {
    var reader = NetworkReader(self)
    let network = reader.network(sources)
    let issues = reader.issues
    guard let network, issues.isEmpty else { throw InvalidScenario(issues: issues) }
    return ImportedBundle(
      files: BundleWriter(network: network, settings: self).files, choices: reader.choices,
      notes: reader.notes, warnings: reader.warnings,
      nodes: network.nodes.count, edges: network.edges.count, grids: network.grids.count,
      facilities: network.facilities.count, incidentsPerDay: network.incidentsPerDay,
      residents: network.residents)
  }
}

/// The bundle of an imported network.
public struct ImportedBundle: Sendable, Equatable {
  /// A file of the bundle.
  public struct File: Sendable, Equatable {
    /// The name in the folder.
    public let name: String
    /// The text.
    public let text: String
  }

  /// The names of all files of an imported bundle.
  public static let fileNames = ["scenario.yaml", "grids.csv", "nodes.csv", "edges.csv", "facilities.csv"]

  /// The files, in the order of ``fileNames``.
  public let files: [File]
  /// The columns taken, in the order of the tables.
  public let choices: [ColumnChoice]
  /// What was done to the data: what was guessed, taken away or moved.
  public let notes: [LocalizedText]
  /// What looks wrong and was not changed.
  public let warnings: [LocalizedText]
  /// The number of nodes.
  public let nodes: Int
  /// The number of edges.
  public let edges: Int
  /// The number of grids.
  public let grids: Int
  /// The number of facilities.
  public let facilities: Int
  /// Incidents a day in all.
  public let incidentsPerDay: Double
  /// Residents, as given or as the default rate of incidents implies.
  public let residents: Double
}
