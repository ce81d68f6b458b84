import DunjingStatistics
import Testing

/// A theory value beside a 99.9 % interval of independent replications.
struct TheoryCheck: CustomStringConvertible {
  let name: String
  /// The formula, or who published the value.
  let source: String
  let theory: Double
  let interval: ConfidenceInterval
  let replications: Int

  init?(_ name: String, source: String, _ values: [Double], theory: Double) {
    guard let interval = ConfidenceInterval(values, level: 0.999) else { return nil }
    self.name = name
    self.source = source
    self.interval = interval
    self.theory = theory
    replications = values.count
  }

  /// How far the simulated mean is from theory, in standard errors: a 99.9 % interval is 3.29 of them to each side.
  var deviation: Double { abs(interval.mean - theory) / interval.halfWidth * 3.29 }

  /// Whether theory lies inside.
  var holds: Bool { abs(interval.mean - theory) <= interval.halfWidth }

  /// Whether an answer that is 2 % off would be exposed, nineteen times in twenty: with a half width of 3.29 standard
  /// errors, a shift of 2 % leaves the interval by 1.65 standard errors.
  var exposesBias: Bool { interval.halfWidth < 0.02 * abs(theory) * 3.29 / (3.29 + 1.65) }

  var description: String {
    "\(name): theory \(theory), simulated \(interval.mean) ± \(interval.halfWidth) (\(replications))"
  }

  /// Asserts that theory lies inside and that the interval would expose a bias of 2 %; writes the check down.
  static func confirm(
    _ name: String, _ source: String, _ values: [Double], _ theory: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let check = try #require(
      TheoryCheck(name, source: source, values, theory: theory), sourceLocation: sourceLocation)
    #expect(check.holds, "\(check)", sourceLocation: sourceLocation)
    #expect(check.exposesBias, "\(check)", sourceLocation: sourceLocation)
    check.record(.engine, check.holds && check.exposesBias ? "holds" : "fails", sourceLocation)
  }

  /// Asserts that theory lies outside, as it has to where a bias was planted; writes the check down.
  static func expose(
    _ name: String, _ source: String, _ values: [Double], _ theory: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let check = try #require(
      TheoryCheck(name, source: source, values, theory: theory), sourceLocation: sourceLocation)
    #expect(!check.holds, "\(check)", sourceLocation: sourceLocation)
    check.record(.planted, check.holds ? "missed" : "caught", sourceLocation)
  }

  private func record(_ group: Validation.Group, _ verdict: String, _ sourceLocation: SourceLocation) {
    Validation.record(
      group, name, source: source, theory: theory, value: interval.mean, halfWidth: interval.halfWidth,
      replications: replications, verdict: verdict, sourceLocation: sourceLocation)
  }
}
