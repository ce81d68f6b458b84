import DunjingRandom

/// A walk on a grid in the unit cube that changes each coordinate once.
struct MorrisTrajectory: Sendable, Equatable {
  /// The points, one more than coordinates.
  let shares: [[Double]]
  /// The coordinate that each step changes.
  let order: [Int]

  init(dimension: Int, levels: Int, _ stream: inout RandomStream) {
    let half = levels / 2
    let step = Double(half) / Double(levels - 1)
    var order = Array(0..<dimension)
    for last in stride(from: dimension - 1, to: 0, by: -1) {
      order.swapAt(last, stream.nextInteger(below: last + 1))
    }
    // The lower half of the levels, from which a step goes up; a coin turns it around.
    var point = [Double](repeating: 0, count: dimension)
    var direction = [Double](repeating: step, count: dimension)
    for coordinate in 0..<dimension {
      point[coordinate] = Double(stream.nextInteger(below: half)) / Double(levels - 1)
      if stream.nextTrial(probability: 0.5) {
        point[coordinate] += step
        direction[coordinate] = -step
      }
    }
    var shares = [point]
    for coordinate in order {
      point[coordinate] = min(max(point[coordinate] + direction[coordinate], 0), 1)
      shares.append(point)
    }
    (self.shares, self.order) = (shares, order)
  }

  /// Chooses trajectories one by one, each the farthest from those chosen, by the sum of squared distances.
  static func spread(_ candidates: [MorrisTrajectory], count: Int) -> [MorrisTrajectory] {
    guard candidates.count > count else { return candidates }
    var chosen = [0]
    var sums = candidates.map { candidates[0].distance(to: $0) }
    while chosen.count < count {
      let rest = candidates.indices.filter { !chosen.contains($0) }
      guard let next = rest.max(by: { sums[$0] < sums[$1] }) else { break }
      chosen.append(next)
      for index in candidates.indices { sums[index] += candidates[next].distance(to: candidates[index]) }
    }
    return chosen.sorted().map { candidates[$0] }
  }

  /// The sum of the distances of all points of two trajectories (Campolongo, Cariboni & Saltelli, 2007, eq. 10), squared.
  private func distance(to other: MorrisTrajectory) -> Double {
    var sum = 0.0
    for first in shares {
      for second in other.shares {
        sum += zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      }
    }
    return sum * sum
  }
}
