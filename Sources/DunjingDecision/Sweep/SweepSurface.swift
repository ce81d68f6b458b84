import DunjingNumerics
import DunjingOptimization
import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// A polynomial in the numbers of a sweep that fits an indicator best.
///
/// All points have the same random numbers, so that their errors are not independent and the standard errors of ordinary
/// least squares do not hold. Coefficients are linear in the values: each replication gives its own, these are independent
/// from replication to replication, and their spread gives the standard errors. Shares of variance and the test of fit
/// are of the values less the effect of their replication, which is that of a block (Box & Draper, 2007, §3.12 and ch. 5;
/// L. W. Schruben & B. H. Margolin, 1978, "Pseudorandom number assignment in statistically designed simulation and
/// distribution sampling experiments").
public struct SweepSurface: Sendable, Equatable {
  /// A coefficient of the coded factors, −1 and 1 at the ends.
  public struct Coefficient: Sendable, Equatable {
    /// The factors of the term, each as often as it occurs; none for the constant.
    public let factors: [Int]
    /// The estimate.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// The probability of an estimate as far from zero if the coefficient were zero.
    public let probability: Double
  }

  /// A test whether the polynomial misses the means of the points by more than their errors.
  public struct Fit: Sendable, Equatable {
    /// The F statistic.
    public let statistic: Double
    /// Degrees of freedom of the misfit: points less coefficients.
    public let misfitDegrees: Int
    /// Degrees of freedom of the error: (points − 1) (replications − 1).
    public let errorDegrees: Int
    /// The probability of a statistic as large if the polynomial were right.
    public let probability: Double
  }

  /// The id of the treatment whose difference to the baseline it is; nil for the level of the baseline.
  public let treatment: String?
  /// The indicator.
  public let indicator: Indicator
  /// The terms.
  public let form: ResponseForm
  /// The ends that are coded −1 and 1.
  public let box: Box
  /// The coefficients.
  public let coefficients: [Coefficient]
  /// R²; nil where the indicator does not vary.
  public let explainedShare: Double?
  /// R² adjusted for the number of coefficients; nil where the indicator does not vary.
  public let adjustedShare: Double?
  /// R² of each value predicted from the others; nil where the indicator does not vary.
  public let predictedShare: Double?
  /// The test of fit; nil without more points than coefficients.
  public let fit: Fit?
  /// Where the slope is zero; nil for a plane or a ridge.
  public let stationaryPoint: StationaryPoint?

  /// Whether the stationary point lies between the ends.
  public var isStationaryPointInside: Bool {
    stationaryPoint.map { point in box.shares(of: point.point).allSatisfy { (0...1).contains($0) } } ?? false
  }

  /// Returns the value at a point.
  public func value(at point: [Double]) -> Double {
    let coded = box.shares(of: point).map { 2 * $0 - 1 }
    return coefficients.reduce(0) { sum, coefficient in
      sum + coefficient.factors.reduce(coefficient.value) { $0 * coded[$1] }
    }
  }

  /// Fits the surfaces of a sweep; none where values are words or a factor does not vary.
  static func all(_ samples: SweepSamples, _ sweep: Sweep, indicators: [Indicator]) -> [SweepSurface] {
    guard let points = sweep.design.numbers, let box = box(around: points) else { return [] }
    let isBaselineVaried = !sweep.sharesWarmUp
    let subjects = (isBaselineVaried ? [String?.none] : []) + sweep.treatments.map(Optional.some)
    return subjects.flatMap { subject in
      indicators.compactMap { indicator in
        let values = points.indices.compactMap { point -> [Double]? in
          guard let subject else {
            return samples.levels(indicator, of: samples.ids(at: point)[0], at: point)
          }
          return samples.differences(indicator, of: subject, at: point)
        }
        guard values.count == points.count else { return nil }
        return SweepSurface(of: indicator, treatment: subject, points: points, values: values, in: box)
      }
    }
  }

  /// Fits the richest polynomial that the points determine; nil where they determine none.
  /// - Parameter values: of each point, replication by replication.
  init?(of indicator: Indicator, treatment: String?, points: [[Double]], values: [[Double]], in box: Box) {
    let replications = values.first?.count ?? 0
    guard replications > 1 else { return nil }
    for form in Self.forms(for: points) {
      let blocks = Self.withoutBlocks(values)
      guard
        let whole = ResponseSurface(
          box: box, form: form, points: points.flatMap { [[Double]](repeating: $0, count: replications) },
          values: blocks.flatMap(\.self))
      else { continue }
      let single = (0..<replications).compactMap { replication in
        ResponseSurface(box: box, form: form, points: points, values: values.map { $0[replication] })
      }
      guard single.count == replications else { continue }
      (self.indicator, self.treatment, self.form, self.box) = (indicator, treatment, form, box)
      let scale = values.joined().map(\.magnitude).max() ?? 0
      coefficients = whole.coefficients.indices.map { index in
        Self.coefficient(
          whole.coefficients[index].term.factors, single.map { $0.coefficients[index].value }, scale: scale)
      }
      // Means that differ by rounding only do not vary.
      let isFlat = coefficients.dropFirst().allSatisfy { $0.value == 0 }
      explainedShare = isFlat ? nil : Self.finite(whole.explainedShare)
      adjustedShare = isFlat ? nil : Self.finite(whole.adjustedShare)
      predictedShare = isFlat ? nil : Self.finite(whole.predictedShare)
      fit = whole.lackOfFit.map { Self.fit($0, replications: replications) }
      stationaryPoint = isFlat ? nil : whole.stationaryPoint
      return
    }
    return nil
  }

  /// The polynomials that as many different points and values may determine, the richest first.
  private static func forms(for points: [[Double]]) -> [ResponseForm] {
    let dimension = points[0].count
    let distinct = Set(points).count
    let levels = (0..<dimension).map { factor in Set(points.map { $0[factor] }).count }.min() ?? 0
    let products = dimension * (dimension - 1) / 2
    let candidates: [(form: ResponseForm, terms: Int)] = [
      (.quadratic, levels > 2 ? 1 + 2 * dimension + products : .max),
      (.interactions, dimension > 1 ? 1 + dimension + products : .max), (.linear, 1 + dimension)
    ]
    return candidates.filter { $0.terms <= distinct }.map(\.form)
  }

  private static func box(around points: [[Double]]) -> Box? {
    guard let first = points.first else { return nil }
    let columns = first.indices.map { factor in points.map { $0[factor] } }
    let (lower, upper) = (columns.map { $0.min() ?? 0 }, columns.map { $0.max() ?? 0 })
    guard zip(lower, upper).allSatisfy({ $0 < $1 }) else { return nil }
    return Box(lower: lower, upper: upper)
  }

  /// The values less what their replication has in common, which is that of the random numbers.
  private static func withoutBlocks(_ values: [[Double]]) -> [[Double]] {
    let replications = values[0].indices
    let means = replications.map { replication in Tally(values.map { $0[replication] }).mean }
    let mean = Tally(means).mean
    return values.map { row in replications.map { row[$0] - means[$0] + mean } }
  }

  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  /// - Parameter scale: the greatest value, against which estimates that are nothing but rounding count as zero.
  private static func coefficient(_ factors: [Int], _ values: [Double], scale: Double) -> Coefficient {
    let tally = Tally(values.map { $0.magnitude > 1e-12 * scale ? $0 : 0 })
    let error = tally.standardError ?? 0
    let probability =
      error > 0
      ? 2
        * SpecialFunctions.studentTCumulative(
          -(tally.mean / error).magnitude, degreesOfFreedom: Double(values.count - 1))
      : tally.mean == 0 ? 1 : 0
    return Coefficient(factors: factors, value: tally.mean, standardError: error, probability: probability)
  }

  /// The test with the degrees of freedom that the effects of the replications leave to the error.
  private static func fit(_ raw: LackOfFit, replications: Int) -> Fit {
    let degrees = max(raw.errorDegrees - (replications - 1), 1)
    let statistic = raw.statistic * Double(degrees) / Double(max(raw.errorDegrees, 1))
    let (numerator, denominator) = (Double(raw.misfitDegrees), Double(degrees))
    let probability =
      statistic.isFinite
      ? SpecialFunctions.regularizedBeta(
        0.5 * denominator, 0.5 * numerator, at: denominator / (denominator + numerator * statistic))
      : statistic.isNaN ? 1 : 0
    return Fit(
      statistic: statistic, misfitDegrees: raw.misfitDegrees, errorDegrees: degrees, probability: probability)
  }
}
