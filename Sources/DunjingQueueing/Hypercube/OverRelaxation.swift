/// The factor of successive over-relaxation, found while iterating.
///
/// With two colors, an eigenvalue λ of the sweep with factor ω belongs to an eigenvalue β of the Jacobi iteration by (λ +
/// ω − 1)² = λω²β², and the best factor is 2 / (1 + √(1 − β²)) (D. M. Young, 1954). λ is observed as the ratio of changes;
/// a factor below the best one shows too small a β, so that factors only rise.
struct OverRelaxation: Sendable {
  private(set) var factor = 1.3
  private var changes: [Double] = []
  private var isFrozen = false

  /// Takes note of the change of a sweep.
  mutating func observe(_ change: Double) {
    guard !isFrozen else { return }
    guard change.isFinite else {
      (factor, isFrozen) = (1, true)
      return
    }
    changes.append(change)
    guard changes.count == Self.period else { return }
    let ratio = (changes[Self.period - 1] / changes[Self.period - 3]).squareRoot()
    changes.removeAll(keepingCapacity: true)
    if ratio >= 1 {
      growths += 1
      if growths > 3 { (factor, isFrozen) = (1, true) }
      return
    }
    guard ratio > factor - 1 else { return }
    let root = (ratio + factor - 1) / (factor * ratio.squareRoot())
    let square = min(root * root, 0.9999)
    factor = max(factor, 2 / (1 + (1 - square).squareRoot()))
  }

  /// How often the changes grew.
  private var growths = 0
  /// Sweeps between two looks at the changes.
  private static let period = 6
}
