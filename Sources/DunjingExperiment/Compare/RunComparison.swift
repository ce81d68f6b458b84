import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// Two runs compared, treatment by treatment and indicator by indicator: the second minus the first.
///
/// Runs of the same seed are compared pair by pair, as far as both have replications: replication r of both draws from the same
/// streams, so that what the runs share cancels out. Others are compared as independent samples (Welch). Each interval
/// holds by itself; whether a difference is told from none is tested for all differences together (Holm).
public struct RunComparison: Sendable, Equatable {
  /// A finished run: what was pooled, and the replications it was pooled from.
  public struct Run: Sendable {
    /// The outcome.
    public var result: ExperimentResult
    /// By replication, then by treatment in the order of the result.
    public var replications: [[ReplicationResult]]

    /// Creates a run.
    public init(result: ExperimentResult, replications: [[ReplicationResult]]) {
      (self.result, self.replications) = (result, replications)
    }

    /// The values of an indicator under a treatment by replication, nil where there is none.
    func values(_ indicator: Indicator, under treatment: Int) -> [Double?] {
      replications.map { $0[treatment][indicator] }
    }
  }

  /// How replications are compared.
  public enum Method: String, Sendable, Codable {
    /// Pair by pair, by Student's t.
    case paired
    /// As independent samples, by Welch's t.
    case independent
  }

  /// A treatment of the first run and one of the second, by id.
  public struct Pair: Sendable, Equatable {
    /// The id in the first run.
    public var first: String
    /// The id in the second run.
    public var second: String

    /// Creates a pair.
    public init(first: String, second: String) { (self.first, self.second) = (first, second) }
  }

  /// What may be said of a difference.
  public enum Verdict: String, Sendable, Codable {
    /// It is told from none, all differences of the comparison taken together.
    case different
    /// Its own interval leaves out none, but among so many differences that may be chance.
    case hint
    /// Its interval holds none.
    case notDistinguishable
    /// There are too few replications for an interval.
    case unknown
  }

  /// The difference of an indicator.
  public struct Difference: Sendable, Equatable {
    /// What is compared.
    public var indicator: Indicator
    /// The mean of the first run, in the unit of the indicator.
    public var first: Double
    /// The mean of the second run, in the same unit.
    public var second: Double
    /// The second minus the first, in the same unit.
    public var difference: Double
    /// Half the width of the interval, in the same unit; nil without one.
    public var halfWidth: Double?
    /// The two-sided p-value; nil without an interval.
    public var probability: Double?
    /// The p-value adjusted by Holm over all differences of the comparison.
    public var adjustedProbability: Double?
    /// What may be said.
    public var verdict: Verdict

    /// The difference as a share of the first mean's size; nil if that is zero.
    public var relative: Double? { first == 0 ? nil : difference / first.magnitude }
    /// Half the width as such a share, the first mean taken as known.
    public var relativeHalfWidth: Double? { first == 0 ? nil : halfWidth.map { $0 / first.magnitude } }
  }

  /// A pair of treatments with its differences.
  public struct Treatment: Sendable, Equatable {
    /// The ids.
    public var pair: Pair
    /// The outcome in the first run.
    public var first: TreatmentResult
    /// The outcome in the second run.
    public var second: TreatmentResult
    /// The differences, in the order of `Indicator`; without those that have no steady value in a run.
    public var differences: [Difference]
  }

  /// Observations of either run, at most, on which the differences rest.
  public struct Basis: Sendable, Equatable {
    /// Those of the first run: replications, or draws of estimated numbers. Where runs are paired, those that both have.
    public var first: Int
    /// Those of the second run.
    public var second: Int
    /// Replications that make an observation: one, or those that share a draw.
    public var replicationsEach: Int

    /// Observations of either run below which it is no conclusion that runs are not told apart.
    public static let few = 10

    /// Whether there are so few of either run.
    public var isSmall: Bool { min(first, second) < Self.few }
  }

  /// How replications were compared.
  public let method: Method
  /// On how many of them.
  public let basis: Basis
  /// The level of intervals and of all verdicts together: the higher one of the two runs.
  public let confidence: Double
  /// The treatments that both runs have.
  public let treatments: [Treatment]

  /// The number of differences tested together.
  public var count: Int { treatments.map { $0.differences.count { $0.probability != nil } }.reduce(0, +) }

  /// The pairs of treatments that have the same id in both runs, in the order of the first.
  public static func matches(_ first: ExperimentResult, _ second: ExperimentResult) -> [Pair] {
    first.treatments.map(\.id).filter { id in second.treatments.contains { $0.id == id } }.map {
      Pair(first: $0, second: $0)
    }
  }

  /// Compares two runs.
  /// - Parameters:
  ///   - first: the run that is compared with.
  ///   - second: the run whose differences to the first are given.
  ///   - pairs: treatments to compare; ids that a run does not have are left out.
  public init(_ first: Run, _ second: Run, pairs: [Pair]) {
    // Replications of the same number draw from the same streams, however many there are of either run.
    let isPaired = first.result.seed == second.result.seed
    let method = isPaired ? Method.paired : .independent
    let level = max(first.result.confidence, second.result.confidence)
    let size = [first, second].contains { $0.result.draws != nil } ? Experiment.replicationsPerDraw : 1
    let played = [first, second].map(\.replications.count)
    let used = isPaired ? [min(played[0], played[1]), min(played[0], played[1])] : played
    let counts = used.map { ($0 + size - 1) / size }
    basis = Basis(first: counts[0], second: counts[1], replicationsEach: size)
    let raw = pairs.compactMap { Self.treatment($0, first, second, method, level: level, by: size) }
    self.method = method
    confidence = level
    treatments = Self.judged(raw, level: level)
  }

  private static func treatment(
    _ pair: Pair, _ first: Run, _ second: Run, _ method: Method, level: Double, by size: Int
  ) -> Treatment? {
    guard let a = first.result.treatments.firstIndex(where: { $0.id == pair.first }),
      let b = second.result.treatments.firstIndex(where: { $0.id == pair.second })
    else { return nil }
    let (before, after) = (first.result.treatments[a], second.result.treatments[b])
    let indicators = Indicator.allCases.filter { before.isSteady($0) && after.isSteady($0) }
    return Treatment(
      pair: pair, first: before, second: after,
      differences: indicators.compactMap {
        difference(
          $0, first.values($0, under: a), second.values($0, under: b), method, level: level, by: size)
      })
  }

  private static func difference(
    _ indicator: Indicator, _ first: [Double?], _ second: [Double?], _ method: Method, level: Double,
    by size: Int
  ) -> Difference? {
    var (first, second) = (first, second)
    if method == .paired {
      let both = zip(first, second).map { one, other in one.flatMap { x in other.map { (x, $0) } } }
      (first, second) = (both.map { $0?.0 }, both.map { $0?.1 })
    }
    let (a, b) = (first.independent(by: size), second.independent(by: size))
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let (meanA, meanB) = (Tally(a).mean, Tally(b).mean)
    // A mechanism that neither run uses is nothing to compare.
    if indicator.direction == .neutral && meanA == 0 && meanB == 0 { return nil }
    guard
      let found = method == .paired ? MeanDifference(paired: a, b) : MeanDifference(independent: a, b)
    else {
      return Difference(
        indicator: indicator, first: meanA, second: meanB, difference: meanB - meanA, verdict: .unknown)
    }
    return Difference(
      indicator: indicator, first: meanA, second: meanB, difference: found.mean,
      halfWidth: found.interval(level: level).halfWidth, probability: found.probability, verdict: .unknown)
  }

  /// The differences with their verdicts, which hold for all of them together.
  private static func judged(_ treatments: [Treatment], level: Double) -> [Treatment] {
    let probabilities = treatments.flatMap { $0.differences.compactMap(\.probability) }
    var adjusted = MeanDifference.adjusted(probabilities)[...]
    var judged = treatments
    for treatment in judged.indices {
      for number in judged[treatment].differences.indices {
        guard let own = judged[treatment].differences[number].probability else { continue }
        let family = adjusted.removeFirst()
        judged[treatment].differences[number].adjustedProbability = family
        judged[treatment].differences[number].verdict =
          family <= 1 - level ? .different : own <= 1 - level ? .hint : .notDistinguishable
      }
    }
    return judged
  }
}
