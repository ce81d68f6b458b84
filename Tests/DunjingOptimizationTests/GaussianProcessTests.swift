import DunjingDense
import DunjingNumerics
import DunjingRandom
import Testing

@testable import DunjingOptimization

/// Twelve noisy values in three coordinates, with another model's opinion.
private struct Sample {
  let points = LatinHypercube(count: 12, dimension: 3, seed: 4).points
  let parameters = GaussianProcessParameters(
    kernel: MaternKernel(lengthScales: [0.4, 0.7, 1.5], signalVariance: 2.5), nugget: 0.01)
  var values: [Double] { points.map { 3 * $0[0] - $0[1] * $0[1] + PortableMath.sine(6 * $0[2]) } }
  var noise: [Double] { points.map { 0.02 + 0.1 * $0[0] } }
  var priorMeans: [Double] { points.map { 2 * $0[0] + $0[2] } }
  let places: [[Double]] = [[0.1, 0.2, 0.3], [0.9, 0.5, 0.1], [0.5, 0.5, 0.5], [1, 1, 1]]
  var placeMeans: [Double] { places.map { 2 * $0[0] + $0[2] } }

  var data: SurrogateData { SurrogateData(points: points, values: values, noiseVariances: noise) }
  var dataWithPrior: SurrogateData {
    SurrogateData(points: points, values: values, noiseVariances: noise, priorMeans: priorMeans)
  }

  func naive(_ design: [[Double]], values: [Double]? = nil) -> NaiveProcess {
    NaiveProcess(
      points: points, values: values ?? self.values, noise: noise, design: design,
      lengthScales: parameters.kernel.lengthScales, signalVariance: 2.5, nugget: 0.01)
  }
}

struct GaussianProcessTests {
  private let sample = Sample()

  @Test func `Two points are interpolated as found by hand`() throws {
    // With length scale 1: k(½) = (1 + √5/2 + 5/12) e^(−√5/2), k(1) = (1 + √5 + 5/3) e^(−√5).
    let (half, one) = (0.8286491424181255, 0.5239941088318203)
    let kernel = MaternKernel(lengthScales: [1], signalVariance: 1)
    #expect(
      abs(kernel.covariance([0], [0.5]) - half) < 1e-12 && abs(kernel.covariance([0], [1]) - one) < 1e-12)
    let data = SurrogateData(points: [[0], [1]], values: [0, 1])
    let process = try #require(
      GaussianProcess(data, parameters: GaussianProcessParameters(kernel: kernel)))
    #expect(abs(process.trendCoefficients[0] - 0.5) < 1e-14)
    let prediction = process.predicted(at: [[0], [0.5], [1]])
    #expect(zip(prediction.means, [0, 0.5, 1]).allSatisfy { abs($0 - $1) < 1e-13 })
    // σ² − kᵀ K⁻¹ k = 1 − 2 k(½)² / (1 + k(1)); the constant adds (1 − 2 k(½) / (1 + k(1)))² (1 + k(1)) / 2.
    let left = 1 - 2 * half / (1 + one)
    let variance = 1 - 2 * half * half / (1 + one) + left * left * (1 + one) / 2
    #expect(abs(prediction.variances[1] - variance) < 1e-12)
    #expect(prediction.variances[0] < 1e-13)
  }

  @Test func `Predictions are those of textbook formulas with a naive inverse`() throws {
    let process = try #require(GaussianProcess(sample.data, parameters: sample.parameters))
    let naive = sample.naive(sample.points.map { _ in [1] })
    let prediction = process.predicted(at: sample.places)
    for (index, place) in sample.places.enumerated() {
      let expected = naive.predicted(place, [1])
      #expect(abs(prediction.means[index] - expected.mean) < 1e-10)
      #expect(abs(prediction.variances[index] - expected.variance) < 1e-10)
    }
    #expect(abs(process.logLikelihood - naive.logLikelihood) < 1e-9)
    #expect(abs(process.trendCoefficients[0] - naive.coefficients[0]) < 1e-10)
  }

  @Test func `A prior mean is shifted or scaled as generalized least squares says`() throws {
    let scaled = try #require(
      GaussianProcess(sample.dataWithPrior, parameters: sample.parameters, trend: .scaled))
    let shifted = try #require(GaussianProcess(sample.dataWithPrior, parameters: sample.parameters))
    let naiveScaled = sample.naive(sample.priorMeans.map { [1, $0] })
    let difference = zip(sample.values, sample.priorMeans).map { $0 - $1 }
    let naiveShifted = sample.naive(sample.points.map { _ in [1] }, values: difference)
    let first = scaled.predicted(at: sample.places, priorMeans: sample.placeMeans)
    let second = shifted.predicted(at: sample.places, priorMeans: sample.placeMeans)
    for (index, place) in sample.places.enumerated() {
      let mean = sample.placeMeans[index]
      let expected = naiveScaled.predicted(place, [1, mean])
      #expect(abs(first.means[index] - expected.mean) < 1e-9)
      #expect(abs(first.variances[index] - expected.variance) < 1e-9)
      #expect(abs(second.means[index] - naiveShifted.predicted(place, [1]).mean - mean) < 1e-9)
    }
    #expect(scaled.trendCoefficients.count == 2 && shifted.trendCoefficients.count == 1)
  }

  @Test func `A prior mean that is the same everywhere is not scaled`() throws {
    let data = SurrogateData(
      points: sample.points, values: sample.values, priorMeans: sample.points.map { _ in 7 })
    let process = try #require(GaussianProcess(data, parameters: sample.parameters, trend: .scaled))
    #expect(process.trend == .shifted)
  }

  @Test func `Covariances at points have the variances on their diagonal and are those of conditioning`()
    throws
  {
    let process = try #require(GaussianProcess(sample.data, parameters: sample.parameters))
    let covariances = process.covariances(at: sample.places)
    let variances = process.predicted(at: sample.places).variances
    for index in variances.indices { #expect(abs(covariances[index, index] - variances[index]) < 1e-12) }
    // Seeing the last place exactly takes c² / v from the variance of the first.
    let seen = SurrogateData(points: [sample.places[3]], values: [9], noiseVariances: [0])
    let after = try #require(process.conditioned(on: seen)).predicted(at: [sample.places[0]]).variances[0]
    let gain = covariances[0, 3] * covariances[0, 3] / (variances[3] + sample.parameters.nugget)
    #expect(abs(variances[0] - gain - after) < 1e-11)
  }

  @Test func `Conditioning on further values is the same as beginning with all of them`() throws {
    let whole = try #require(
      GaussianProcess(sample.dataWithPrior, parameters: sample.parameters, trend: .scaled))
    func part(_ range: Range<Int>) -> SurrogateData {
      SurrogateData(
        points: Array(sample.points[range]), values: Array(sample.values[range]),
        noiseVariances: Array(sample.noise[range]), priorMeans: Array(sample.priorMeans[range]))
    }
    let first = try #require(GaussianProcess(part(0..<7), parameters: sample.parameters, trend: .scaled))
    let joined = try #require(first.conditioned(on: part(7..<12)))
    let (one, other) = (
      whole.predicted(at: sample.places, priorMeans: sample.placeMeans),
      joined.predicted(at: sample.places, priorMeans: sample.placeMeans)
    )
    for index in sample.places.indices {
      #expect(abs(one.means[index] - other.means[index]) < 1e-11)
      #expect(abs(one.variances[index] - other.variances[index]) < 1e-11)
    }
  }

  @Test func `Believing a point changes variances as conditioning on its mean does, and no mean`() throws {
    let process = try #require(GaussianProcess(sample.data, parameters: sample.parameters))
    var block = PosteriorBlock(process, points: sample.places, priorMeans: nil)
    var conditioned = process
    for index in [1, 3] {
      let believed = SurrogateData(
        points: [sample.places[index]], values: [block.means[index]], noiseVariances: [0.3])
      conditioned = try #require(conditioned.conditioned(on: believed))
      block.believe(index, noiseVariance: 0.3 + sample.parameters.nugget)
    }
    let expected = conditioned.predicted(at: sample.places)
    for index in sample.places.indices {
      #expect(abs(block.variances[index] - expected.variances[index]) < 1e-11)
      #expect(abs(block.means[index] - expected.means[index]) < 1e-11)
    }
  }

  @Test func `Values that are left out are predicted as a process without them predicts`() throws {
    let process = try #require(
      GaussianProcess(sample.dataWithPrior, parameters: sample.parameters, trend: .scaled))
    let diagnostics = process.leaveOneOut
    var density = 0.0
    for left in sample.points.indices {
      let kept = sample.points.indices.filter { $0 != left }
      let others = SurrogateData(
        points: kept.map { sample.points[$0] }, values: kept.map { sample.values[$0] },
        noiseVariances: kept.map { sample.noise[$0] }, priorMeans: kept.map { sample.priorMeans[$0] })
      let refit = try #require(GaussianProcess(others, parameters: sample.parameters, trend: .scaled))
      let prediction = refit.predicted(at: [sample.points[left]], priorMeans: [sample.priorMeans[left]])
      let variance = prediction.variances[0] + sample.noise[left] + sample.parameters.nugget
      let error = (sample.values[left] - prediction.means[0]) / variance.squareRoot()
      #expect(abs(diagnostics.means[left] - prediction.means[0]) < 1e-9)
      #expect(abs(diagnostics.variances[left] - variance) < 1e-9)
      #expect(abs(diagnostics.standardizedErrors[left] - error) < 1e-9)
      density -= 0.5 * (PortableMath.logarithm(2 * Double.pi * variance) + error * error)
    }
    #expect(abs(diagnostics.logPredictiveDensity - density) < 1e-8)
  }

  @Test func `Two equal points without noise need jitter; a number that is not finite has no process`() throws
  {
    let kernel = MaternKernel(lengthScales: [1], signalVariance: 1)
    let parameters = GaussianProcessParameters(kernel: kernel)
    let twice = SurrogateData(points: [[0], [0], [1]], values: [1, 1, 2])
    let process = try #require(GaussianProcess(twice, parameters: parameters))
    #expect(process.jitter > 0 && process.jitter < 1e-6)
    #expect(abs(process.predicted(at: [[0]]).means[0] - 1) < 1e-6)
    let unknown = SurrogateData(points: [[0], [1]], values: [1, .nan])
    #expect(GaussianProcess(unknown, parameters: parameters) == nil)
    #expect(GaussianProcess.fitted(to: unknown) == nil)
  }

  /// The sum of 400 squared standardized errors, each of another function, follows χ² with 400 degrees of freedom.
  @Test func `Functions drawn from a process lie as far from its predictions as it says`() throws {
    let kernel = MaternKernel(lengthScales: [0.5, 0.9], signalVariance: 3)
    let parameters = GaussianProcessParameters(kernel: kernel)
    var stream = RandomStream(seed: 12, purpose: StreamPurpose(rawValue: 1))
    var sum = 0.0
    for number in 0..<400 {
      let points = LatinHypercube(count: 9, dimension: 2, draws: 1, seed: UInt64(number)).points
      var covariances = kernel.covariances(kernel.scaled(points))
      for index in 0..<9 { covariances[index, index] += 1e-9 }
      let factor = try #require(Cholesky(covariances)).factor
      let draws = DenseMatrix(column: (0..<9).map { _ in stream.nextNormal() })
      let function = factor.product(draws).column(0).map { $0 + 40 }
      let noise = (0..<8).map { 0.05 * Double($0 + 1) }
      let values = (0..<8).map { function[$0] + noise[$0].squareRoot() * stream.nextNormal() }
      let data = SurrogateData(points: Array(points[..<8]), values: values, noiseVariances: noise)
      let process = try #require(GaussianProcess(data, parameters: parameters))
      let prediction = process.predicted(at: [points[8]])
      let error = function[8] - prediction.means[0]
      sum += error * error / prediction.variances[0]
    }
    let tail = SpecialFunctions.chiSquareCumulative(sum, degreesOfFreedom: 400)
    #expect(tail > 0.0005 && tail < 0.9995, "\(sum)")
  }
}

struct LikelihoodTests {
  private let sample = Sample()

  @Test(arguments: [PriorTrend.shifted, .scaled])
  func `The gradient of the posterior density is that of finite differences`(trend: PriorTrend) throws {
    let options = LikelihoodOptions(estimatesNugget: true)
    let objective = LikelihoodObjective(sample.dataWithPrior, trend: trend, options: options)
    let point = [-1.0, 0.2, -0.3, 0.5, -4]
    let gradient = try #require(objective(point)).gradient
    for index in point.indices {
      var (above, below) = (point, point)
      above[index] += 1e-5
      below[index] -= 1e-5
      let slope = (try #require(objective(above)).value - (try #require(objective(below)).value)) / 2e-5
      #expect(abs(gradient[index] - slope) < 1e-6 * max(1, abs(slope)), "\(index)")
    }
  }

  @Test func `Variables and parameters are inverse`() {
    let objective = LikelihoodObjective(
      sample.data, trend: .shifted, options: LikelihoodOptions(estimatesNugget: true))
    let back = objective.parameters(objective.variables(sample.parameters))
    #expect(abs(back.kernel.signalVariance / 2.5 - 1) < 1e-13 && abs(back.nugget / 0.01 - 1) < 1e-13)
    #expect(zip(back.kernel.lengthScales, [0.4, 0.7, 1.5]).allSatisfy { abs($0 / $1 - 1) < 1e-13 })
  }

  @Test func `A fit has no slope that the bounds do not hold, and is no worse than where it began`() throws {
    let options = LikelihoodOptions(starts: 2, iterations: 200)
    let objective = LikelihoodObjective(sample.data, trend: .shifted, options: options)
    let fitted = try #require(GaussianProcess.fitted(to: sample.data, options: options))
    let point = objective.variables(fitted.parameters)
    let (value, gradient) = try #require(objective(point))
    #expect(value < (try #require(objective(objective.bounds.centers)).value))
    for index in point.indices {
      let isHeld =
        abs(point[index] - objective.bounds.lower[index]) < 1e-9
        || abs(point[index] - objective.bounds.upper[index]) < 1e-9
      #expect(isHeld || abs(gradient[index]) < 0.01, "\(index): \(gradient[index])")
    }
  }

  @Test func `A coordinate that does not matter gets the greatest length scale`() throws {
    let points = LatinHypercube(count: 30, dimension: 3, seed: 2).points
    let values = points.map { PortableMath.sine(7 * $0[0]) + 0.3 * PortableMath.sine(3 * $0[2]) }
    let process = try #require(
      GaussianProcess.fitted(to: SurrogateData(points: points, values: values)))
    let scales = process.parameters.kernel.lengthScales
    #expect(scales[1] > 2 * scales[0] && scales[1] > scales[2], "\(scales)")
    #expect(process.leaveOneOut.explainedShare > 0.9)
  }

  @Test func `A nugget that is estimated finds the noise that was not stated`() throws {
    var stream = RandomStream(seed: 6, purpose: StreamPurpose(rawValue: 2))
    let points = LatinHypercube(count: 60, dimension: 1, seed: 2).points
    let values = points.map { 5 * $0[0] + 0.4 * stream.nextNormal() }
    let process = try #require(
      GaussianProcess.fitted(
        to: SurrogateData(points: points, values: values), options: LikelihoodOptions(estimatesNugget: true)))
    // Sixty values estimate a variance of 0.16 to about 20 %.
    #expect(process.parameters.nugget > 0.08 && process.parameters.nugget < 0.28)
  }

  @Test func `The quasi-Newton method finds the minimum of Rosenbrock's valley, and the bound before it`()
    throws
  {
    func rosenbrock(_ x: [Double]) -> (value: Double, gradient: [Double])? {
      let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
      return (a * a + 100 * b * b, [-2 * a - 400 * x[0] * b, 200 * b])
    }
    let wide = BoundedQuasiNewton(lower: [-2, -2], upper: [2, 2], iterations: 300, tolerance: 1e-14)
    let minimum = try #require(wide.minimum(from: [-1.2, 1], rosenbrock))
    #expect(abs(minimum.point[0] - 1) < 1e-4 && abs(minimum.point[1] - 1) < 1e-4)
    // With x₀ ≤ ½ the minimum is at (½, ¼).
    let narrow = BoundedQuasiNewton(lower: [-2, -2], upper: [0.5, 2], iterations: 300, tolerance: 1e-14)
    let held = try #require(narrow.minimum(from: [-1.2, 1], rosenbrock))
    #expect(held.point[0] == 0.5 && abs(held.point[1] - 0.25) < 1e-4)
    #expect(wide.minimum(from: [0, 0]) { _ in nil } == nil)
  }
}
