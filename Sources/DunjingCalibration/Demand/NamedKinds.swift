import DunjingRecords
import DunjingScenario

/// Recorded names of kinds with the number of records that have them.
public struct NamedKinds: Sendable, Equatable {
  /// A name.
  public struct Name: Sendable, Equatable {
    /// The name as recorded, of all levels where there are several; may be empty.
    public let recorded: String
    /// The kind of the study that it was taken for, by its usual names; nil for none.
    public let kind: String?
    /// How many records have it.
    public let count: Int
  }

  /// The names, the most frequent first.
  public let names: [Name]

  /// How many records have one of the names.
  public var count: Int { names.reduce(0) { $0 + $1.count } }

  /// Counts the names of records.
  init(_ counts: [String: Int], kinds: [String: String] = [:]) {
    names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Name(recorded: $0.key, kind: kinds[$0.key], count: $0.value) }
  }

  /// Counts the names of all records, each with the kind of the study that it is without a table of kinds.
  public init(of records: [IncidentRecord], in study: Scenario?) {
    let map = KindMap().adding(KindMap().alike(records, in: study))
    var (counts, kinds) = ([String: Int](), [String: String]())
    for record in records {
      counts[record.kindPath, default: 0] += 1
      if let study { kinds[record.kindPath] = map.decision(on: record, in: study)?.kind }
    }
    self.init(counts, kinds: kinds)
  }
}
