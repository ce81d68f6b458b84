import DunjingRandom

/// A study of which the estimated numbers are drawn: every draw is a scenario that the data leave possible.
///
/// Numbers are drawn independently, each from its ``EstimateDistribution``, kept within the range of its key; those of a
/// Dirichlet group are scaled to their mean. Draws that make no valid scenario are drawn again, which cuts the
/// distributions off where the rules of the study end.
///
/// Source: R. C. H. Cheng & W. Holland (1997), "Sensitivity of computer simulation experiments to errors in input data".
public struct EstimateDraws: Sendable {
  /// The estimates that are drawn, in the order of the study.
  public let numbers: [EstimatedNumber]
  private let variation: ScenarioVariation

  /// How often a draw that makes no valid scenario is drawn again.
  static let attempts = 100

  /// Prepares draws.
  /// - Parameter overrides: keys set on top of the study; an estimate that one of them replaces is not drawn.
  /// - Throws: All issues of the study, or of its draws if none of them is a valid scenario.
  public init(_ bundle: ScenarioBundle, setting overrides: [ScenarioOverride] = []) throws(InvalidScenario) {
    variation = try ScenarioVariation(bundle, setting: overrides)
    numbers = variation.base.scenario.estimates.filter { number in
      number.isDrawn && !overrides.contains { number.isReplaced(by: $0.key) }
    }
    if case .failure(let invalid) = first(draw: 0, seed: variation.base.scenario.experiment.seed) {
      throw invalid
    }
  }

  /// Returns the scenario of a draw; the same for the same seed.
  ///
  /// Where no attempt gives a valid scenario it has the estimates themselves.
  public func scenario(draw: Int, seed: UInt64) -> ValidScenario {
    (try? first(draw: draw, seed: seed).get()) ?? variation.base
  }

  /// Returns the values of a draw, in the order of ``numbers``.
  func values(draw: Int, attempt: Int, seed: UInt64) -> [Double] {
    var values = numbers.enumerated().map { index, number in
      var stream = RandomStream(
        seed: seed, replication: draw, purpose: .estimate,
        entity: UInt64(attempt) << 32 | UInt64(index))
      return number.distribution.draw(
        value: number.value, standardError: number.standardError ?? 0, using: &stream)
    }
    for indices in profiles {
      let wanted = indices.reduce(0) { $0 + numbers[$1].value }
      let found = indices.reduce(0) { $0 + values[$1] }
      if found > 0 { for index in indices { values[index] *= wanted / found } }
    }
    return values
  }

  /// The positions of the numbers of each Dirichlet group.
  private var profiles: [[Int]] {
    let members = numbers.indices.filter { numbers[$0].distribution == .dirichlet }
    return Dictionary(grouping: members) { numbers[$0].group }.values.sorted { $0[0] < $1[0] }
  }

  private func first(draw: Int, seed: UInt64) -> Result<ValidScenario, InvalidScenario> {
    var last: InvalidScenario?
    for attempt in 0..<Self.attempts {
      do throws(InvalidScenario) {
        return .success(
          try variation.load(setting: overrides(values(draw: draw, attempt: attempt, seed: seed))))
      } catch {
        last = error
      }
    }
    return last.map { .failure($0) } ?? .success(variation.base)
  }

  private func overrides(_ values: [Double]) -> [ScenarioOverride] {
    zip(numbers, values).map { number, value in
      let key = NumberKey(number.key)
      let wanted = key.map { $0.range.nearest(to: value) } ?? value
      return ScenarioOverride(
        key: number.key, value: key?.isWhole == true ? "\(Int(wanted.rounded()))" : "\(wanted)")
    }
  }
}

extension StreamPurpose {
  /// Draws of estimated numbers; the entity is the attempt and the number.
  static let estimate = StreamPurpose(rawValue: 0x4573_0001)
}
