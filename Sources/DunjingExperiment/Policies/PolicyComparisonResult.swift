import DunjingScenario
import DunjingSimulation
import DunjingStatistics
import DunjingWorld

/// What a ``PolicyComparison`` finds.
public struct PolicyComparisonResult: Sendable, Equatable {
  /// The names of the alternatives, in their order.
  public let alternatives: [LocalizedText]
  /// The id of the treatment that was played.
  public let treatment: String
  /// Replications of each alternative.
  public let replications: Int
  /// The level of all intervals.
  public let confidence: Double
  /// All shipped indicators that have data, then the custom ones.
  public let measures: [PolicyMeasure]
  /// Replications in which the number of waiting incidents grows without bound, by alternative: response has no steady state
  /// there, and its means say more about the horizon than about the policy.
  public let unstableReplications: [Int]

  init(_ comparison: PolicyComparison, plays: [[PolicyComparison.Play]]) {
    let scenario = comparison.world.scenario
    let level = scenario.experiment.confidence
    alternatives = comparison.alternatives.map(\.name)
    treatment = scenario.treatments[comparison.treatment].id
    replications = comparison.replications
    confidence = level
    unstableReplications = plays.map { $0.count(where: \.isQueueGrowing) }
    let shipped = Indicator.allCases.map { ($0.rawValue, $0.name, $0.unit, $0.direction) }
    let own = comparison.indicators.map { ($0.id, $0.name, $0.unit, $0.direction) }
    measures = (shipped + own).enumerated().compactMap { index, about in
      PolicyMeasure(
        id: about.0, name: about.1, unit: about.2, direction: about.3,
        values: plays.map { $0.map { $0.values[index] } }, level: level)
    }
  }

  /// Returns what was measured of an indicator; nil where no replication has data for it.
  public subscript(indicator: Indicator) -> PolicyMeasure? { self[indicator.rawValue] }

  /// Returns what was measured of an indicator, shipped or custom, by its id.
  public subscript(id: String) -> PolicyMeasure? { measures.first { $0.id == id } }
}

/// An indicator under each of the alternatives.
public struct PolicyMeasure: Sendable, Equatable {
  /// The id of the indicator.
  public let id: String
  /// Its name.
  public let name: LocalizedText
  /// The unit of its values.
  public let unit: IndicatorUnit
  /// Whether more is better.
  public let direction: Direction
  /// The values by alternative and then by replication; nil where there are no data.
  public let values: [[Double?]]
  /// The mean of each alternative with its interval, over the replications that have a value: its half width is not a number
  /// for a single one; nil without any.
  public let estimates: [ConfidenceInterval?]
  /// The difference of each alternative to the first one, over the replications that have a value under all, with its own
  /// interval, with one that holds for all alternatives together (Bonferroni) and tested among them (Holm), each indicator by
  /// itself; nil for the first, and with fewer than two such replications.
  public let differences: [PairedDifference?]

  /// Sums up an indicator; nil without any value.
  init?(
    id: String, name: LocalizedText, unit: IndicatorUnit, direction: Direction, values: [[Double?]],
    level: Double
  ) {
    guard values.contains(where: { $0.contains { $0 != nil } }) else { return nil }
    (self.id, self.name, self.unit, self.direction, self.values) = (id, name, unit, direction, values)
    estimates = values.map { own in
      let known = own.compactMap(\.self)
      guard let first = known.first else { return nil }
      return ConfidenceInterval(known, level: level)
        ?? ConfidenceInterval(mean: first, halfWidth: .nan, level: level)
    }
    let complete = values[0].indices.filter { replication in values.allSatisfy { $0[replication] != nil } }
    let paired = values.map { own in complete.compactMap { own[$0] } }
    let comparison = PairedComparison(
      baseline: paired[0], treatments: Array(paired.dropFirst()), level: level)
    differences = [nil] + (comparison?.differences ?? values.dropFirst().map { _ in nil })
  }

  /// How an alternative differs from the first one, all alternatives taken together.
  public enum Verdict: Sendable {
    /// It is better.
    case better
    /// It is worse.
    case worse
    /// It differs, in an indicator of which neither more nor less is better.
    case different
    /// It cannot be told apart.
    case notDistinguishable
  }

  /// Returns what may be said of an alternative beside the first one (Holm); nil for the first one and without an interval.
  public func verdict(of alternative: Int) -> Verdict? {
    guard let difference = differences[alternative] else { return nil }
    guard difference.isSignificant, difference.mean != 0 else { return .notDistinguishable }
    return switch direction {
    case .neutral: .different
    case .higherIsBetter: difference.mean > 0 ? .better : .worse
    case .lowerIsBetter: difference.mean < 0 ? .better : .worse
    }
  }
}
