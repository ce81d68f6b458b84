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

/// A fixed point that is found by damped rounds.
protocol DampedIteration {
  /// How far a round goes.
  var steps: DampedSteps { get set }
  /// One round; returns the largest change that it found.
  mutating func round() -> Double
}

extension DampedIteration {
  /// Repeats rounds until the change is within a tolerance; false if it never is.
  mutating func run(tolerance: Double, rounds limit: Int) -> Bool {
    for _ in 1...limit {
      let change = round()
      if change <= tolerance { return true }
      steps.note(change)
    }
    return false
  }
}
