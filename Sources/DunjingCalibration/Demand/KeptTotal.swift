import DunjingFitting
import DunjingNumerics
import DunjingScenario
import DunjingWorld

/// The number of incidents of a study that stays as it is, the records being a part of them: kinds with a record share among them
/// what they had together, as recorded.
struct KeptTotal {
  /// What the kinds have in the study by what was recorded of them.
  let factor: Double
  private let recorded: Double

  /// Nil where the study has nothing of the kinds.
  init?(_ kinds: [KindCalibration], _ study: Scenario) {
    let expected = zip(study.incidentKinds, ExpectedDemand(study).incidentsPerYear)
    let held = expected.reduce(0) { sum, pair in
      kinds.contains { $0.id == pair.0.id } ? sum + pair.1 : sum
    }
    recorded = kinds.reduce(0) { $0 + $1.perYear.value }
    guard held > 0, recorded > 0 else { return nil }
    factor = held / recorded
  }

  /// The kinds' parts of the total. Their errors are those of shares pᵢ of independent rates with relative errors cᵢ, to first
  /// order: pᵢ² ((1 − pᵢ)² cᵢ² + Σ pⱼ² cⱼ²) over the others j; bounds lie as far as this on the log scale.
  func parts(of kinds: [KindCalibration]) -> [ParameterEstimate] {
    let squares = kinds.map { kind -> Double in
      let error = kind.perYear.standardError ?? 0
      return error * error / (recorded * recorded)
    }
    let all = squares.reduce(0, +)
    return zip(kinds, squares).map { kind, own in
      let (rate, share) = (kind.perYear, kind.perYear.value / recorded)
      let variance = (1 - share) * (1 - share) * own + share * share * max(0, all - own)
      let ratio = own > 0 ? (variance / own).squareRoot() : 0
      return Self.narrowed(rate, by: ratio).scaled(by: factor)
    }
  }

  /// An estimate whose error is smaller, with its bounds as much nearer on the log scale.
  private static func narrowed(_ rate: ParameterEstimate, by ratio: Double) -> ParameterEstimate {
    func bound(_ value: Double) -> Double {
      value > 0 && rate.value > 0
        ? rate.value * PortableMath.exponential(ratio * PortableMath.logarithm(value / rate.value)) : value
    }
    return ParameterEstimate(
      value: rate.value, standardError: rate.standardError.map { $0 * ratio }, lower: rate.lower.map(bound),
      upper: rate.upper.map(bound))
  }
}
