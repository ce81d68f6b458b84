/// The middles of towns and of districts of stations, by the places in them that have a position.
struct TownMiddles {
  /// What names the surroundings of a place.
  enum Kind {
    /// A town or subdistrict.
    case town
    /// The district of a station.
    case district

    /// The key of the column that names it in a table.
    func key(in table: MatchedTable) -> String {
      self == .town ? "town" : table.kind == .grids ? "station" : "parentStation"
    }
  }

  /// A town, or the district of a station.
  struct Town: Hashable {
    /// Which of the two.
    let kind: Kind
    /// Its name.
    let name: String
  }

  private var places: [Town: [Position?]] = [:]

  /// Adds a place in a town, with its position; nil where it has none.
  mutating func add(_ position: Position?, in town: Town) { places[town, default: []].append(position) }

  /// The mean of the positions in a town; nil unless more than half of its places have one.
  func middle(of town: Town) -> Position? {
    let all = places[town] ?? []
    let known = all.compactMap(\.self)
    guard 2 * known.count > all.count else { return nil }
    let count = Double(known.count)
    return Position(
      x: Self.rounded(known.map(\.x).reduce(0, +) / count),
      y: Self.rounded(known.map(\.y).reduce(0, +) / count))
  }

  /// A mean with no more decimals than positions have.
  private static func rounded(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}
