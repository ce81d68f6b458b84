import DunjingDense
import DunjingNumerics

/// A recorded drive.
public struct RecordedDrive: Sendable, Equatable {
  /// Kilometers.
  public var kilometers: Double
  /// Minutes from the start to the scene.
  public var minutes: Double
  /// The group of hours it was driven in, counted from zero.
  public var group: Int

  /// Creates a drive.
  public init(kilometers: Double, minutes: Double, group: Int) {
    (self.kilometers, self.minutes, self.group) = (kilometers, minutes, group)
  }
}

/// The speed of driving by groups of hours, with minutes that every drive takes however short:
/// minutes = constant + 60 · kilometers / speed.
///
/// Errors are either of one size in minutes, fitted by ``RobustLeastSquares``, or of one size in per cent, fitted on the log
/// scale by Gauss and Newton's method with the same robust step; the likelihood of normal errors chooses. Slopes of the
/// groups are drawn to their mean by ``NormalShrinkage`` on the log scale.
///
/// Source: P. Kolesar & W. E. Walker (1975), "Determining the relation between fire engine travel times and travel
/// distances in New York City", for the straight line of drives that reach their speed.
public struct TravelSpeedFit: Sendable, Equatable {
  /// Whether there is a fit.
  public enum Status: String, Sendable, Codable {
    /// All groups have a positive speed.
    case fitted
    /// Fewer than ten drives more than parameters.
    case tooFew
    /// Distances do not differ, or minutes do not grow with them.
    case noProgress
  }

  /// Whether there is a fit.
  public let status: Status
  /// Whether errors are of one size in per cent.
  public let isLogarithmic: Bool
  /// The number of drives used.
  public let count: Int
  /// Minutes that every drive takes.
  public let constant: ParameterEstimate
  /// The speed of each group in km/h, after shrinkage.
  public let speeds: [ParameterEstimate]
  /// The speed of all groups in km/h.
  public let meanSpeed: ParameterEstimate
  /// The standard deviation of the errors: minutes, or the logarithm's.
  public let scale: Double
  /// The share of drives too far off to count in full.
  public let boundedShare: Double

  /// Fits drives.
  /// - Parameters:
  ///   - drives: those without minutes or kilometers above zero are left out.
  ///   - groups: the number of groups; one without drives has the mean speed.
  /// - Complexity: O(drives · groups²) for each of up to 50 steps.
  public init(_ drives: [RecordedDrive], groups: Int) {
    let used = drives.filter { $0.minutes > 0 && $0.kilometers > 0 && (0..<groups).contains($0.group) }
    let present = (0..<groups).filter { group in used.contains { $0.group == group } }
    guard used.count >= present.count + 11 else {
      self.init(status: .tooFew, count: used.count)
      return
    }
    let plain = Line(used, present)
    let logarithmic = plain.flatMap { Line(logarithmicFrom: $0, used, present) }
    let better = [plain, logarithmic].compactMap { $0 }.min { $0.criterion < $1.criterion }
    guard let line = better, line.slopes.allSatisfy({ $0 > 0 }) else {
      self.init(status: .noProgress, count: used.count)
      return
    }
    self.init(line, count: used.count, present: present, groups: groups)
  }

  private init(_ line: Line, count: Int, present: [Int], groups: Int) {
    let logs = line.slopes.map { PortableMath.logarithm(60 / $0) }
    let errors = zip(line.slopeErrors, line.slopes).map { max($0 / $1, 1e-9) }
    let shrunk = NormalShrinkage(logs, errors: errors)
    (status, isLogarithmic, self.count) = (.fitted, line.isLogarithmic, count)
    constant = ParameterEstimate(normal: line.constant, standardError: line.constantError)
    let mean = ParameterEstimate(logarithm: shrunk.mean, standardError: shrunk.meanError)
    meanSpeed = mean
    speeds = (0..<groups).map { group in
      present.firstIndex(of: group).map {
        ParameterEstimate(logarithm: shrunk.values[$0], standardError: shrunk.errors[$0])
      } ?? mean
    }
    (scale, boundedShare) = (line.scale, line.boundedShare)
  }

  private init(status: Status, count: Int) {
    let nothing = ParameterEstimate(value: 0, standardError: nil, lower: nil, upper: nil)
    (self.status, self.count, isLogarithmic, constant, meanSpeed) = (status, count, false, nothing, nothing)
    (speeds, scale, boundedShare) = ([], 0, 0)
  }
}

/// A constant and slopes fitted to drives.
private struct Line {
  var constant: Double
  var slopes: [Double]
  var covariance: DenseMatrix
  var scale: Double
  var boundedShare: Double
  var isLogarithmic: Bool
  /// Minus twice the log-likelihood of the minutes with normal errors, the scale being the robust one.
  var criterion: Double

  var constantError: Double { covariance[0, 0].squareRoot() }
  var slopeErrors: [Double] { slopes.indices.map { covariance[$0 + 1, $0 + 1].squareRoot() } }

  /// Errors of one size in minutes.
  init?(_ drives: [RecordedDrive], _ groups: [Int]) {
    let design = Self.design(drives, groups)
    guard let fit = RobustLeastSquares(design, drives.map(\.minutes)) else { return nil }
    let errors = zip(drives, design.times(fit.coefficients)).map { $0.minutes - $1 }
    self.init(fit, fit.coefficients, isLogarithmic: false, errors, shift: 0)
  }

  /// Errors of one size in per cent: log minutes = log(constant + slope · kilometers), straightened again and again.
  init?(logarithmicFrom start: Line, _ drives: [RecordedDrive], _ groups: [Int]) {
    let design = Self.design(drives, groups)
    let least = 1e-3
    var point = [max(least, start.constant)] + start.slopes.map { max(least, $0) }
    var last: RobustLeastSquares?
    for _ in 0..<50 {
      let means = design.times(point)
      var scaled = design
      for column in 0..<scaled.columnCount {
        for row in drives.indices { scaled[row, column] /= means[row] }
      }
      let residuals = zip(drives, means).map { PortableMath.logarithm($0.minutes / $1) }
      let target = zip(residuals, scaled.times(point)).map { $0 + $1 }
      guard let fit = RobustLeastSquares(scaled, target) else { return nil }
      let next = fit.coefficients.enumerated().map { max($0.offset == 0 ? 0 : least, $0.element) }
      let change = zip(next, point).reduce(0) { max($0, ($1.0 - $1.1).magnitude / max($1.1, least)) }
      (point, last) = (next, fit)
      if change < 1e-9 { break }
    }
    guard let last else { return nil }
    let means = design.times(point)
    let errors = zip(drives, means).map { PortableMath.logarithm($0.minutes / $1) }
    let shift = drives.reduce(0) { $0 + 2 * PortableMath.logarithm($1.minutes) }
    self.init(last, point, isLogarithmic: true, errors, shift: shift)
  }

  private init(
    _ fit: RobustLeastSquares, _ point: [Double], isLogarithmic: Bool, _ errors: [Double], shift: Double
  ) {
    (constant, slopes, covariance) = (point[0], Array(point.dropFirst()), fit.covariance)
    (scale, boundedShare, self.isLogarithmic) = (fit.scale, fit.boundedShare, isLogarithmic)
    let size = max(fit.scale, 1e-12)
    // Errors beyond three scales count as three, so that a few gross ones do not choose.
    let squares = errors.reduce(0) { $0 + min(9, $1 * $1 / (size * size)) }
    criterion = squares + 2 * Double(errors.count) * PortableMath.logarithm(size) + shift
  }

  private static func design(_ drives: [RecordedDrive], _ groups: [Int]) -> DenseMatrix {
    DenseMatrix(
      rows: drives.map { drive in [1] + groups.map { $0 == drive.group ? drive.kilometers : 0 } })
  }
}
