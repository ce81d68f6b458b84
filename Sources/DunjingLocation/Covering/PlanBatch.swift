import COpenBLAS
import DunjingNumerics

/// Many plans at once: how many units of each plan cover each demand point.
///
/// The counts are linear in the units, counts = coverage · units, and one matrix product (dgemm) gives those of all
/// plans; what is worth something follows from the counts point by point. A dense product pays where plans are many and
/// sites cover much of the area: it costs 2 · points · sites · plans operations, whatever is covered.
public struct PlanBatch: Sendable {
  /// The number of plans.
  public let planCount: Int
  /// The number of demand points.
  public let pointCount: Int
  /// Units that cover a point under a plan: index plan · ``pointCount`` + point.
  private let counts: [Double]

  /// Counts the units of plans.
  /// - Parameters:
  ///   - coverage: which sites cover which points.
  ///   - plans: the sites of each plan; a site that stands in it several times has several units.
  /// - Precondition: the sites exist.
  public init(_ coverage: Coverage, plans: [[Int]]) {
    precondition(
      plans.joined().allSatisfy { (0..<coverage.siteCount).contains($0) },
      "a plan has a site that does not exist")
    planCount = plans.count
    pointCount = coverage.pointCount
    var units = [Double](repeating: 0, count: plans.count * coverage.siteCount)
    for (number, plan) in plans.enumerated() {
      for site in plan { units[number * coverage.siteCount + site] += 1 }
    }
    counts = Self.product(coverage.matrix, units, coverage, planCount: plans.count)
  }

  /// points × sites by sites × plans, column by column.
  private static func product(
    _ matrix: [Double], _ units: [Double], _ coverage: Coverage, planCount: Int
  ) -> [Double] {
    let (points, sites) = (coverage.pointCount, coverage.siteCount)
    var counts = [Double](repeating: 0, count: points * planCount)
    guard points > 0, sites > 0, planCount > 0 else { return counts }
    openblas_set_num_threads(1)
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(points), Int32(planCount), Int32(sites), 1, matrix,
      Int32(points), units, Int32(sites), 0, &counts, Int32(points))
    return counts
  }

  /// The units that cover a point under a plan.
  public func count(plan: Int, point: Int) -> Int { Int(counts[plan * pointCount + point]) }

  /// The weight that each plan covers at least so many times.
  /// - Parameters:
  ///   - weights: the weight of each point.
  ///   - times: how many units have to cover a point.
  public func covered(_ weights: [Double], atLeast times: Int = 1) -> [Double] {
    sums(weights) { $0 >= Double(times) ? 1 : 0 }
  }

  /// The weight that each plan is expected to cover when units are busy for a share of the time, independently of one
  /// another (Daskin, 1983).
  /// - Precondition: the busy fraction is at least 0 and below 1.
  public func expectedlyCovered(_ weights: [Double], busyFraction: Double) -> [Double] {
    precondition((0..<1).contains(busyFraction), "the busy fraction has to be at least 0 and below 1")
    let most = Int(counts.max() ?? 0)
    let powers = (0...most).map { PortableMath.power(busyFraction, Double($0)) }
    return sums(weights) { 1 - powers[Int($0)] }
  }

  private func sums(_ weights: [Double], _ worth: (Double) -> Double) -> [Double] {
    precondition(weights.count == pointCount, "each demand point needs a weight")
    return (0..<planCount).map { plan in
      var sum = 0.0
      for point in 0..<pointCount { sum += weights[point] * worth(counts[plan * pointCount + point]) }
      return sum
    }
  }
}

extension Coverage {
  /// One where a site (column) covers a point (row), else zero; column by column.
  fileprivate var matrix: [Double] {
    var matrix = [Double](repeating: 0, count: pointCount * siteCount)
    for site in 0..<siteCount {
      for index in pointStart[site]..<pointStart[site + 1] {
        matrix[site * pointCount + Int(points[Int(index)])] = 1
      }
    }
    return matrix
  }
}
