import DunjingStatistics

/// A backlog day by day, to tell at the end whether it grows without bound.
///
/// It does when it is never empty in the last quarter of the measured days, in whole weeks, and its daily increments
/// there are significantly positive (``GrowthTest``). Streams: one number a day.
struct BacklogGrowth: Sendable {
  /// The backlog at the start and at the end of each day since.
  private var levels: [Double]
  /// The last day, from 0, on which the backlog was empty at some moment; −1 if there is none.
  private var lastEmptyDay = -1

  init(level: Double) {
    levels = [level]
  }

  private var days: Int { levels.count - 1 }

  /// Notes that the backlog is empty now.
  mutating func noteEmpty() {
    lastEmptyDay = days
  }

  mutating func closeDay(level: Double) {
    if level == 0 { noteEmpty() }
    levels.append(level)
  }

  /// Whether the backlog grows without bound; nil when four weeks have not been measured.
  var isGrowing: Bool? {
    let stretch = days / 4 / 7 * 7
    guard stretch > 0 else { return nil }
    guard lastEmptyDay < days - stretch else { return false }
    let last = levels.suffix(stretch + 1)
    let increments = zip(last.dropFirst(), last).map { $0 - $1 }
    return GrowthTest(increments, period: 7)?.isGrowing ?? false
  }
}
