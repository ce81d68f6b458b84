import DunjingLinear

extension LocationProgram {
  /// Adds what the first, second, … unit that covers a point is worth.
  ///
  /// Points covered by the same sites are taken together. Worths that do not increase fill up in order by themselves;
  /// otherwise `inOrder` makes them.
  /// - Parameter worths: the worths of the units in order, from the weight of a point and the most units that can
  ///   cover it.
  mutating func addCounts(
    _ tier: CoverageTier, inOrder: Bool = false, isWhole: Bool = false,
    worths: (_ weight: Double, _ most: Int) -> [Double]
  ) {
    for group in PointGroup.all(of: tier) where group.weight > 0 {
      let most = group.sites.reduce(0) { $0 + Int(linear.variables[units[$1]].upper) }
      let steps = worths(group.weight, most).map {
        linear.addVariable(0...1, objective: $0, isInteger: isWhole)
      }
      let covering = group.sites.map { LinearTerm(units[$0]) }
      linear.addRow(covering + steps.map { LinearTerm($0, -1) }, atLeast: 0)
      guard inOrder else { continue }
      for (step, next) in zip(steps, steps.dropFirst()) {
        linear.addRow([LinearTerm(step), LinearTerm(next, -1)], atLeast: 0)
      }
    }
  }
}

/// Demand points that the same sites cover, taken together.
struct PointGroup {
  /// The sites that cover them, ascending.
  let sites: [Int]
  /// The points, ascending.
  var points: [Int]
  /// Their weight.
  var weight: Double

  static func all(of tier: CoverageTier) -> [PointGroup] {
    var numbers: [[Int]: Int] = [:]
    var groups: [PointGroup] = []
    for point in tier.weights.indices {
      let sites = tier.coverage.sites(of: point).map { Int($0) }
      if sites.isEmpty { continue }
      if let known = numbers[sites] {
        groups[known].points.append(point)
        groups[known].weight += tier.weights[point]
      } else {
        numbers[sites] = groups.count
        groups.append(PointGroup(sites: sites, points: [point], weight: tier.weights[point]))
      }
    }
    return groups
  }
}
