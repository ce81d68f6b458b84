import DunjingNumerics
import DunjingRandom

/// How well a fitted distribution describes the sample it was fitted to.
///
/// The Anderson–Darling statistic, for rounded values in its form for groups. As the parameters are estimated from the same
/// sample, its probability comes from samples drawn from the fit, rounded alike and fitted again.
///
/// Sources: T. W. Anderson & D. A. Darling (1954), "A test of goodness of fit"; V. Choulakian, R. A. Lockhart & M. A.
/// Stephens (1994), "Cramér–von Mises statistics for discrete distributions", eq. 3; W. Stute, W. González Manteiga & M.
/// Presedo Quindimil (1993), "Bootstrap based goodness-of-fit tests".
public struct GoodnessOfFit: Sendable, Equatable {
  /// The Anderson–Darling statistic.
  public let statistic: Double
  /// The share of samples from the fit whose statistic is at least as large, with this sample counted.
  public let probability: Double
  /// The largest difference between the observed and the fitted cumulative probability.
  public let distance: Double
  /// The number of samples drawn.
  public let samples: Int

  /// Tests a fit; nil without one, and for samples with censored or unevenly grouped values, whose censoring is not known
  /// well enough to be repeated.
  /// - Parameters:
  ///   - fit: the fit that is tested.
  ///   - sample: the sample it was fitted to.
  ///   - samples: how many samples are drawn.
  ///   - seed: of the streams of the samples.
  /// - Complexity: O(samples · n log n).
  public init?(_ fit: DurationFit, _ sample: CensoredSample, samples: Int = 199, seed: UInt64) {
    guard let distribution = fit.distribution, sample.isExact || sample.unit != nil, !sample.isCensored
    else { return nil }
    let observed = Self.statistics(fit, sample)
    var (exceeding, drawn) = (0, 0)
    for index in 0..<samples {
      var stream = RandomStream(seed: seed, replication: index, purpose: .goodnessOfFit)
      var values = (0..<sample.count).map { _ in distribution.sample(using: &stream) }
      if let unit = sample.unit { values = values.map { unit * ($0 / unit).rounded() } }
      let copy = sample.unit.map { CensoredSample(values, roundedTo: $0) } ?? CensoredSample(values)
      let again = DurationFit(fit.family, to: copy)
      guard again.status == .fitted else { continue }
      drawn += 1
      if Self.statistics(again, copy).anderson >= observed.anderson { exceeding += 1 }
    }
    statistic = observed.anderson
    distance = observed.distance
    probability = Double(exceeding + 1) / Double(drawn + 1)
    self.samples = drawn
  }

  static func statistics(_ fit: DurationFit, _ sample: CensoredSample) -> (anderson: Double, distance: Double)
  {
    sample.isExact ? exactStatistics(fit, sample) : groupedStatistics(fit, sample)
  }

  /// A² = −n − 1/n Σ (2i − 1) (log F(xᵢ) + log(1 − F(xₙ₊₁₋ᵢ))).
  private static func exactStatistics(_ fit: DurationFit, _ sample: CensoredSample) -> (Double, Double) {
    let n = Double(sample.count)
    var (sum, distance, rank) = (NeumaierSum(), 0.0, 0.0)
    for group in sample.groups {
      let (below, above) = fit.family.tails(group.lower, fit.point)
      let logBelow = PortableMath.logarithm(max(below, 1e-300))
      let logAbove = PortableMath.logarithm(max(above, 1e-300))
      // Over the ranks i of equal values, Σ (2i − 1) and Σ (2n + 1 − 2i).
      let last = rank + group.count
      let weight = last * last - rank * rank
      sum.add(weight * logBelow + (2 * n * group.count - weight) * logAbove)
      distance = max(distance, max(below - rank / n, last / n - below))
      rank = last
    }
    return (-n - sum.value / n, distance)
  }

  /// A² = 1/n Σ Zⱼ² pⱼ / (Hⱼ (1 − Hⱼ)), Zⱼ being the observed less the expected number up to group j.
  private static func groupedStatistics(_ fit: DurationFit, _ sample: CensoredSample) -> (Double, Double) {
    let n = Double(sample.count)
    var (sum, distance, observed, before) = (NeumaierSum(), 0.0, 0.0, 0.0)
    for group in sample.groups {
      let start = fit.family.tails(group.lower, fit.point).below
      let (below, above) = fit.family.tails(group.upper, fit.point)
      // What lies between the groups, where nothing was observed, is a group too.
      let cells = [
        (below: start, above: 1 - start, count: 0.0), (below: below, above: above, count: group.count)
      ]
      for cell in cells {
        observed += cell.count
        let difference = observed / n - cell.below
        let mass = cell.below - before
        if mass > 0, cell.below > 0, cell.above > 1e-12 {
          sum.add(n * difference * difference * mass / (cell.below * cell.above))
          distance = max(distance, difference.magnitude)
        }
        before = max(before, cell.below)
      }
    }
    return (sum.value, distance)
  }
}
