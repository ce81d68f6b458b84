/// How far the rounds of a fixed point go toward what they find.
///
/// Rounds may swing about the fixed point for good. Where the best of some rounds is not much better than that of the
/// rounds before, the following ones go a smaller part of the way.
struct DampedSteps {
  private static let patience = 10

  /// The share of the way to the new values that a round goes.
  private(set) var step = 1.0
  private var (best, bestBefore) = (Double.infinity, Double.infinity)
  private var rounds = 0

  /// Takes note of the largest change that a round found.
  mutating func note(_ change: Double) {
    rounds += 1
    best = min(best, change)
    guard rounds.isMultiple(of: Self.patience) else { return }
    if best > 0.5 * bestBefore { step = max(step * 0.7, 0.05) }
    (bestBefore, best) = (best, .infinity)
  }
}
