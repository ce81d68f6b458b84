import DunjingSimulation

/// One replication of one plan, as it is written down.
public struct PlanRecord: Sendable, Equatable, Codable {
  /// The plan.
  public var plan: String
  /// The number of the replication.
  public var replication: Int
  /// Its indicators.
  public var values: IndicatorValues

  /// Creates a record.
  public init(plan: String, replication: Int, values: IndicatorValues) {
    (self.plan, self.replication, self.values) = (plan, replication, values)
  }

  /// What it is a record of.
  var slot: PlanSlot { PlanSlot(plan: plan, replication: replication) }
}

/// A replication of a plan, to be played or played.
struct PlanSlot: Hashable, Sendable {
  /// The plan.
  let plan: String
  /// The number of the replication.
  let replication: Int
}

/// Everything that has been played, by plan and replication: nothing in it is ever played again.
///
/// A search that is stopped goes on from its ledger. It asks for the same plans in the same order and finds them there, so
/// that it ends with the same result as one that was never stopped.
public struct PlanLedger: Sendable {
  private var values: [String: [Int: IndicatorValues]] = [:]

  /// Creates a ledger of records; of equal ones the last counts.
  public init(_ records: some Sequence<PlanRecord> = []) {
    for record in records { note(record) }
  }

  /// The number of replications in it.
  public var count: Int { values.values.reduce(0) { $0 + $1.count } }

  /// Writes a record down.
  public mutating func note(_ record: PlanRecord) {
    values[record.plan, default: [:]][record.replication] = record.values
  }

  /// Returns a replication of a plan, if it has been played.
  public func values(of plan: String, replication: Int) -> IndicatorValues? { values[plan]?[replication] }

  /// Returns what was played of a slot, if it was.
  func values(of slot: PlanSlot) -> IndicatorValues? { values[slot.plan]?[slot.replication] }
}
