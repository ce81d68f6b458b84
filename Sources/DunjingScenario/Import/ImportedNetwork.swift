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
  }

  var nodes: [Node]
  var edges: [Edge] = []
  var facilities: [Facility] = []
  var grids: [Grid] = []
  var isInDegrees: Bool
  var hasDistricts: Bool
  /// Whether residents were in the table, and not worked out from the incidents.
  var hasPopulation: Bool
  /// Whether the speeds of edges are what cars drive, and not signs.
  var speedsAreDriven = false
  /// The names of the files without folders, for comments.
  var tableNames: [String]
  /// The side of the cells in kilometers; nil where every node is a grid.
  var cellKilometers: Double?

  var incidentsPerDay: Double { nodes.reduce(0) { $0 + $1.demand } }
  var residents: Double { nodes.reduce(0) { $0 + $1.population } }
  var system: CoordinateSystem { isInDegrees ? .wgs84 : .local }
}
