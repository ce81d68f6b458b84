import DunjingOptimization
import DunjingRandom
import DunjingStatistics

/// A search among the plans of a table, as ``PlanSearch`` makes it: in batches of three, by paired differences to the
/// baseline, each plan played once.
struct TableSearch {
  private let seed: UInt64
  private let points: [[Double]]
  /// The place of the plan that moves the same officers.
  private let played: [Int]
  /// The differences to the baseline in the replications of this seed.
  private let differences: [[Double]]
  private let box: Box

  /// Reads a table.
  /// - Parameter replications: which of its replications judge the plans.
  init(_ text: String, seed: Int, replications: [Int]) {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").compactMap { Double($0) } }
    let (baseline, plans) = (Array(rows[0][4...]), Array(rows[1...]))
    self.seed = UInt64(seed)
    points = plans.map { Array($0[1...2]) }
    played = plans.map { max(Int($0[3]), 0) }
    differences = plans.map { row in replications.map { row[4 + $0] - baseline[$0] } }
    box = Box(lower: [0, 0], upper: [points.map { $0[0] }.max() ?? 0, points.map { $0[1] }.max() ?? 0])
  }

  /// Returns JSON: for each batch the number of replications so far, the baseline's included, and the named plan.
  func trajectory(evaluations: Int) -> String {
    var search = BayesianSearch(domain: SearchDomain(box: box), seed: seed)
    var known: Set<Int> = []
    var steps: [String] = []
    while known.count < evaluations {
      for point in search.ask(count: min(3, evaluations - known.count)) {
        let plan = nearest(to: point)
        let tally = Tally(differences[plan])
        known.insert(played[plan])
        search.tell(points[plan], mean: tally.mean, standardError: tally.standardError ?? 0)
      }
      let named = search.answer.map { nearest(to: $0.point) } ?? 0
      steps.append("[\((known.count + 1) * differences[0].count), \(named)]")
      if search.isConverged() || steps.count == 4 * evaluations { break }
    }
    return "{\"converged\": \(search.isConverged()), \"steps\": [\(steps.joined(separator: ", "))]}"
  }

  private func nearest(to point: [Double]) -> Int {
    let shares = box.shares(of: point)
    func distance(_ plan: Int) -> Double {
      zip(box.shares(of: points[plan]), shares).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return points.indices.min { distance($0) < distance($1) } ?? 0
  }
}
