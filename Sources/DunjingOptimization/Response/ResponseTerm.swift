/// A product of powers of coded factors: 1, x₂, x₁ x₃ or x₂².
public struct ResponseTerm: Sendable, Equatable, Codable {
  /// The factors, each as often as it occurs, in increasing order; none for the constant.
  public let factors: [Int]

  /// The value at a point of coded factors.
  func value(_ coded: [Double]) -> Double { factors.reduce(1) { $0 * coded[$1] } }

  /// The terms of a polynomial: the constant, each factor, then products of two factors and squares.
  static func terms(dimension: Int, form: ResponseForm) -> [ResponseTerm] {
    var result = [ResponseTerm(factors: [])] + (0..<dimension).map { ResponseTerm(factors: [$0]) }
    if form != .linear {
      for first in 0..<dimension {
        for second in first..<dimension where second > first || form == .quadratic {
          result.append(ResponseTerm(factors: [first, second]))
        }
      }
    }
    return result
  }
}

/// The terms of a response surface.
public enum ResponseForm: String, Sendable, Equatable, Codable {
  /// A constant and each factor.
  case linear
  /// Besides, the products of two factors.
  case interactions
  /// Besides, the squares of factors.
  case quadratic
}

/// A coefficient with its uncertainty.
public struct ResponseCoefficient: Sendable, Equatable {
  /// What it multiplies.
  public let term: ResponseTerm
  /// The estimate, in units of the value.
  public let value: Double
  /// Its standard error; NaN with as many coefficients as values.
  public let standardError: Double
  /// The probability of an estimate as far from zero if the coefficient were zero; NaN without a standard error.
  public let probability: Double
}

/// Whether a polynomial misses the means of replicated points by more than the values of one point differ.
///
/// Source: G. E. P. Box & N. R. Draper (2007), Response Surfaces, Mixtures, and Ridge Analyses, 2nd ed., §3.12.
public struct LackOfFit: Sendable, Equatable {
  /// The F statistic: the mean square of the misfit over that of the pure error.
  public let statistic: Double
  /// The degrees of freedom of the misfit: distinct points less coefficients.
  public let misfitDegrees: Int
  /// The degrees of freedom of the pure error: values less distinct points.
  public let errorDegrees: Int
  /// The probability of a statistic as large if the polynomial were right.
  public let probability: Double
}

/// Where the slope of a quadratic surface is zero.
public struct StationaryPoint: Sendable, Equatable {
  /// What kind of point it is.
  public enum Nature: String, Sendable, Equatable, Codable {
    /// The surface rises in every direction.
    case minimum
    /// The surface falls in every direction.
    case maximum
    /// The surface rises in some directions and falls in others.
    case saddle
  }

  /// Where it is, in units of the factors; possibly outside of the box.
  public let point: [Double]
  /// The value of the surface there.
  public let value: Double
  /// What kind of point it is.
  public let nature: Nature
  /// Half the curvatures along the principal axes of the coded factors, from the least to the greatest.
  public let eigenvalues: [Double]
}
