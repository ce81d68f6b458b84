/// A road network as it was read, before it is written as a bundle.
struct ImportedNetwork {
  /// A road node.
  struct Node {
    var id: String
    /// Kilometers, or degrees.
    var x: Double
    var y: Double
    var district: String
    /// Incidents a day.
    var demand: Double
    var population: Double
    var place: Place
    /// The grid of which incidents happen here; nil at a node that is only driven through.
    var grid: String?

    var position: Position { Position(x: x, y: y) }
  }

  /// A grid: a node by itself, or a cell with many.
  struct Grid {
    var id: String
    var x: Double
    var y: Double
    var district: String
    /// Incidents a day.
    var demand: Double
    var population: Double
    /// The node that stands for it; nil for a cell, whose nodes name it.
    var node: String?
    var areaClass = AreaClass.general
    /// The name of an area; may be empty.
    var name = ""
  }

  /// Something with a position of its own that is counted at a node: a node of the file, or a row of demand.
  struct Source {
    /// The id of the node, or the line of the row.
    var name: String
    /// Whether it is a row of a table of positions.
    var isRow = false
    var position: Position
    /// The node at which it is counted.
    var node: Int
    /// Incidents a day.
    var demand: Double
    var population: Double
  }

  /// A straight stretch of road.
  struct Segment {
    var a: Position
    var b: Position
  }

  /// An edge; its length in meters is nil where it is the straight distance.
  struct Edge {
    var from: Int
    var to: Int
    var lengthMeters: Double?
    var isOneWay: Bool
    var roadClass = ""
    var speedKilometersPerHour: Double?
  }

  /// A facility at a node.
  struct Facility {
    var id: String
    var node: Int
    /// Units that stand there; nil where the table does not say.
    var units: Int?
    /// Where it stands; nil at the node.
    var position: Position?
    /// The area in which it stands; nil without areas.
    var grid: String?
  }

  var nodes: [Node]
  var edges: [Edge] = []
  var facilities: [Facility] = []
  var grids: [Grid] = []
  /// What demand and residents come from; that of each node of the file first.
  var sources: [Source] = []
  /// The roads as they run on the map; empty where they are straight between nodes.
  var segments: [Segment] = []
  var isInDegrees: Bool
  var hasDistricts: Bool
  /// Whether residents were in the table, and not worked out from the incidents.
  var hasPopulation: Bool
  /// Whether the speeds of edges are what cars drive, and not signs.
  var speedsAreDriven = false
  /// Whether nothing says where incidents are, so that they are spread over the streets.
  var isDemandSpread = false
  /// Whether the roads are those of OpenStreetMap, which are in WGS-84.
  var isOpenStreetMap = false
  /// The name of the table of demand, for messages.
  var demandTableName = ""
  /// The name of the file of areas that are the grids; nil without.
  var areaTableName: String?
  var hasAreaClasses = false
  /// The names of the files without folders, for comments.
  var tableNames: [String]
  /// The side of the cells in kilometers; nil where every node is a grid.
  var cellKilometers: Double?

  var incidentsPerDay: Double { nodes.reduce(0) { $0 + $1.demand } }
  var residents: Double {
    areaTableName == nil
      ? nodes.reduce(0) { $0 + $1.population } : grids.reduce(0) { $0 + $1.population }
  }
  var system: CoordinateSystem { isInDegrees ? .wgs84 : .local }
}
