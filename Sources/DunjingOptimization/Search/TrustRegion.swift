import DunjingNumerics

/// The side of a trust region, and the successes and failures that change it.
///
/// Source: D. Eriksson, M. Pearce, J. R. Gardner, R. Turner & M. Poloczek (2019), "Scalable global optimization via local
/// Bayesian optimization", §3 and supplement D.
struct TrustRegion: Sendable, Equatable, Codable {
  /// The side, as a share of the box before the length scales stretch it.
  private(set) var length = 0.8
  private var successes = 0
  private var failures = 0

  /// Whether the region has become too small to go on.
  var isExhausted: Bool { length < 0.0078125 }

  /// Counts a batch, and doubles the side after three successes on end, or halves it after as many failures as there are
  /// coordinates for each point of a batch, at least four evaluations.
  mutating func count(success: Bool, batch: Int, dimension: Int) {
    successes = success ? successes + 1 : 0
    failures = success ? 0 : failures + 1
    let patience = (max(4, dimension) + batch - 1) / batch
    if successes == 3 {
      (length, successes) = (min(2 * length, 1.6), 0)
    } else if failures >= patience {
      (length, failures) = (0.5 * length, 0)
    }
  }

  /// The interval of each share around a center: sides in proportion to the length scales, with the volume of a cube.
  func sides(around center: [Double], lengthScales: [Double]) -> Box {
    let logarithms = lengthScales.map(PortableMath.logarithm)
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    let halves = logarithms.map { 0.5 * length * PortableMath.exponential($0 - mean) }
    return Box(
      lower: zip(center, halves).map { min(max($0 - $1, 0), 1) },
      upper: zip(center, halves).map { min(max($0 + $1, 0), 1) })
  }
}
