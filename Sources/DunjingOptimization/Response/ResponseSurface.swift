import DunjingDense
import DunjingNumerics

/// A polynomial of first or second degree that fits observed values best.
///
/// Factors are coded: −1 and 1 are the ends of their intervals. Assumption of the standard errors and tests: errors are
/// independent, normal, and of equal variance.
///
/// Source: G. E. P. Box & K. B. Wilson (1951), "On the experimental attainment of optimum conditions"; R. H. Myers, D. C.
/// Montgomery & C. M. Anderson-Cook (2016), Response Surface Methodology, 4th ed., chapters 2 and 6.
public struct ResponseSurface: Sendable, Equatable {
  /// The intervals that are coded from −1 to 1.
  public let box: Box
  /// The coefficients of the coded factors.
  public let coefficients: [ResponseCoefficient]
  /// The estimate of the variance of an error; NaN with as many coefficients as values.
  public let errorVariance: Double
  /// R²: the share of the squares about the mean that the surface explains; NaN where values do not vary.
  public let explainedShare: Double
  /// R² adjusted for the number of coefficients; NaN with as many coefficients as values.
  public let adjustedShare: Double
  /// R² of each value predicted from all others (D. M. Allen, 1974, "PRESS"); negative where the mean predicts better.
  public let predictedShare: Double
  /// The test against pure error; nil without replicated points, or without more distinct points than coefficients.
  public let lackOfFit: LackOfFit?

  /// Fits a surface; nil where the points do not determine its coefficients.
  /// - Precondition: a value for each point, at least as many as coefficients, and a box without empty intervals.
  /// - Complexity: O(values · coefficients²).
  public init?(box: Box, form: ResponseForm, points: [[Double]], values: [Double]) {
    precondition(zip(box.lower, box.upper).allSatisfy { $0 < $1 }, "a factor is coded by its interval")
    precondition(points.count == values.count, "a value for each point")
    let terms = ResponseTerm.terms(dimension: box.dimension, form: form)
    let rows = points.map { point in
      let coded = Self.coded(point, box)
      return terms.map { $0.value(coded) }
    }
    guard let fit = LeastSquares(DenseMatrix(rows: rows), values), fit.coefficients.allSatisfy(\.isFinite)
    else { return nil }
    let degrees = fit.degreesOfFreedom
    let variance = degrees > 0 ? fit.residualSum / Double(degrees) : .nan
    let mean = values.reduce(0, +) / Double(values.count)
    let total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.box = box
    errorVariance = variance
    coefficients = Self.coefficients(terms, fit, variance)
    explainedShare = total > 0 ? 1 - fit.residualSum / total : .nan
    adjustedShare = total > 0 ? 1 - variance / (total / Double(values.count - 1)) : .nan
    predictedShare = total > 0 ? 1 - Self.predictionSum(rows, values, fit) / total : .nan
    lackOfFit = LackOfFit(points: points, values: values, fit: fit)
  }

  /// Returns the value of the surface at a point.
  public func value(at point: [Double]) -> Double {
    let coded = Self.coded(point, box)
    return coefficients.reduce(0) { $0 + $1.value * $1.term.value(coded) }
  }

  private static func coded(_ point: [Double], _ box: Box) -> [Double] {
    box.shares(of: point).map { 2 * $0 - 1 }
  }

  private static func coefficients(
    _ terms: [ResponseTerm], _ fit: LeastSquares, _ variance: Double
  ) -> [ResponseCoefficient] {
    terms.indices.map { index in
      let value = fit.coefficients[index]
      let error = (variance * fit.inverseGram[index, index]).squareRoot()
      let ratio = error > 0 ? -(value / error).magnitude : value == 0 ? 0 : -.infinity
      let degrees = Double(fit.degreesOfFreedom)
      let probability =
        fit.degreesOfFreedom == 0
        ? .nan
        : ratio.isFinite ? 2 * SpecialFunctions.studentTCumulative(ratio, degreesOfFreedom: degrees) : 0
      return ResponseCoefficient(
        term: terms[index], value: value, standardError: error, probability: probability)
    }
  }

  /// The sum of the squared errors of predicting each value from the others: residuals over one less the leverage.
  private static func predictionSum(_ rows: [[Double]], _ values: [Double], _ fit: LeastSquares) -> Double {
    let design = DenseMatrix(rows: rows)
    let side = design.product(fit.inverseGram)
    return values.indices.reduce(0) { sum, row in
      let fitted = zip(rows[row], fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      let leverage = rows[row].indices.reduce(0) { $0 + side[row, $1] * rows[row][$1] }
      let rest = max(1 - leverage, Double.ulpOfOne)
      let error = (values[row] - fitted) / rest
      return sum + error * error
    }
  }
}

extension LackOfFit {
  init?(points: [[Double]], values: [Double], fit: LeastSquares) {
    var groups: [[Double]: [Double]] = [:]
    for (point, value) in zip(points, values) { groups[point, default: []].append(value) }
    misfitDegrees = groups.count - fit.coefficients.count
    errorDegrees = values.count - groups.count
    guard misfitDegrees > 0, errorDegrees > 0 else { return nil }
    // In the order of the points, as that of a dictionary changes from run to run.
    var pure = 0.0
    for (point, value) in zip(points, values) {
      guard let group = groups[point] else { continue }
      let mean = group.reduce(0, +) / Double(group.count)
      pure += (value - mean) * (value - mean)
    }
    let (numerator, denominator) = (Double(misfitDegrees), Double(errorDegrees))
    statistic = max(fit.residualSum - pure, 0) / numerator / (pure / denominator)
    guard statistic.isFinite else {
      probability = statistic.isNaN ? 1 : 0
      return
    }
    probability = SpecialFunctions.regularizedBeta(
      0.5 * denominator, 0.5 * numerator, at: denominator / (denominator + numerator * statistic))
  }
}
