import Testing

/// Expects a measured value to lie between two bounds, which theory gives.
///
/// The name says what was measured, the source whose theory it is.
func holds(
  _ name: String, _ value: Double, in bounds: ClosedRange<Double>, source: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(bounds.contains(value), "\(name): \(value), \(source): \(bounds)", sourceLocation: sourceLocation)
}

/// The bounds within which the frequency of an event falls 999 times in 1,000.
func frequencyBounds(of probability: Double, trials: Int) -> ClosedRange<Double> {
  let reach = 3.290527 * (probability * (1 - probability) / Double(trials)).squareRoot()
  return max(0, probability - reach)...min(1, probability + reach)
}

/// The bounds of the frequency of an event that has at least a probability.
func frequencyBounds(atLeast probability: Double, trials: Int) -> ClosedRange<Double> {
  frequencyBounds(of: probability, trials: trials).lowerBound...1
}
