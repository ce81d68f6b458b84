import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

extension Experiment {
  /// Replications that share a draw of the estimated numbers.
  public static let replicationsPerDraw = 2

  /// The world of a replication: the one of the study, or one with drawn numbers.
  func world(ofReplication replication: Int) -> World {
    guard let draws else { return world }
    let draw = replication / Self.replicationsPerDraw
    return World(
      compiling: draws.scenario(draw: draw, seed: seed), sharing: world, travelStore: travelStore)
  }

  /// Independent observations out of values by replication: the values, or their means by draw.
  func observations(_ values: [Double?]) -> [Double] {
    values.independent(by: draws == nil ? 1 : Self.replicationsPerDraw)
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
    let deviation = components.between.squareRoot()
    let interval = ConfidenceInterval(
      mean: 0, standardError: deviation, degreesOfFreedom: Double(components.groups - 1),
      level: world.scenario.experiment.confidence)
    return EstimateSpread.Spread(standardDeviation: deviation, halfWidth: interval.halfWidth)
  }
}

/// How far an indicator moves with the estimated numbers, chance within a replication taken off.
public struct EstimateSpread: Sendable, Equatable {
  /// How far a value moves.
  public struct Spread: Sendable, Equatable {
    /// The standard deviation over draws, in the unit of the indicator.
    public var standardDeviation: Double
    /// Half the width of the interval in which the value lies with the confidence of the study, by Student's t with the
    /// draws less one.
    public var halfWidth: Double
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
