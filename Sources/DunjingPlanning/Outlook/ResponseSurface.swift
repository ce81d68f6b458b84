/// The response of one part, with some units on duty at one pace, as a function of the demand: a parabola through three
/// loads of ``DispatchBalance``.
struct ResponseSurface: Sendable {
  /// Multiples of the mean demand of the baseline.
  let levels: [Double]
  /// By level and then by class of incidents.
  private let plain: [[ResponseSums]]
  private let posts: [[ResponseSums]]
  /// The workload of each unit of the part, by level.
  private let workloads: [[Double]]

  init(_ balance: DispatchBalance, levels: [Double]) {
    self.levels = levels
    var workload = balance.presence.map { _ in 0.2 }
    var (plain, posts): ([[ResponseSums]], [[ResponseSums]]) = ([], [])
    var workloads: [[Double]] = []
    for level in levels {
      workload = balance.workloads(level: level, from: workload)
      let sums = balance.demands.map { balance.response(of: $0, workload) }
      plain.append(sums.map(\.plain))
      posts.append(sums.map(\.posts))
      workloads.append(workload)
    }
    (self.plain, self.posts, self.workloads) = (plain, posts, workloads)
  }

  /// The weights of the levels at a load (Lagrange); beyond the levels, the nearest of them.
  func weights(at level: Double) -> [Double] {
    let level = min(max(level, levels[0]), levels[levels.count - 1])
    return levels.indices.map { index in
      levels.indices.filter { $0 != index && levels[$0] != levels[index] }.reduce(1) {
        $0 * (level - levels[$1]) / (levels[index] - levels[$1])
      }
    }
  }

  /// Adds what happens to the incidents of a class.
  func add(to sums: inout ResponseSums, class number: Int, weights: [Double], postShare: Double, rate: Double)
  {
    for level in levels.indices {
      sums.add(plain[level][number], weight: weights[level] * rate)
      if postShare > 0 { sums.add(posts[level][number], weight: weights[level] * rate * postShare) }
    }
  }

  /// The workloads of the units of the part.
  func workloads(weights: [Double]) -> [Double] {
    workloads[0].indices.map { unit in
      levels.indices.reduce(0) { $0 + weights[$1] * workloads[$1][unit] }
    }
  }
}
