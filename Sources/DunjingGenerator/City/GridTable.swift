import DunjingNumerics

/// Builds the grids of the study: classes, demand, counties and residents.
enum GridTable {
  /// Share of incidents in core, key and general areas.
  static let classShares: [(areaClass: AreaClass, share: Double)] = [
    (.core, 0.30), (.key, 0.15), (.general, 0.55)
  ]
  /// How much flatter residents are spread than incidents: the exponent of density.
  private static let residentExponent = 0.7

  /// Returns the cells' grids in the order of the cells, then the core areas, the busiest first.
  static func grids(cells: [Cell], classes: AreaClasses) -> [CityGrid] {
    let coreArea = 3.141_592_653_589_793 * AreaClasses.coreRadius * AreaClasses.coreRadius
    let cellArea = CityOutline.cellSide * CityOutline.cellSide
    let keyCells = Array(classes.keyPairs.joined())
    var grids = cells.indices.map { index in
      CityGrid(
        id: label("g", index + 1, digits: 3), cell: index,
        areaClass: keyCells.contains(index) ? .key : .general,
        area: classes.coreCells.contains(index) ? cellArea - coreArea : cellArea)
    }
    for (rank, cell) in classes.coreCells.enumerated() {
      let id = label("c", rank + 1, digits: 2)
      grids.append(CityGrid(id: id, cell: cell, areaClass: .core, area: coreArea))
    }
    shareDemand(among: &grids, cells: cells)
    assignCounties(to: &grids, cells: cells)
    return grids
  }

  /// Shares incidents among the grids of each class in proportion to density times area.
  ///
  /// Weights are whole multiples of 10⁻⁷, the last decimal of the table, so that each class keeps its share.
  private static func shareDemand(among grids: inout [CityGrid], cells: [Cell]) {
    let units = 10_000_000.0
    for (areaClass, share) in classShares {
      let members = grids.indices.filter { grids[$0].areaClass == areaClass }
      let masses = members.map { cells[grids[$0].cell].density * grids[$0].area }
      let counts = Apportionment.largestRemainder(of: Int((share * units).rounded()), weights: masses)
      for (member, count) in zip(members, counts) { grids[member].demandWeight = Double(count) / units }
    }
  }

  /// Gives residents to the grids, in proportion to a power of density, so that each county has its own.
  private static func assignCounties(to grids: inout [CityGrid], cells: [Cell]) {
    let masses = grids.map { grid in
      PortableMath.power(cells[grid.cell].density, residentExponent) * grid.area
    }
    var cellMasses = [Double](repeating: 0, count: cells.count)
    for (grid, mass) in zip(grids, masses) { cellMasses[grid.cell] += mass }
    let isZone = zoneCells(cells, masses: cellMasses)
    for index in grids.indices {
      grids[index].county = isZone[grids[index].cell] ? .developmentZone : .taobei
    }
    for county in County.allCases {
      let members = grids.indices.filter { grids[$0].county == county }
      let counts = Apportionment.largestRemainder(of: county.population, weights: members.map { masses[$0] })
      for (member, count) in zip(members, counts) { grids[member].population = count }
    }
  }

  /// Returns which cells lie in the development zone: the south-east, as far as its share of residents goes.
  private static func zoneCells(_ cells: [Cell], masses: [Double]) -> [Bool] {
    let residents = County.allCases.reduce(0) { $0 + $1.population }
    let share = Double(County.developmentZone.population) / Double(residents)
    let target = share * NeumaierSum(masses).value
    let positions = cells.map { 0.9 * $0.x - $0.y }
    let order = cells.indices.sorted { (-positions[$0], $0) < (-positions[$1], $1) }
    var isZone = [Bool](repeating: false, count: cells.count)
    var reached = 0.0
    for cell in order where reached + masses[cell] / 2 < target {
      isZone[cell] = true
      reached += masses[cell]
    }
    return isZone
  }
}
