import Foundation

/// A lattice of equal cells that most grids of a city lie on.
///
/// Grids are given by points that need not be the centers of their cells: a point may be moved to a road or away from
/// a core area. The lattice is therefore estimated: the median gap to the next point in each direction, the circular
/// mean of the remainders, then one least-squares fit of each axis. It is kept when nine points in ten lie near
/// the middle of a cell of their own.
struct MapLattice: Sendable {
  /// The number of a cell along both axes.
  struct Index: Hashable, Sendable {
    var column: Int
    var row: Int
  }

  private var columns: Axis
  private var rows: Axis

  /// The width of a cell.
  var width: Double { columns.pitch }
  /// The height of a cell.
  var height: Double { rows.pitch }

  /// Finds the lattice of points; nil where they do not lie on one.
  init?(points: [Point]) {
    let turned = points.map { Point(x: $0.y, y: $0.x) }
    let (east, north) = (Self.medianGap(points), Self.medianGap(turned))
    guard let width = east ?? north, let height = north ?? east else { return nil }
    columns = Axis(points.map(\.x), pitch: width)
    rows = Axis(turned.map(\.x), pitch: height)
    let centered = points.filter { columns.isCentered($0.x) && rows.isCentered($0.y) }
    let needed = 0.9 * Double(points.count)
    guard Double(centered.count) >= needed, Double(Set(points.map(index)).count) >= needed else { return nil }
  }

  /// The cell that holds a point.
  func index(of point: Point) -> Index {
    Index(column: columns.number(of: point.x), row: rows.number(of: point.y))
  }

  /// The rectangle of a cell.
  func box(of index: Index) -> Box {
    Box(
      x: columns.center(of: index.column) - width / 2, y: rows.center(of: index.row) - height / 2,
      width: width, height: height)
  }

  /// The median distance along `x` from each point to the next one that lies in its direction.
  private static func medianGap(_ points: [Point]) -> Double? {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var gaps: [Double] = []
    for (index, point) in sorted.enumerated() {
      let next = sorted[(index + 1)...].first {
        $0.x - point.x > 1e-6 && abs($0.y - point.y) <= ($0.x - point.x) / 2
      }
      if let next { gaps.append(next.x - point.x) }
    }
    return gaps.isEmpty ? nil : gaps.sorted()[gaps.count / 2]
  }

  /// Equal cells along one axis.
  private struct Axis: Sendable {
    var pitch: Double
    var origin: Double

    init(_ values: [Double], pitch: Double) {
      self.pitch = pitch
      let angles = values.map { 2 * Double.pi * $0 / pitch }
      let mean = atan2(angles.map(sin).reduce(0, +), angles.map(cos).reduce(0, +))
      origin = mean / (2 * .pi) * pitch
      refine(values)
    }

    /// Fits origin and pitch to the numbers of the cells by least squares.
    private mutating func refine(_ values: [Double]) {
      let numbers = values.map { Double(number(of: $0)) }
      let count = Double(values.count)
      let middle = numbers.reduce(0, +) / count
      let center = values.reduce(0, +) / count
      let spread = numbers.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
      let joint = zip(numbers, values).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - center) }
      if spread > 0, joint > 0 { pitch = joint / spread }
      origin = center - middle * pitch
    }

    func number(of value: Double) -> Int {
      let number = ((value - origin) / pitch).rounded()
      return abs(number) < 1e9 ? Int(number) : 0
    }

    func center(of number: Int) -> Double { origin + Double(number) * pitch }

    func isCentered(_ value: Double) -> Bool { abs(value - center(of: number(of: value))) <= 0.3 * pitch }
  }
}
