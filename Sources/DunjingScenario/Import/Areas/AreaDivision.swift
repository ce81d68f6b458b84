/// Makes the areas of a map the grids of a network.
///
/// What has a position belongs to the area that contains it, or outside of all to the nearest one. Demand is met at road nodes
/// of its area: at the nearest node of all where that lies in the area, otherwise at the nearest one in the area. Up to so
/// many nodes of an area are then drawn as in ``CellDivision``. An area without a node, its own or one with demand outside of all
/// that is nearest to it, has the one nearest to its middle.
struct AreaDivision {
  let areas: [ImportedArea]
  let index: AreaIndex
  /// Nodes of an area at which incidents happen, at most.
  let nodesPerArea: Int

  init(_ areas: [ImportedArea], _ system: CoordinateSystem, nodesPerArea: Int) {
    (self.areas, self.nodesPerArea) = (areas, nodesPerArea)
    index = AreaIndex(areas.map(\.shape), system)
  }

  /// Makes the areas the grids of a network.
  /// - Returns: how well they cover what there is.
  func divide(_ network: inout ImportedNetwork) -> AreaCover {
    var cover = AreaCover(index: index, tableName: network.demandTableName)
    let areaOfNode = network.nodes.map { cover.area(ofNode: $0) }
    cover.emptyAreas = areas.indices.filter { !cover.hasNode.contains($0) }
    var members = [[Int]](repeating: [], count: areas.count)
    for (node, area) in areaOfNode.enumerated() { members[area].append(node) }
    let sums = count(network, areaOfNode, members, &cover)
    place(&network, members, sums, &cover)
    for number in network.facilities.indices {
      let facility = network.facilities[number]
      let position = facility.position ?? network.nodes[facility.node].position
      network.facilities[number].grid = areas[cover.area(ofFacility: facility.id, at: position)].id
    }
    return cover
  }

  /// What the sources in an area add up to.
  private struct Sum {
    var demand = 0.0
    var population = 0.0
    var districts: [String: Double] = [:]

    mutating func add(_ source: ImportedNetwork.Source, district: String) {
      demand += source.demand
      population += source.population
      if !district.isEmpty { districts[district, default: 0] += source.demand }
    }

    /// The district with most of the demand.
    var district: String { districts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }
  }

  /// Everything that is counted.
  private struct Sums {
    var areas: [Sum]
    /// The demand at each node.
    var weights: [Double]
  }

  /// Adds up the sources by area and by node.
  private func count(
    _ network: ImportedNetwork, _ areaOfNode: [Int], _ members: [[Int]], _ cover: inout AreaCover
  ) -> Sums {
    var sums = Sums(
      areas: Array(repeating: Sum(), count: areas.count),
      weights: Array(repeating: 0, count: network.nodes.count))
    var nearest: [Int: NearestNode] = [:]
    for source in network.sources where source.demand > 0 || source.population > 0 {
      let area = cover.area(of: source)
      sums.areas[area].add(source, district: network.nodes[source.node].district)
      if areaOfNode[source.node] == area {
        sums.weights[source.node] += source.demand
      } else if !members[area].isEmpty {
        if nearest[area] == nil { nearest[area] = Self.nearest(members[area], network) }
        let id = nearest[area]?.node(nearestTo: source.position)?.id
        if let node = id.flatMap({ Int($0) }) { sums.weights[node] += source.demand }
      }
    }
    return sums
  }

  private static func nearest(_ nodes: [Int], _ network: ImportedNetwork) -> NearestNode {
    let nodes = nodes.map { RoadNode(id: "\($0)", x: network.nodes[$0].x, y: network.nodes[$0].y) }
    return NearestNode(nodes, GroundDistance(system: network.system))
  }

  /// Makes the grids, and marks the nodes at which their incidents happen.
  private func place(
    _ network: inout ImportedNetwork, _ members: [[Int]], _ sums: Sums, _ cover: inout AreaCover
  ) {
    let all = Self.nearest(Array(network.nodes.indices), network)
    let residents = areas.reduce(0) { $0 + ($1.population ?? 0) }
    cover.followsResidents = network.isDemandSpread && residents > 0
    let demandOfResident = cover.followsResidents ? network.incidentsPerDay / residents : nil
    for index in network.nodes.indices { network.nodes[index].grid = nil }
    for number in areas.indices {
      var grid = grid(number, sums.areas[number], demandOfResident)
      let middle = all.node(nearestTo: areas[number].centroid)
      let chosen = chosen(members[number], sums.weights, in: network, around: areas[number].centroid)
      for node in chosen { network.nodes[node].grid = grid.id }
      if chosen.isEmpty {
        grid.node = middle.flatMap { Int($0.id) }.map { network.nodes[$0].id }
        cover.standIns[number] = middle?.kilometers
      } else if !cover.hasNode.contains(number) {
        let farthest = chosen.map { index.nearest(to: network.nodes[$0].position)?.kilometers ?? 0 }.max()
        cover.outsideNodes[number] = (chosen.count, farthest ?? 0)
      }
      network.grids.append(grid)
    }
    network.hasDistricts = network.grids.contains { !$0.district.isEmpty }
    network.hasPopulation = network.hasPopulation || areas.contains { $0.population != nil }
    network.hasAreaClasses = areas.contains { $0.areaClass != nil }
  }

  private func grid(_ number: Int, _ sum: Sum, _ demandOfResident: Double?) -> ImportedNetwork.Grid {
    let area = areas[number]
    let givesResidents = areas.contains { $0.population != nil }
    var grid = ImportedNetwork.Grid(
      id: area.id, x: Self.short(area.centroid.x), y: Self.short(area.centroid.y),
      district: area.district.isEmpty ? sum.district : area.district,
      demand: demandOfResident.map { $0 * (area.population ?? 0) } ?? sum.demand,
      population: givesResidents ? area.population ?? 0 : sum.population.rounded())
    (grid.areaClass, grid.name) = (area.areaClass ?? .general, area.name)
    return grid
  }

  /// The nodes at which incidents of an area happen: by demand, or, where there is none, the one in the middle.
  private func chosen(
    _ members: [Int], _ weights: [Double], in network: ImportedNetwork, around middle: Position
  ) -> [Int] {
    let wanted = members.filter { weights[$0] > 0 }
    if !wanted.isEmpty {
      return CellDivision.chosen(of: wanted, network.nodes, atMost: nodesPerArea) { weights[$0] }
    }
    let distance = GroundDistance(system: network.system)
    let inside = members.filter { index.area(at: network.nodes[$0].position) != nil }
    return inside.min {
      distance.kilometers(middle, network.nodes[$0].position)
        < distance.kilometers(middle, network.nodes[$1].position)
    }.map { [$0] } ?? []
  }

  private static func short(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
