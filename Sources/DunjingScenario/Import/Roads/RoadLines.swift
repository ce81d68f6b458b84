/// Roads as a map has them: lines through points, which meet where they share a point.
struct RoadLines {
  /// A line that is driven along.
  struct Line {
    /// Its points, by index, at least two.
    var points: [Int]
    var roadClass: String
    var isOneWay: Bool
    /// The signed speed in km/h, where the map has one.
    var speedKilometersPerHour: Double?
  }

  /// The ids of the points, or empty where the map has none.
  var ids: [String] = []
  var positions: [Position] = []
  var lines: [Line] = []
  /// Ways of the map that no car may use, by what they are.
  var leftOut: [String: Int] = [:]
  /// Points that a line names and the file does not have: roads cut off at its edge.
  var missingPoints = 0
}
