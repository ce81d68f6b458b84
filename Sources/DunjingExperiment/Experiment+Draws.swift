import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension Experiment {
  /// Replications that share a draw of the estimated numbers.
  public static let replicationsPerDraw = 2

  /// Lets replications draw the estimates of the study, if it asks for that and has any.
  /// - Parameters:
  ///   - bundle: the files of the study.
  ///   - overrides: keys set on top of them; if they replace every estimate, nothing is drawn.
  ///   - travelStore: where travel times may have been kept; those of drawn speeds are not, as they would only push
  ///     others out.
  public mutating func drawEstimates(
    of bundle: ScenarioBundle, setting overrides: [ScenarioOverride], travelStore: (any TravelStore)?
  ) throws {
    guard world.scenario.experiment.estimates == .drawn else { return }
    let draws = try EstimateDraws(bundle, setting: overrides)
    guard !draws.numbers.isEmpty else { return }
    self.draws = draws
    self.travelStore = travelStore.map(KnownTravel.init)
  }

  /// The world of a replication: the one of the study, or one with drawn numbers.
  package func world(ofReplication replication: Int) -> World {
    guard let draws else { return world }
    let draw = replication / Self.replicationsPerDraw
    return World(
      compiling: draws.scenario(draw: draw, seed: seed), sharing: world, travelStore: travelStore)
  }

  /// Independent observations out of values by replication: the values, or their means by draw.
  func observations(_ values: [Double?]) -> [Double] {
    values.independent(by: replicationsPerObservation)
  }

  /// Replications that make an independent observation.
  var replicationsPerObservation: Int { draws == nil ? 1 : Self.replicationsPerDraw }

  /// Rounds the numbers of replications up to whole draws.
  public mutating func fillDraws() {
    let size = replicationsPerObservation
    func filled(_ count: Int) -> Int { (count + size - 1) / size * size }
    replications = filled(replications)
    if let maximum = precision?.maximumReplications { precision?.maximumReplications = filled(maximum) }
  }

  /// What the draws leave open of every indicator of a treatment; empty without draws.
  func spreads(_ position: Int, _ results: [[ReplicationResult]], baseline: Int) -> [EstimateSpread] {
    guard draws != nil else { return [] }
    return Indicator.allCases.compactMap { indicator in
      guard let level = components(results.map { $0[position][indicator] }) else { return nil }
      let differences = results.map { replication -> Double? in
        guard let own = replication[position][indicator], let base = replication[baseline][indicator] else {
          return nil
        }
        return own - base
      }
      return EstimateSpread(
        indicator: indicator, level: spread(level),
        difference: position == baseline ? nil : components(differences).map(spread))
    }
  }

  private func components(_ values: [Double?]) -> VarianceComponents? {
    let size = Self.replicationsPerDraw
    let draws = values.chunked(by: size).map { $0.compactMap(\.self) }
    return VarianceComponents(draws.filter { $0.count == size })
  }

  private func spread(_ components: VarianceComponents) -> EstimateSpread.Spread {
    EstimateSpread.Spread(
      standardDeviation: components.between.squareRoot(),
      halfWidth: components.halfWidth(level: world.scenario.experiment.confidence),
      isTold: components.isTold)
  }
}

/// Travel times that are there, and no new ones.
private struct KnownTravel: TravelStore {
  let store: any TravelStore

  func seconds(for key: TravelKey) -> [Float]? { store.seconds(for: key) }
  func keep(_ seconds: [Float], for key: TravelKey) {}
}

/// How far an indicator moves with the estimated numbers, chance within a replication taken off.
public struct EstimateSpread: Sendable, Equatable {
  /// How far a value moves.
  public struct Spread: Sendable, Equatable {
    /// The standard deviation over draws, in the unit of the indicator; what chance adds is taken off, so that it may be zero.
    public var standardDeviation: Double
    /// Half the width of the range in which the value lies with the confidence of the study
    /// (`VarianceComponents.halfWidth(level:)`).
    public var halfWidth: Double
    /// Whether it is told from chance; otherwise the half width is what it may be at most.
    public var isTold: Bool
  }

  /// The indicator.
  public var indicator: Indicator
  /// Of its level.
  public var level: Spread
  /// Of its difference to the baseline; nil for the baseline itself.
  public var difference: Spread?
}

/// The draws of the estimated numbers of a study.
public struct DrawOutcome: Sendable, Equatable {
  /// Numbers that were drawn.
  public var numbers: Int
  /// Draws of all of them.
  public var draws: Int

  /// Draws below which their spread is known roughly only.
  public static let few = 10

  /// What the reader has to know.
  var warnings: [LocalizedText] {
    guard draws < Self.few else { return [] }
    return [
      LocalizedText(
        zh: "只抽取了 \(draws) 组参数：数据留下多少不确定只能粗略估计；至少 \(2 * Self.few) 次重复为宜。",
        en:
          "Only \(draws) draws of the estimated numbers: what the data leave open is known roughly; play at least "
          + "\(2 * Self.few) replications.")
    ]
  }
}

extension [Double?] {
  /// Values as they are, or means of blocks that share something; of a block, only what is there.
  func independent(by size: Int) -> [Double] {
    guard size > 1 else { return compactMap(\.self) }
    return chunked(by: size).compactMap { block in
      let values = block.compactMap(\.self)
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
  }

  /// Blocks of a size; the last one may be smaller.
  func chunked(by size: Int) -> [ArraySlice<Double?>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
