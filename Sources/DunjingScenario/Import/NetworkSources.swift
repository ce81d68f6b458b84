/// The files of a road network to import.
public struct NetworkSources: Sendable {
  /// Where the roads come from.
  public enum Roads: Sendable {
    /// A table of nodes and a table of edges between them.
    case tables(nodes: ImportTable, edges: ImportTable)
    /// A map of lines.
    case lines(ImportTable, RoadMapForm)
  }

  /// The roads.
  public var roads: Roads
  /// The facilities, at nodes or positions.
  public var facilities: ImportTable
  /// Incidents, or weights of them, at nodes or positions; nil goes by the nodes, or evenly by the length of roads.
  public var demand: ImportTable?
  /// Areas that become the grids: polygons of a GeoJSON feature collection; nil makes cells or takes every node.
  public var areas: ImportTable?

  /// Creates the sources.
  public init(
    roads: Roads, facilities: ImportTable, demand: ImportTable? = nil, areas: ImportTable? = nil
  ) {
    (self.roads, self.facilities, self.demand, self.areas) = (roads, facilities, demand, areas)
  }
}

/// The form of a map of roads.
public enum RoadMapForm: Sendable {
  /// Nodes and ways of OpenStreetMap in the text form OPL.
  case openStreetMapText
  /// Lines of a GeoJSON feature collection, in WGS-84.
  case geoJSON
}
