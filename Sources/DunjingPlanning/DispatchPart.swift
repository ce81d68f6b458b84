import DunjingWorld

/// A part of a study that is dispatched by itself: grids and the units that may be sent to them, and to no others.
///
/// Parts are the connected components of grids and units: the whole study where some unit goes anywhere, otherwise
/// counties or districts.
struct DispatchPart: Sendable {
  /// The grids, ascending.
  let grids: [Int]
  /// The units that answer incidents there, ascending; those that only come first are not among them.
  let units: [Int]
  /// The county of its first grid.
  let county: Int

  /// Divides a study under a plan. Grids without any unit are parts without units.
  static func all(of world: World, plan: TreatmentPlan) -> [DispatchPart] {
    all(
      of: world,
      units: world.units.indices.filter { plan.duty[$0] != 0 && !world.units[$0].isFirstResponderOnly })
  }

  /// Divides a study among some units.
  static func all(of world: World, units: [Int]) -> [DispatchPart] {
    var parent = Array(world.grids.indices)
    func root(_ grid: Int) -> Int {
      var grid = grid
      while parent[grid] != grid {
        parent[grid] = parent[parent[grid]]
        grid = parent[grid]
      }
      return grid
    }
    var first = [Int?](repeating: nil, count: units.count)
    for (number, unit) in units.enumerated() {
      for (grid, compiled) in world.grids.enumerated() where world.units[unit].mayServe(compiled, at: grid) {
        if let known = first[number] { parent[root(grid)] = root(known) } else { first[number] = grid }
      }
    }
    var members: [Int: (grids: [Int], units: [Int])] = [:]
    for grid in world.grids.indices { members[root(grid), default: ([], [])].grids.append(grid) }
    for (number, unit) in units.enumerated() {
      if let grid = first[number] { members[root(grid), default: ([], [])].units.append(unit) }
    }
    return members.values.sorted { $0.grids[0] < $1.grids[0] }.map {
      DispatchPart(grids: $0.grids, units: $0.units, county: world.grids[$0.grids[0]].county)
    }
  }
}
