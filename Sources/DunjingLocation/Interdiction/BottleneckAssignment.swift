import DunjingNumerics

/// Who seals which exit: every exit gets a post of its own, the last of them is sealed as early as possible, and among
/// those plans the sum of the times is least.
///
/// The bottleneck assignment by a threshold over the distinct costs (O. Gross, 1959, "The bottleneck assignment
/// problem"), then the least sum among the assignments that keep the bottleneck.
public struct BottleneckAssignment: Sendable, Equatable {
  /// The post of each exit.
  public let posts: [Int]
  /// The minutes after which the last exit is sealed.
  public let bottleneck: Double
  /// The sum of the times, in minutes.
  public let total: Double

  /// Assigns exits (rows) to posts (columns); nil if not every exit can have a post of its own.
  /// - Parameter minutes: the time from each post to each exit; infinite where there is no way.
  /// - Precondition: the rows are equally long and no time is negative.
  public init?(minutes: [[Double]]) {
    precondition(minutes.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "times cannot be negative")
    let thresholds = Set(minutes.joined().filter(\.isFinite)).sorted()
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.canSeal(minutes, within: thresholds[middle]) { high = middle } else { low = middle + 1 }
    }
    guard low < thresholds.count || minutes.isEmpty else { return nil }
    let limit = minutes.isEmpty ? 0 : thresholds[low]
    guard let best = Assignment(costs: minutes.map { row in row.map { $0 <= limit ? $0 : .infinity } }) else {
      return nil
    }
    (posts, bottleneck, total) = (best.workers, limit, best.total)
  }

  /// Whether all exits can be sealed within a time: a matching that covers them (H. W. Kuhn, 1955).
  private static func canSeal(_ minutes: [[Double]], within limit: Double) -> Bool {
    var exitOfPost = [Int](repeating: -1, count: minutes.first?.count ?? 0)
    func augment(_ exit: Int, _ isSeen: inout [Bool]) -> Bool {
      for post in exitOfPost.indices where minutes[exit][post] <= limit && !isSeen[post] {
        isSeen[post] = true
        if exitOfPost[post] < 0 || augment(exitOfPost[post], &isSeen) {
          exitOfPost[post] = exit
          return true
        }
      }
      return false
    }
    return minutes.indices.allSatisfy { exit in
      var isSeen = [Bool](repeating: false, count: exitOfPost.count)
      return augment(exit, &isSeen)
    }
  }
}
