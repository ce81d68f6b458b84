import DunjingExperiment

/// How response time is shared among incidents, each with the mean of its grid.
struct ResponseEquity: Sendable, Equatable {
  /// A point of the Lorenz curve: shares of incidents and of their response time, both from zero to one.
  struct LorenzPoint: Sendable, Equatable {
    var incidents: Double
    var time: Double
  }

  /// The curve, grids in order of their mean, at most a hundred pieces.
  let lorenz: [LorenzPoint]
  /// Mean response in minutes of each tenth of the incidents, the fastest first.
  let deciles: [Double]

  /// Creates the distribution; nil without reached incidents.
  init?(_ grids: [GridOutcome]) {
    let served = grids.compactMap { grid -> (minutes: Double, weight: Double)? in
      grid.meanMinutes.flatMap { grid.incidentsPerYear > 0 ? ($0, grid.incidentsPerYear) : nil }
    }.sorted { $0.minutes < $1.minutes }
    let incidents = served.map(\.weight).reduce(0, +)
    let time = served.map { $0.minutes * $0.weight }.reduce(0, +)
    guard incidents > 0, time > 0 else { return nil }
    var points = [LorenzPoint(incidents: 0, time: 0)]
    var tenths = [Double](repeating: 0, count: 10)
    var (count, sum) = (0.0, 0.0)
    for (place, grid) in served.enumerated() {
      Self.add(grid, from: count / incidents, of: incidents, to: &tenths)
      count += grid.weight
      sum += grid.weight * grid.minutes
      let isDue = count / incidents - (points.last?.incidents ?? 0) > 0.01 || place == served.count - 1
      if isDue { points.append(LorenzPoint(incidents: count / incidents, time: sum / time)) }
    }
    lorenz = points
    deciles = tenths.map { $0 * 10 }
  }

  /// Spreads a grid over the tenths it lies in.
  private static func add(
    _ grid: (minutes: Double, weight: Double), from start: Double, of incidents: Double,
    to tenths: inout [Double]
  ) {
    let end = start + grid.weight / incidents
    for tenth in tenths.indices {
      let overlap = min(end, Double(tenth + 1) / 10) - max(start, Double(tenth) / 10)
      if overlap > 0 { tenths[tenth] += overlap * grid.minutes }
    }
  }
}
