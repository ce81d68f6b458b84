import DunjingNumerics
import DunjingScenario

/// Where places are, in kilometers in a plane, and to which grid each belongs.
public struct Geography: Sendable {
  /// Kilometers east, by place.
  public let x: [Double]
  /// Kilometers north, by place.
  public let y: [Double]
  /// The grid of a place.
  public let gridOfPlace: [Int32]
  /// The places of a grid; never empty.
  public let placesOfGrid: [[Int32]]
  /// The places of all grids, one grid after the other, for drawing one of them without following a reference.
  @usableFromInline let places: [Int32]
  /// Where the places of each grid begin among them, and at last where they end.
  @usableFromInline let firstPlace: [Int32]
  /// The place of a facility, in scenario order.
  public let placeOfFacility: [Int32]
  /// Kilometers between the position of a facility as written and its place, in scenario order; 0 where it names its place.
  public let kilometersToPlaceOfFacility: [Double]
  /// The place of each must-visit point.
  public let placeOfPoint: [Int32]
  /// The places of each must-patrol line.
  public let placesOfLine: [[Int32]]
  /// The places of incidents on record, in the order in which they were given.
  public let recordedPlaces: [Int32]
  /// Positions of the grids in kilometers.
  public let gridPositions: [(x: Double, y: Double)]
  let network: [[RoadArc]]
  let roadClasses: [String]

  init(_ scenario: Scenario, recordedAt recorded: [(x: Double, y: Double)] = []) {
    let projection = Projection(scenario)
    let gridPositions = scenario.grids.map { projection.plane($0.x, $0.y) }
    self.gridPositions = gridPositions
    let nodes = scenario.roads?.nodes ?? []
    let positions = nodes.isEmpty ? gridPositions : nodes.map { projection.plane($0.x, $0.y) }
    let recordedPositions = recorded.map { projection.plane($0.x, $0.y) }
    // Along a metric everything that is on record has a place of its own.
    let all = positions + (nodes.isEmpty ? recordedPositions : [])
    x = all.map(\.x)
    y = all.map(\.y)
    let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, Int32($0)) })
    let nearest = NearestPlace(positions)
    func place(_ node: String?, _ x: Double, _ y: Double) -> Int32 {
      if let node, let known = index[node] { return known }
      let point = projection.plane(x, y)
      return Int32(nearest.index(to: point.x, point.y))
    }
    let (gridOfPlace, placesOfGrid) = Self.membership(
      scenario, nodes: nodes, gridPositions: gridPositions, positions: positions, place: place)
    let nearestGrid = nodes.isEmpty && !recorded.isEmpty ? NearestPlace(gridPositions) : nil
    self.gridOfPlace =
      gridOfPlace
      + (nearestGrid.map { grids in recordedPositions.map { Int32(grids.index(to: $0.x, $0.y)) } } ?? [])
    self.placesOfGrid = placesOfGrid
    recordedPlaces =
      nodes.isEmpty
      ? recorded.indices.map { Int32(positions.count + $0) }
      : recordedPositions.map { Int32(nearest.index(to: $0.x, $0.y)) }
    places = Array(placesOfGrid.joined())
    firstPlace = placesOfGrid.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    placeOfFacility = scenario.facilities.map { place($0.node, $0.x, $0.y) }
    kilometersToPlaceOfFacility = zip(scenario.facilities, placeOfFacility).map { facility, place in
      guard facility.node == nil else { return 0 }
      let (point, stand) = (projection.plane(facility.x, facility.y), positions[Int(place)])
      return ((point.x - stand.x) * (point.x - stand.x) + (point.y - stand.y) * (point.y - stand.y))
        .squareRoot()
    }
    placeOfPoint = scenario.patrol.points.map { place($0.node, $0.x, $0.y) }
    placesOfLine = scenario.patrol.lines.map { $0.nodes.compactMap { index[$0] } }
    let classes = Set((scenario.roads?.edges ?? []).map(\.roadClass)).sorted()
    roadClasses = classes
    network = Self.network(scenario, index: index, positions: positions, classes: classes)
  }

  /// Returns how many places a grid has.
  @inlinable
  public func placeCount(ofGrid grid: Int) -> Int { Int(firstPlace[grid + 1] - firstPlace[grid]) }

  /// Returns one of the places of a grid, by number.
  @inlinable
  public func place(_ number: Int, ofGrid grid: Int) -> Int32 { places[Int(firstPlace[grid]) + number] }

  /// The number of places.
  public var placeCount: Int { x.count }

  private static func membership(
    _ scenario: Scenario, nodes: [RoadNode], gridPositions: [(x: Double, y: Double)],
    positions: [(x: Double, y: Double)], place: (String?, Double, Double) -> Int32
  ) -> ([Int32], [[Int32]]) {
    guard !nodes.isEmpty else {
      return (scenario.grids.indices.map(Int32.init), scenario.grids.indices.map { [Int32($0)] })
    }
    let gridIndex = Dictionary(uniqueKeysWithValues: scenario.grids.enumerated().map { ($1.id, Int32($0)) })
    let nearestGrid = NearestPlace(gridPositions)
    var places = [[Int32]](repeating: [], count: scenario.grids.count)
    var gridOfPlace = [Int32](repeating: 0, count: nodes.count)
    for (number, node) in nodes.enumerated() {
      if let id = node.grid, let grid = gridIndex[id] {
        gridOfPlace[number] = grid
        places[Int(grid)].append(Int32(number))
      } else {
        gridOfPlace[number] = Int32(nearestGrid.index(to: positions[number].x, positions[number].y))
      }
    }
    for (number, grid) in scenario.grids.enumerated() where places[number].isEmpty {
      places[number] = [place(grid.node, grid.x, grid.y)]
    }
    return (gridOfPlace, places)
  }

  private static func network(
    _ scenario: Scenario, index: [String: Int32], positions: [(x: Double, y: Double)], classes: [String]
  ) -> [[RoadArc]] {
    let classIndex = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Int32($0)) })
    var network = [[RoadArc]](repeating: [], count: positions.count)
    for edge in scenario.roads?.edges ?? [] {
      guard let from = index[edge.from], let to = index[edge.to] else { continue }
      let (start, finish) = (positions[Int(from)], positions[Int(to)])
      let straight =
        ((start.x - finish.x) * (start.x - finish.x) + (start.y - finish.y) * (start.y - finish.y))
        .squareRoot()
      let length = edge.lengthMeters.map { $0 / 1_000 } ?? straight
      let roadClass = classIndex[edge.roadClass] ?? 0
      func arc(to place: Int32, isForward: Bool) -> RoadArc {
        RoadArc(
          to: place, kilometers: length, roadClass: roadClass,
          kilometersPerHour: edge.speedKilometersPerHour ?? 0, isForward: isForward)
      }
      network[Int(from)].append(arc(to: to, isForward: true))
      network[Int(to)].append(arc(to: from, isForward: !edge.isOneWay))
    }
    return network
  }
}

/// Turns positions of the scenario into kilometers in a plane: the azimuthal equidistant projection of the sphere about the
/// middle of the grids. Straight distances over a city of 50 km are those on the sphere to a hundred-thousandth.
///
/// Source: J. P. Snyder (1987), "Map Projections: A Working Manual", equations 22-4, 22-5 and 25-2.
struct Projection {
  private let isPlane: Bool
  private let longitude: Double
  private let latitude: (sine: Double, cosine: Double)

  /// The mean radius of the earth in kilometers.
  private static let radius = 6_371.008_8

  init(_ scenario: Scenario) {
    isPlane = scenario.coordinates == .local || scenario.grids.isEmpty
    let count = Double(max(scenario.grids.count, 1))
    longitude = scenario.grids.map(\.x).reduce(0, +) / count
    let middle = scenario.grids.map(\.y).reduce(0, +) / count * .pi / 180
    latitude = (PortableMath.sine(middle), PortableMath.cosine(middle))
  }

  func plane(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    guard !isPlane else { return (x, y) }
    let (angle, height) = ((x - longitude) * .pi / 180, y * .pi / 180)
    let (sine, cosine) = (PortableMath.sine(height), PortableMath.cosine(height))
    let east = cosine * PortableMath.sine(angle)
    let north = latitude.cosine * sine - latitude.sine * cosine * PortableMath.cosine(angle)
    let square = east * east + north * north
    // c / sin c by the square of sin c, to a billionth within 1,000 km.
    let stretch = 1 + square * (1 / 6 + square * (3 / 40 + square * (15 / 336 + square * (105 / 3_456))))
    return (east * stretch * Self.radius, north * stretch * Self.radius)
  }
}
