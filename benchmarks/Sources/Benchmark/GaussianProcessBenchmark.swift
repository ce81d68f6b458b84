import Dispatch
import DunjingOptimization
import DunjingRandom
import DunjingStatistics

/// `gaussian-process`: one iteration of a search with many evaluations: the covariances factored anew, a few steps of the
/// likelihood from the hyperparameters of the last iteration, candidates predicted, and a point chosen.
///
/// Work is counted in evaluated points times candidates. The seconds are those of an iteration; `factored` and `predicted`
/// are those of the two parts that every iteration has. The value is the posterior mean of the answer.
enum GaussianProcessBenchmark {
  /// Runs some iterations on a noisy bowl and returns the figures of the median one as JSON.
  static func figures(points: Int, candidates: Int, dimension: Int, iterations: Int, seed: UInt64) -> String {
    let box = Box(
      lower: [Double](repeating: 0, count: dimension), upper: [Double](repeating: 1, count: dimension))
    // Half as many candidates again are steps from the best points.
    let options = SearchOptions(dimension: dimension, initialCount: 0, candidateCount: candidates * 2 / 3)
    var search = BayesianSearch(domain: SearchDomain(box: box), options: options, seed: seed)
    var stream = RandomStream(seed: seed, purpose: .init(rawValue: 10))
    let design = LatinHypercube(count: points, dimension: dimension, draws: 1, seed: seed).points
    for point in design {
      search.tell(point, mean: bowl(point) + 0.1 * stream.nextNormal(), standardError: 0.1)
    }
    // The first batch maximizes the likelihood from several starts.
    _ = search.ask()
    var seconds: [Double] = []
    for _ in 0..<iterations {
      var asked: [[Double]] = []
      seconds.append(time { asked = search.ask() })
      for point in asked {
        search.tell(point, mean: bowl(point) + 0.1 * stream.nextNormal(), standardError: 0.1)
      }
    }
    let parts = parts(search, candidates: candidates)
    return "{\"work\": \(points * candidates), \"seconds\": \(seconds.sorted()[iterations / 2]), "
      + "\"factored\": \(parts.factored), \"predicted\": \(parts.predicted), "
      + "\"value\": \(search.answer?.interval.mean ?? .nan)}"
  }

  private static func parts(
    _ search: BayesianSearch, candidates: Int
  ) -> (factored: Double, predicted: Double) {
    let evaluations = search.evaluations
    let data = SurrogateData(
      points: evaluations.map(\.point), values: evaluations.map(\.objective.mean),
      noiseVariances: evaluations.map { $0.objective.standardError * $0.objective.standardError })
    let kernel = MaternKernel(
      lengthScales: [Double](repeating: 1, count: data.dimension), signalVariance: 1)
    var process: GaussianProcess?
    let factored = time {
      process = GaussianProcess(data, parameters: GaussianProcessParameters(kernel: kernel))
    }
    var sequence = SobolSequence(dimension: data.dimension, scramblingSeed: 1)
    let places = sequence.points(candidates)
    return (factored, time { _ = process?.predicted(at: places) })
  }

  private static func time(_ body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
  }

  private static func bowl(_ point: [Double]) -> Double {
    point.enumerated().reduce(0) { sum, part in
      sum + Double(part.offset + 1) * (part.element - 0.3) * (part.element - 0.3)
    }
  }
}
