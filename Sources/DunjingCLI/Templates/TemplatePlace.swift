import Dunjing

/// A grid of a made-up place.
struct TemplateGrid {
  let x: Double
  let y: Double
  let residents: Int
  /// Incidents by resident relative to other grids.
  let demand: Double
  let areaClass: AreaClass
  var county: String?
}

/// A facility of a made-up place.
struct TemplateFacility {
  let id: String
  let name: LocalizedText
  let kind: FacilityKind
  let x: Double
  let y: Double
  /// The grid that it serves, by its number from 1.
  var grid: Int?
  var county: String?
}

/// A point in kilometers east and north.
struct TemplatePoint {
  let x: Double
  let y: Double

  /// Returns points spread evenly over a disk around this one: the seeds of a sunflower.
  ///
  /// The k-th of n stands at the radius R √((k + ½) / n) and the angle k × 137.508°. Source: H. Vogel (1979), A better way to
  /// construct the sunflower head, Mathematical Biosciences 44.
  /// - Parameter hole: the radius in kilometers within which no point stands.
  func spread(_ count: Int, radius: Double, hole: Double = 0) -> [TemplatePoint] {
    (0..<count).map { index in
      let share = (Double(index) + 0.5) / Double(count)
      let distance = (hole * hole + (radius * radius - hole * hole) * share).squareRoot()
      let angle = Double(index) * 2.399_963
      return TemplatePoint(
        x: x + distance * PortableMath.cosine(angle), y: y + distance * PortableMath.sine(angle))
    }
  }

  /// Returns the square cells of a town around this point, with residents that fall off by exp(−distance / scale).
  ///
  /// Source: C. Clark (1951), Urban population densities, Journal of the Royal Statistical Society A 114.
  /// - Parameters:
  ///   - residents: all residents of the town.
  ///   - radius: of the town, in kilometers: cells whose middle lies within it.
  ///   - side: of a cell, in kilometers.
  ///   - scale: the distance in kilometers in which the density falls to 1/e.
  ///   - grid: what a cell is, by its middle, its residents and its distance from this point in kilometers.
  func town(
    residents: Int, radius: Double, side: Double, scale: Double,
    _ grid: (TemplatePoint, Int, Double) -> TemplateGrid
  ) -> [TemplateGrid] {
    let reach = Int(radius / side)
    var cells: [(x: Double, y: Double, distance: Double)] = []
    for row in -reach...reach {
      for column in -reach...reach {
        let (east, north) = (Double(column) * side, Double(row) * side)
        let distance = (east * east + north * north).squareRoot()
        if distance <= radius { cells.append((east, north, distance)) }
      }
    }
    let counts = Apportionment.largestRemainder(
      of: residents, weights: cells.map { PortableMath.exponential(-$0.distance / scale) })
    return zip(cells, counts).map { cell, count in
      grid(TemplatePoint(x: x + cell.x, y: y + cell.y), count, cell.distance)
    }
  }
}
