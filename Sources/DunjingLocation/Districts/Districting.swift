import DunjingLinear

/// Areas divided among posts so that the work is even, every area is near its post and districts hang together.
///
/// Each area belongs to one post that reaches it within the limit of minutes; an area that none reaches so soon belongs
/// to its nearest post and is named in ``beyondLimit``. The area a post stands in is its own. A district hangs together
/// if its areas are connected through neighbors within it. Sources: S. W. Hess et al. (1965), "Nonpartisan political
/// redistricting by computer"; T. Shirabe (2005), "A model of contiguity for spatial unit allocation".
public struct Districting: Sendable {
  /// What is to be small.
  public enum Goal: String, Sendable, Equatable, CaseIterable {
    /// The work of the busiest post.
    case greatest
    /// The variance of the work.
    case variance
  }

  /// The neighbors of each area, both ways.
  public let neighbors: [[Int]]
  /// The work that each area makes, in any one unit, such as hours in a year.
  public let workloads: [Double]
  /// The minutes from each post (site) to each area (point).
  public let travel: TravelMatrix
  /// The area in which each post stands.
  public let homes: [Int]
  /// The longest way from a post to an area of its district, in minutes.
  public let limitMinutes: Double
  /// What is to be small.
  public let goal: Goal

  /// Creates the problem.
  /// - Precondition: all parts are of the same posts and areas, work is not negative, homes differ, and some post reaches
  ///   each area.
  public init(
    neighbors: [[Int]], workloads: [Double], travel: TravelMatrix, homes: [Int],
    limitMinutes: Double = .infinity, goal: Goal
  ) {
    precondition(
      neighbors.count == workloads.count && travel.pointCount == workloads.count
        && travel.siteCount == homes.count, "the parts are of different posts or areas")
    precondition(!homes.isEmpty, "somebody has to have the areas")
    precondition(workloads.allSatisfy { $0 >= 0 }, "work cannot be negative")
    precondition(Set(homes).count == homes.count, "two posts stand in the same area")
    (self.neighbors, self.workloads, self.travel) = (neighbors, workloads, travel)
    (self.homes, self.limitMinutes, self.goal) = (homes, limitMinutes, goal)
  }

  /// The areas that no post reaches within the limit.
  public var beyondLimit: [Int] {
    workloads.indices.filter { area in homes.indices.allSatisfy { travel[$0, area] > limitMinutes } }
  }

  /// The posts that each area may belong to, ascending.
  var allowedPosts: [[Int]] {
    var posts = workloads.indices.map { area in
      let near = homes.indices.filter { travel[$0, area] <= limitMinutes }
      return near.isEmpty ? [nearestPost(of: area)] : near
    }
    for (post, home) in homes.enumerated() { posts[home] = [post] }
    return posts
  }

  private func nearestPost(of area: Int) -> Int {
    homes.indices.min { travel[$0, area] < travel[$1, area] } ?? 0
  }

  /// Returns the plan in which every area belongs to its nearest post, ties to the lower number.
  public func nearestPlan() -> DistrictPlan {
    let watch = Stopwatch()
    return plan(workloads.indices.map(nearestPost), .feasible, bound: leastObjective, watch)
  }

  /// Returns what the goal makes of a plan.
  public func objective(of plan: DistrictPlan) -> Double {
    goal == .greatest ? plan.greatest : plan.variance
  }

  /// The areas of a plan that are cut off from the home of their post.
  public func detachedAreas(of plan: DistrictPlan) -> [Int] {
    let isJoined = joined(plan.postOfArea)
    return workloads.indices.filter { !isJoined[$0] }
  }

  /// Whether each area is connected to the home of its post within its district.
  func joined(_ postOfArea: [Int]) -> [Bool] {
    var isJoined = [Bool](repeating: false, count: workloads.count)
    var line: [Int] = []
    for (post, home) in homes.enumerated() where postOfArea[home] == post {
      isJoined[home] = true
      line.append(home)
    }
    while let area = line.popLast() {
      for next in neighbors[area] where !isJoined[next] && postOfArea[next] == postOfArea[area] {
        isJoined[next] = true
        line.append(next)
      }
    }
    return isJoined
  }

  /// A number below which no plan can be: even shares, or the greatest single area.
  var leastObjective: Double {
    guard goal == .greatest, !homes.isEmpty else { return 0 }
    return max(workloads.reduce(0, +) / Double(homes.count), workloads.max() ?? 0)
  }

  func plan(_ postOfArea: [Int], _ status: SolveStatus, bound: Double?, _ watch: Stopwatch) -> DistrictPlan {
    var sums = [Double](repeating: 0, count: homes.count)
    for (area, post) in postOfArea.enumerated() { sums[post] += workloads[area] }
    return DistrictPlan(
      postOfArea: postOfArea, workloads: sums, bound: bound, status: status, seconds: watch.seconds)
  }
}
