import DunjingScenario
import DunjingSimulation

/// A measure of one's own, beside the shipped `Indicator`s: worked out once for each replication, from its result and, if
/// need be, from what a recorder kept of its measured days.
public struct CustomIndicator: Sendable {
  /// The id, by which results are looked up.
  public let id: String
  /// The name, for tables.
  public let name: LocalizedText
  /// The unit of its values.
  public let unit: IndicatorUnit
  /// Whether more is better.
  public let direction: Direction
  /// The recorder that each replication gets a copy of; nil where the result is enough.
  let recorder: (any TraceRecorder)?
  private let evaluate: @Sendable ((any TraceRecorder)?, ReplicationResult) -> Double?

  /// Creates an indicator of the result of a replication.
  /// - Parameters:
  ///   - id: the id, by which results are looked up.
  ///   - name: the name; the id unless given.
  ///   - unit: the unit of its values.
  ///   - direction: whether more is better.
  ///   - value: the value in `unit`; nil where the replication has no data for it.
  public init(
    _ id: String, name: LocalizedText? = nil, unit: IndicatorUnit, direction: Direction,
    value: @escaping @Sendable (ReplicationResult) -> Double?
  ) {
    (self.id, self.name, self.unit, self.direction) = (id, name ?? LocalizedText(id), unit, direction)
    recorder = nil
    evaluate = { _, result in value(result) }
  }

  /// Creates an indicator of what a recorder keeps.
  /// - Parameters:
  ///   - id: the id, by which results are looked up.
  ///   - name: the name; the id unless given.
  ///   - unit: the unit of its values.
  ///   - direction: whether more is better.
  ///   - recorder: what each replication begins with a copy of, as measurement begins.
  ///   - value: the value in `unit`; nil where the replication has no data for it.
  public init<Recorder: TraceRecorder>(
    _ id: String, name: LocalizedText? = nil, unit: IndicatorUnit, direction: Direction, recorder: Recorder,
    value: @escaping @Sendable (Recorder, ReplicationResult) -> Double?
  ) {
    (self.id, self.name, self.unit, self.direction) = (id, name ?? LocalizedText(id), unit, direction)
    self.recorder = recorder
    evaluate = { kept, result in (kept as? Recorder).flatMap { value($0, result) } }
  }

  /// The value in a replication.
  func value(_ kept: (any TraceRecorder)?, _ result: ReplicationResult) -> Double? { evaluate(kept, result) }
}

/// Tells several recorders the same entries.
struct RecorderGroup: TraceRecorder {
  /// One for each indicator; nil where it needs none.
  private(set) var recorders: [(any TraceRecorder)?]

  init(_ indicators: [CustomIndicator]) { recorders = indicators.map(\.recorder) }

  /// Whether nobody has to be told.
  var isEmpty: Bool { recorders.allSatisfy { $0 == nil } }

  mutating func record(_ entry: TraceEntry) {
    for index in recorders.indices { recorders[index]?.record(entry) }
  }
}
