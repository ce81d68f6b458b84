/// In which grids police could be seen, at observed moments.
struct Visibility: Sendable {
  /// Moments at which a unit could be seen, by grid.
  private(set) var seenByGrid: [Int]
  /// Share of the demand in grids where a unit could be seen, summed over moments, by hour of the day.
  private(set) var demandByHour = [Double](repeating: 0, count: 24)
  /// Observed moments by hour of the day.
  private(set) var momentsByHour = [Int](repeating: 0, count: 24)
  /// The number of the moment at which each grid was last seen.
  private var lastMoment: [Int32]
  private var hour = 0
  private(set) var moments = 0

  init(gridCount: Int) {
    seenByGrid = Array(repeating: 0, count: gridCount)
    lastMoment = Array(repeating: 0, count: gridCount)
  }

  /// Begins the observation of a moment.
  mutating func begin(hour: Int) {
    self.hour = hour
    moments += 1
    momentsByHour[hour] += 1
  }

  /// Notes a unit in a grid; a second one at the same moment adds nothing.
  mutating func see(_ grid: Int, demandShare: Double) {
    guard lastMoment[grid] < Int32(moments) else { return }
    lastMoment[grid] = Int32(moments)
    seenByGrid[grid] += 1
    demandByHour[hour] += demandShare
  }

  /// Share of the demand in grids where a unit can be seen, mean over the moments; nil without any.
  var share: Double? { moments > 0 ? demandByHour.reduce(0, +) / Double(moments) : nil }

  /// The same by hour of the day.
  var shareByHour: [Double?] {
    zip(demandByHour, momentsByHour).map { $1 > 0 ? $0 / Double($1) : nil }
  }
}
