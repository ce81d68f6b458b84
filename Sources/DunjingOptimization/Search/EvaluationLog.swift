/// A mean over replications with its standard error.
public struct NoisyValue: Sendable, Equatable, Codable {
  /// The mean.
  public var mean: Double
  /// The standard error of the mean; 0 where the value is exact.
  public var standardError: Double

  /// Creates a value.
  /// - Precondition: the standard error is not negative.
  public init(mean: Double, standardError: Double = 0) {
    precondition(!(standardError < 0), "a standard error is not negative")
    (self.mean, self.standardError) = (mean, standardError)
  }

  var isFinite: Bool { mean.isFinite && standardError.isFinite }

  /// The value of two independent means of the same quantity, weighted by their precision.
  func merged(_ other: NoisyValue, ownCount: Int) -> NoisyValue {
    let (own, new) = (standardError * standardError, other.standardError * other.standardError)
    if own == 0 && new == 0 {
      return NoisyValue(mean: mean + (other.mean - mean) / Double(ownCount + 1))
    }
    let share = own / (own + new)
    return NoisyValue(
      mean: mean + share * (other.mean - mean), standardError: (own * new / (own + new)).squareRoot())
  }
}

/// What is known of one point.
public struct Evaluation: Sendable, Equatable, Codable {
  /// The point.
  public let point: [Double]
  /// The objective, over all times it was told.
  public internal(set) var objective: NoisyValue
  /// The constraints, each feasible at or below 0.
  public internal(set) var constraints: [NoisyValue]
  /// What another model says of the objective.
  public let priorMean: Double?
  /// How often the point was told.
  public internal(set) var count: Int
}

/// Everything that a search was told.
struct EvaluationLog: Sendable, Equatable, Codable {
  private(set) var evaluations: [Evaluation] = []
  /// Points whose evaluation gave no number.
  private(set) var failures: [[Double]] = []
  /// The sums of the squared standard errors as they were told: of the objective, then of each constraint.
  private var varianceSums: [Double]
  /// How many values were told.
  private(set) var tellCount = 0

  init(outputs: Int) { varianceSums = [Double](repeating: 0, count: outputs) }

  /// The mean squared standard error of a told value, for each output.
  var noiseVariances: [Double] { varianceSums.map { $0 / Double(max(tellCount, 1)) } }

  mutating func add(_ point: [Double], _ values: [NoisyValue], priorMean: Double?) {
    precondition(
      values.count == varianceSums.count, "a search of \(varianceSums.count) outputs was told \(values.count)"
    )
    guard values.allSatisfy(\.isFinite), priorMean?.isFinite ?? true else {
      failures.append(point)
      return
    }
    tellCount += 1
    for index in values.indices {
      varianceSums[index] += values[index].standardError * values[index].standardError
    }
    guard let known = evaluations.firstIndex(where: { $0.point == point }) else {
      evaluations.append(
        Evaluation(
          point: point, objective: values[0], constraints: Array(values[1...]), priorMean: priorMean, count: 1
        ))
      return
    }
    let count = evaluations[known].count
    evaluations[known].objective = evaluations[known].objective.merged(values[0], ownCount: count)
    for index in evaluations[known].constraints.indices {
      let old = evaluations[known].constraints[index]
      evaluations[known].constraints[index] = old.merged(values[index + 1], ownCount: count)
    }
    evaluations[known].count = count + 1
  }
}
