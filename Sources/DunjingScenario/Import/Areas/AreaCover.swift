/// What lies in areas, and what lies outside of all of them and went to the nearest one.
struct AreaCover {
  /// What lies outside: how much, and what lies farthest.
  struct Outside {
    var count = 0
    var amount = 0.0
    var total = 0.0
    var farthest = (name: "", area: 0, kilometers: 0.0)
    /// The names, at most ``AreaCover/nameLimit``.
    var names: [String] = []

    /// The share of the amounts.
    var share: Double { total > 0 ? amount / total : 0 }

    mutating func add(_ name: String, _ area: Int, _ kilometers: Double, amount: Double) {
      if kilometers > farthest.kilometers || count == 0 { farthest = (name, area, kilometers) }
      count += 1
      self.amount += amount
      if names.count < AreaCover.nameLimit { names.append(name) }
    }
  }

  /// The most names that a message lists.
  static let nameLimit = 20

  private let index: AreaIndex
  /// The areas that contain a road node.
  private(set) var hasNode: Set<Int> = []
  /// Areas that contain no road node.
  var emptyAreas: [Int] = []
  /// Kilometers from the middle of an area without incidents at any node to the one that stands for it.
  var standIns: [Int: Double] = [:]
  /// Nodes outside of all areas at which the incidents of an area without a node happen, and kilometers to the farthest.
  var outsideNodes: [Int: (count: Int, kilometers: Double)] = [:]
  /// Whether areas have demand in proportion to their residents, because nothing says where it is.
  var followsResidents = false
  private(set) var nodes = Outside()
  private(set) var demand = Outside()
  private(set) var residents = Outside()
  private(set) var facilities = Outside()

  /// The table whose rows are named by line.
  private let tableName: String

  init(index: AreaIndex, tableName: String) { (self.index, self.tableName) = (index, tableName) }

  /// Returns the area of a position, and how far it is outside; the first area where there is none.
  private func place(_ position: Position) -> (area: Int, kilometers: Double?) {
    if let area = index.area(at: position) { return (area, nil) }
    let nearest = index.nearest(to: position)
    return (nearest?.area ?? 0, nearest?.kilometers ?? 0)
  }

  mutating func area(ofNode node: ImportedNetwork.Node) -> Int {
    let (area, kilometers) = place(node.position)
    nodes.total += 1
    guard let kilometers else {
      hasNode.insert(area)
      return area
    }
    nodes.add(node.id, area, kilometers, amount: 1)
    return area
  }

  mutating func area(of source: ImportedNetwork.Source) -> Int {
    let (area, kilometers) = place(source.position)
    demand.total += source.demand
    residents.total += source.population
    guard let kilometers else { return area }
    let name = source.isRow ? "\(tableName):\(source.name)" : source.name
    if source.demand > 0 { demand.add(name, area, kilometers, amount: source.demand) }
    if source.population > 0 { residents.add(name, area, kilometers, amount: source.population) }
    return area
  }

  mutating func area(ofFacility id: String, at position: Position) -> Int {
    let (area, kilometers) = place(position)
    facilities.total += 1
    if let kilometers { facilities.add(id, area, kilometers, amount: 1) }
    return area
  }
}
