import DunjingScenario
import DunjingSimulation
import DunjingStatistics

/// What a sweep found.
public struct SweepOutcome: Sendable, Equatable {
  /// An indicator of a treatment at a point.
  public struct Estimate: Sendable, Equatable {
    /// The indicator.
    public let indicator: Indicator
    /// Its mean; nil where some replication has no value.
    public let level: ConfidenceInterval?
    /// The paired difference to the baseline at the same point; nil for the baseline itself.
    public let difference: ConfidenceInterval?
  }

  /// A treatment at a point.
  public struct Row: Sendable, Equatable {
    /// The point, by its place in the design.
    public let point: Int
    /// A value for each factor.
    public let values: [String]
    /// The id of the treatment.
    public let treatment: String
    /// Whether it is the baseline of its point.
    public let isBaseline: Bool
    /// The indicators.
    public let estimates: [Estimate]
  }

  /// What varied.
  public let design: SweepDesign
  /// The ids of the treatments played besides the baseline.
  public let treatments: [String]
  /// The indicators, in the order asked for.
  public let indicators: [Indicator]
  /// Replications of each treatment at each point.
  public let replications: Int
  /// The level of each interval by itself.
  public let confidence: Double
  /// Whether the points had world, warm-up and baseline in common.
  public let sharesWarmUp: Bool
  /// Every treatment at every point, point by point, the baseline first.
  public let rows: [Row]
  /// Response surfaces where all values are numbers: of the difference to the baseline for each treatment, and of the
  /// level of the baseline where it varies.
  public let surfaces: [SweepSurface]

  /// Puts together what a sweep played.
  /// - Precondition: the ledger holds every replication of the sweep.
  public init(_ sweep: Sweep, _ ledger: PlanLedger, indicators: [Indicator]) {
    let isShared = sweep.sharesWarmUp
    confidence = sweep.studies[0].scenario.experiment.confidence
    (design, treatments, replications) = (sweep.design, sweep.treatments, sweep.replications)
    self.indicators = indicators
    sharesWarmUp = isShared
    let samples = SweepSamples(sweep, ledger, isShared: isShared)
    let level = confidence
    rows = sweep.studies.indices.flatMap { point in
      samples.ids(at: point).enumerated().map { place, id in
        Row(
          point: point, values: sweep.design.points[point], treatment: id, isBaseline: place == 0,
          estimates: indicators.map { indicator in
            Estimate(
              indicator: indicator,
              level: samples.levels(indicator, of: id, at: point).flatMap {
                ConfidenceInterval($0, level: level)
              },
              difference: place == 0
                ? nil
                : samples.differences(indicator, of: id, at: point).flatMap {
                  ConfidenceInterval($0, level: level)
                })
          })
      }
    }
    surfaces = SweepSurface.all(samples, sweep, indicators: indicators)
  }

  /// The rows of a treatment, point by point; nil stands for the baseline of each point.
  public func rows(of treatment: String?) -> [Row] {
    rows.filter { treatment == nil ? $0.isBaseline : $0.treatment == treatment && !$0.isBaseline }
  }
}

/// The replications of a sweep, by treatment and point.
struct SweepSamples {
  private let sweep: Sweep
  private let ledger: PlanLedger
  private let isShared: Bool

  init(_ sweep: Sweep, _ ledger: PlanLedger, isShared: Bool) {
    (self.sweep, self.ledger, self.isShared) = (sweep, ledger, isShared)
  }

  func ids(at point: Int) -> [String] { sweep.ids(at: point) }

  /// An indicator, replication by replication; nil where one has no value.
  func levels(_ indicator: Indicator, of id: String, at point: Int) -> [Double]? {
    let key = sweep.key(id, at: point, isShared)
    let values = (0..<sweep.replications).compactMap {
      ledger.values(of: key, replication: $0)?[indicator]
    }
    return values.count == sweep.replications ? values : nil
  }

  /// An indicator less that of the baseline, replication by replication.
  func differences(_ indicator: Indicator, of id: String, at point: Int) -> [Double]? {
    guard let own = levels(indicator, of: id, at: point),
      let other = levels(indicator, of: ids(at: point)[0], at: point)
    else { return nil }
    return zip(own, other).map(-)
  }
}
