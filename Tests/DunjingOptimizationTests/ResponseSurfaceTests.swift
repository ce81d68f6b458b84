import DunjingNumerics
import DunjingOptimization
import DunjingRandom
import Testing

struct ResponseSurfaceTests {
  private let box = Box(lower: [0, 10], upper: [4, 20])

  private func surface(_ form: ResponseForm, _ function: ([Double]) -> Double) throws -> ResponseSurface {
    let points = Array(FactorGrid(box: box, counts: [4, 4]))
    return try #require(ResponseSurface(box: box, form: form, points: points, values: points.map(function)))
  }

  @Test func `A quadratic function is recovered, with its minimum`() throws {
    let fit = try surface(.quadratic) { x in
      7 + 2 * (x[0] - 3) * (x[0] - 3) + (x[1] - 12) * (x[1] - 12) + (x[0] - 3) * (x[1] - 12)
    }
    let stationary = try #require(fit.stationaryPoint)
    #expect(stationary.nature == .minimum)
    #expect(abs(stationary.point[0] - 3) < 1e-9 && abs(stationary.point[1] - 12) < 1e-9)
    #expect(abs(stationary.value - 7) < 1e-9)
    #expect(abs(fit.explainedShare - 1) < 1e-12 && abs(fit.predictedShare - 1) < 1e-12)
    #expect(abs(fit.value(at: [1.7, 13.3]) - (7 + 3.38 + 1.69 - 1.69)) < 1e-9)
    // Coded by 2 and 5: the coefficient of the product is 1 · 2 · 5.
    let product = try #require(fit.coefficients.first { $0.term.factors == [0, 1] })
    #expect(abs(product.value - 10) < 1e-9)
  }

  @Test func `A hill has a maximum, a pass a saddle, and a ridge or a plane no stationary point`() throws {
    let hill = try surface(.quadratic) { x in -(x[0] - 1) * (x[0] - 1) - (x[1] - 15) * (x[1] - 15) }
    #expect(hill.stationaryPoint?.nature == .maximum)
    let pass = try surface(.quadratic) { x in (x[0] - 1) * (x[0] - 1) - (x[1] - 15) * (x[1] - 15) }
    #expect(pass.stationaryPoint?.nature == .saddle)
    #expect(try surface(.quadratic) { x in (x[0] - 1) * (x[0] - 1) }.stationaryPoint == nil)
    #expect(try surface(.linear) { x in x[0] }.stationaryPoint == nil)
    // A twisted plane falls and rises about its center.
    let twisted = try surface(.interactions) { x in (x[0] - 1) * (x[1] - 13) }
    #expect(twisted.stationaryPoint?.nature == .saddle)
  }

  @Test func `Errors of a straight line are those of the textbook`() throws {
    // x = 0 … 4, y = 1, 3, 2, 5, 4: slope 0.8, residual sum 3.6, three degrees of freedom, about the mean 10.
    let line = Box(lower: [0], upper: [4])
    let fit = try #require(
      ResponseSurface(box: line, form: .linear, points: (0..<5).map { [Double($0)] }, values: [1, 3, 2, 5, 4])
    )
    #expect(abs(fit.errorVariance - 1.2) < 1e-12)
    #expect(abs(fit.coefficients[1].value - 1.6) < 1e-12)
    #expect(abs(fit.coefficients[1].standardError - 2 * 0.12.squareRoot()) < 1e-12)
    #expect(abs(fit.explainedShare - 0.64) < 1e-12)
    #expect(abs(fit.adjustedShare - (1 - 1.2 / 2.5)) < 1e-12)
    // t = 0.8 / √0.12 = 2.3094 with three degrees of freedom: SciPy 1.17 has p = 0.10408803866182788.
    #expect(abs(fit.coefficients[1].probability - 0.10408803866182788) < 1e-9)
    #expect(fit.lackOfFit == nil)
  }

  @Test func `The predicted share is that of leaving out each value`() throws {
    var stream = RandomStream(seed: 2, purpose: StreamPurpose(rawValue: 3))
    let points = LatinHypercube(count: 14, dimension: 2, seed: 4).points.map(box.point)
    let values = points.map { $0[0] * $0[1] + stream.nextNormal() }
    let fit = try #require(ResponseSurface(box: box, form: .quadratic, points: points, values: values))
    var sum = 0.0
    for left in points.indices {
      var (kept, seen) = (points, values)
      kept.remove(at: left)
      seen.remove(at: left)
      let refit = try #require(ResponseSurface(box: box, form: .quadratic, points: kept, values: seen))
      let error = values[left] - refit.value(at: points[left])
      sum += error * error
    }
    let mean = values.reduce(0, +) / 14
    let total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(fit.predictedShare - (1 - sum / total)) < 1e-9)
  }

  @Test func `The F of a lack of fit is the one found by hand`() throws {
    // Means 1, 5, 1 at x = 0, 1, 2, each ± 1: pure error 6 with 3 degrees; misfit of a line (4 · 2/3)² · 2 · 3/2 = 64/3.
    let fit = try #require(
      ResponseSurface(
        box: Box(lower: [0], upper: [2]), form: .linear, points: [[0], [0], [1], [1], [2], [2]],
        values: [0, 2, 4, 6, 0, 2]))
    let test = try #require(fit.lackOfFit)
    #expect(test.misfitDegrees == 1 && test.errorDegrees == 3)
    #expect(abs(test.statistic - 64.0 / 6) < 1e-12)
    // SciPy 1.17: f.sf(64 / 6, 1, 3).
    #expect(abs(test.probability - 0.046918926955019445) < 1e-9)
  }

  /// Of 400 quadratic functions with noise, 5 % are rejected at 5 %; with a cubic of the size of the noise nearly all.
  @Test func `Lack of fit rejects a quadratic at the nominal rate, and a cubic`() throws {
    var (wrong, right) = (0, 0)
    let points = (0..<6).flatMap { [[Double]](repeating: [Double($0)], count: 4) }
    for number in 0..<400 {
      var stream = RandomStream(seed: 9, purpose: StreamPurpose(rawValue: 4), entity: UInt64(number))
      let noise = points.map { _ in stream.nextNormal() }
      func rejects(_ function: (Double) -> Double) -> Bool {
        let values = zip(points, noise).map { function($0[0]) + $1 }
        let fit = ResponseSurface(
          box: Box(lower: [0], upper: [5]), form: .quadratic, points: points, values: values)
        return (fit?.lackOfFit?.probability ?? 1) < 0.05
      }
      wrong += rejects { 3 - $0 + 0.5 * $0 * $0 } ? 1 : 0
      right += rejects { 3 - $0 + 0.5 * ($0 - 1) * ($0 - 2.5) * ($0 - 4) } ? 1 : 0
    }
    // 20 expected, standard deviation 4.4: bounds that hold 999 times in 1,000.
    #expect(wrong >= 6 && wrong <= 35, "\(wrong)")
    #expect(right > 380, "\(right)")
  }

  @Test func `Points that do not determine the coefficients have no surface`() {
    let same = [[Double]](repeating: [1, 15], count: 8)
    #expect(ResponseSurface(box: box, form: .linear, points: same, values: [1, 2, 3, 4, 5, 6, 7, 8]) == nil)
  }

  @Test func `As many coefficients as values leave no error to judge by`() throws {
    let fit = try #require(
      ResponseSurface(box: Box(lower: [0], upper: [1]), form: .linear, points: [[0], [1]], values: [1, 3]))
    #expect(fit.errorVariance.isNaN && fit.coefficients[1].standardError.isNaN)
    #expect(fit.coefficients[1].probability.isNaN && fit.coefficients[1].value == 1)
  }
}
