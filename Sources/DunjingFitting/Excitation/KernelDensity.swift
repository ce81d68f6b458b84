import DunjingNumerics

/// A smooth density of places, at each place estimated from the others.
///
/// Source: B. W. Silverman (1986), Density Estimation for Statistics and Data Analysis, §4.2 and eq. 4.14 for the width.
public enum KernelDensity {
  /// Returns the density at each event, from Gaussian kernels around all others and a part of an even density, which keeps
  /// it positive at places alone.
  /// - Parameters:
  ///   - events: the events, in any order.
  ///   - width: the standard deviation of the kernels; nil for Silverman's rule.
  ///   - evenShare: the part of the even density over the box of all events.
  /// - Complexity: O(n²).
  public static func leaveOneOut(
    _ events: [PlacedEvent], width: Double? = nil, evenShare: Double = 0.01
  ) -> [Double] {
    guard events.count > 1 else { return events.map { _ in 1 } }
    let width = width ?? silvermanWidth(events)
    let (xs, ys) = (events.map(\.x), events.map(\.y))
    let area =
      max((xs.max() ?? 0) - (xs.min() ?? 0), width) * max((ys.max() ?? 0) - (ys.min() ?? 0), width)
    var sums = [Double](repeating: 0, count: events.count)
    let reach = 16 * width * width
    for later in events.indices {
      for earlier in 0..<later {
        let (east, north) = (xs[later] - xs[earlier], ys[later] - ys[earlier])
        let square = east * east + north * north
        guard square < reach else { continue }
        let term = PortableMath.exponential(-0.5 * square / (width * width))
        sums[later] += term
        sums[earlier] += term
      }
    }
    let height = (1 - evenShare) / (2 * Double.pi * width * width * Double(events.count - 1))
    return sums.map { $0 * height + evenShare / area }
  }

  /// The width that is best for normal places: σ n^(−1/6).
  public static func silvermanWidth(_ events: [PlacedEvent]) -> Double {
    let n = Double(events.count)
    func variance(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / n
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, n - 1)
    }
    let deviation = (0.5 * (variance(events.map(\.x)) + variance(events.map(\.y)))).squareRoot()
    return max(1e-9, deviation * PortableMath.power(n, -1.0 / 6))
  }
}
