import DunjingOptimization
import DunjingRandom
import DunjingStatistics

/// A search among the plans of a table, as ``PlanSearch`` makes it: in batches of three, by paired differences to the
/// baseline, each plan played once; with forecasts begun at the best of them, which are its prior mean.
struct TableSearch {
  private let seed: UInt64
  private let points: [[Double]]
  /// The place of the plan that moves the same officers.
  private let played: [Int]
  /// The differences to the baseline in the replications of this seed.
  private let differences: [[Double]]
  /// What formulas expect of each plan.
  private let forecasts: [Double]?
  private let box: Box

  /// Reads a table.
  /// - Parameter replications: which of its replications judge the plans.
  init(_ text: String, forecasts: String?, seed: Int, replications: [Int]) {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").compactMap { Double($0) } }
    let (baseline, plans) = (Array(rows[0][4...]), Array(rows[1...]))
    self.forecasts = forecasts?.split(separator: "\n").compactMap { Double($0) }
    self.seed = UInt64(seed)
    points = plans.map { Array($0[1...2]) }
    played = plans.map { max(Int($0[3]), 0) }
    differences = plans.map { row in replications.map { row[4 + $0] - baseline[$0] } }
    box = Box(lower: [0, 0], upper: [points.map { $0[0] }.max() ?? 0, points.map { $0[1] }.max() ?? 0])
  }

  /// Returns JSON: for each batch the number of replications so far, the baseline's included, and the named plan.
  func trajectory(evaluations: Int) -> String {
    var search = search
    var known: Set<Int> = []
    var steps: [String] = []
    let priorMean = forecasts.map { forecasts in { (point: [Double]) in forecasts[nearest(to: point)] } }
    while known.count < evaluations {
      // The best plan by formulas is played before anything else is chosen.
      let count = forecasts != nil && known.isEmpty ? 1 : min(3, evaluations - known.count)
      for point in search.ask(count: count, priorMean: priorMean) {
        let plan = nearest(to: point)
        guard known.insert(played[plan]).inserted else { continue }
        let tally = Tally(differences[plan])
        search.tell(
          points[plan], mean: tally.mean, standardError: tally.standardError ?? 0, constraints: [],
          priorMean: forecasts?[plan])
      }
      let named = search.answer.map { nearest(to: $0.point) } ?? 0
      steps.append("[\((known.count + 1) * differences[0].count), \(named)]")
      if search.isConverged() || steps.count == 4 * evaluations { break }
    }
    return "{\"converged\": \(search.isConverged()), \"steps\": [\(steps.joined(separator: ", "))]}"
  }

  /// The search before it knows anything but, with forecasts, that the baseline changes nothing.
  private var search: BayesianSearch {
    let domain = SearchDomain(box: box)
    guard let forecasts, let best = forecasts.indices.min(by: { forecasts[$0] < forecasts[$1] }) else {
      return BayesianSearch(domain: domain, seed: seed)
    }
    var search = BayesianSearch(
      domain: domain, options: SearchOptions(dimension: box.dimension, initialCount: 0, prior: .shifted),
      firstPoints: [points[best]], seed: seed)
    search.tell(box.lower, mean: 0, standardError: 0, constraints: [], priorMean: 0)
    return search
  }

  private func nearest(to point: [Double]) -> Int {
    let shares = box.shares(of: point)
    func distance(_ plan: Int) -> Double {
      zip(box.shares(of: points[plan]), shares).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return points.indices.min { distance($0) < distance($1) } ?? 0
  }
}
