import Testing

/// Expects a measured value to lie between two bounds, which theory gives, and writes the check down.
///
/// The name says what was measured, the source whose theory it is. What is written down as theory is the middle of the
/// bounds with half their distance, or the bound alone where the other one is certain.
func holds(
  _ name: String, _ value: Double, in bounds: ClosedRange<Double>, source: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(bounds.contains(value), "\(name): \(value), \(source): \(bounds)", sourceLocation: sourceLocation)
  let (isFloor, isCeiling) = (bounds.upperBound == 1, bounds.lowerBound == 0)
  let middle = (bounds.lowerBound + bounds.upperBound) / 2
  Validation.record(
    sourceLocation.fileID.contains("Selection") ? .selection : .statistics, name,
    source: isFloor ? "\(source); at least" : isCeiling ? "\(source); at most" : source,
    theory: isFloor ? bounds.lowerBound : isCeiling ? bounds.upperBound : middle, value: value,
    halfWidth: isFloor || isCeiling ? nil : bounds.upperBound - middle,
    verdict: bounds.contains(value) ? "holds" : "fails", sourceLocation: sourceLocation)
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
