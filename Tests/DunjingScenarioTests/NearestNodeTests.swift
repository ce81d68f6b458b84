import Testing

@testable import DunjingScenario

/// The search from south to north finds what looking at every node finds.
@Suite struct NearestNodeTests {
  @Test(arguments: CoordinateSystem.allCases)
  func theSearchAgreesWithLookingAtEveryNode(system: CoordinateSystem) {
    let distance = GroundDistance(system: system)
    // Quadratic residues scatter over the map, with rows of equal latitude and nodes in the same place.
    var nodes: [RoadNode] = []
    for index in 0..<400 {
      let (x, y) = (index * index % 97, index * 7 % 31 + 40)
      nodes.append(RoadNode(id: "n\(index)", x: Double(x), y: Double(y)))
    }
    let search = NearestNode(nodes, distance)
    for step in 0..<300 {
      let (x, y) = (step * 13 % 101, step * step % 37)
      let position = Position(x: Double(x) + 0.25, y: Double(y) / 1.5 + 36)
      let twin = nodes.min { first, second in
        distance.kilometers(position, Position(x: first.x, y: first.y))
          < distance.kilometers(position, Position(x: second.x, y: second.y))
      }
      #expect(search.node(nearestTo: position)?.id == twin?.id)
    }
    #expect(NearestNode([], distance).node(nearestTo: Position(x: 0, y: 0)) == nil)
  }
}
