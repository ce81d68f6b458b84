import DunjingFitting
import DunjingNumerics
import DunjingRandom
import DunjingScenario

/// The time on scene of a kind, fitted.
public struct SceneCalibration: Sendable, Equatable {
  /// The best family, by Akaike's criterion.
  public let fit: DurationFit
  /// How well it fits; nil where it was not tested.
  public let quality: GoodnessOfFit?
  /// The recorded minutes, sorted.
  public let minutes: [Double]
  /// The unit the minutes were recorded in; nil where they are exact.
  public let unit: Double?

  /// The families that a study can have, without those that the data cannot tell apart.
  private static let leastCount = 20
  private static let units = [60.0, 30, 15, 10, 6, 5, 3, 2, 1, 0.5, 0.1]

  /// Fits minutes; nil where they are fewer than twenty or have no fit.
  init?(_ minutes: [Double], samples: Int, seed: UInt64) {
    let sorted = minutes.filter { $0 >= 0 && $0.isFinite }.sorted()
    guard sorted.count >= Self.leastCount else { return nil }
    let unit = Self.unit(of: sorted)
    let positive = unit == nil ? sorted.filter { $0 > 0 } : sorted
    let sample = unit.map { CensoredSample(sorted, roundedTo: $0) } ?? CensoredSample(positive)
    guard let best = DurationFit.ranked(DurationFamily.allCases, sample).first, best.status == .fitted
    else { return nil }
    (fit, self.minutes, self.unit) = (best, sorted, unit)
    quality = sorted.count <= 20_000 ? GoodnessOfFit(best, sample, samples: samples, seed: seed) : nil
  }

  /// The greatest unit of which nearly all values are multiples.
  static func unit(of values: [Double]) -> Double? {
    units.first { unit in
      let whole = values.count { (($0 / unit).rounded() * unit - $0).magnitude < 1e-6 * max(1, $0) }
      return Double(whole) >= 0.995 * Double(values.count)
    }
  }

  /// The parameters as a scenario names them, with their intervals.
  public var parameters: [(name: String, estimate: ParameterEstimate)] {
    let estimates = fit.parameters()
    // A scenario has the mean of a Weibull distribution in place of its scale.
    guard fit.family == .weibull, let mean = fit.mean() else {
      return Array(zip(fit.family.parameterNames, estimates))
    }
    return [("mean", mean), ("shape", estimates[1])]
  }

  /// The distribution as `scenario.yaml` has it.
  public var text: String {
    let inner = parameters.map { "\($0.name): \(DemandText.number($0.estimate.value))" }
    return "{\(fit.family.rawValue): {\(inner.joined(separator: ", "))}}"
  }
}

/// Numbers as files have them.
enum DemandText {
  /// Five significant digits.
  static func number(_ value: Double) -> String {
    let text = "\(rounded(value))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number of five significant digits that is nearest; 0 for what is no number.
  static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    let magnitude = PortableMath.logarithm(value.magnitude) / 2.302585092994046
    let digits = 4 - Int(magnitude.rounded(.down))
    let scale = PortableMath.power(10, Double(digits))
    return digits > 0 ? (value * scale).rounded() / scale : value.rounded()
  }

  /// A list of relative rates.
  static func list(_ weights: [Double]) -> String {
    "[" + weights.map { number(($0 * 1e4).rounded() / 1e4) }.joined(separator: ", ") + "]"
  }
}
