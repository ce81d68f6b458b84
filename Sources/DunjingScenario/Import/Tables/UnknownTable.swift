/// A table of which it cannot be told what it lists.
public struct UnknownTable: Sendable, Equatable {
  /// The name it was given.
  public let name: String
  /// What it looks like most; nil where none of its columns is known.
  public let nearest: StudyTableKind?
  /// The keys of that kind of which it has no column.
  public let missing: [String]

  /// Looks for the kind that lacks the fewest columns; of several, the one whose columns and rows look most like it.
  init(_ table: OfficeTable, _ found: [StudyTableColumns]) {
    name = table.name
    let lacks = found.filter { !$0.places.isEmpty }.map { columns in
      (
        kind: columns.kind, keys: columns.kind.missing(from: Set(columns.places.keys)),
        likeness: MatchedTable(table, columns).likeness
      )
    }
    let best = lacks.min { ($0.keys.count, -$0.likeness) < ($1.keys.count, -$1.likeness) }
    (nearest, missing) = (best?.kind, best?.keys ?? [])
  }

  /// That the table is not used, what it lacks, and how to say it.
  public var text: LocalizedText {
    guard let nearest else {
      return LocalizedText(zh: "\(name)：看不出是什么表，没有使用", en: "\(name): what it lists cannot be told; not used")
    }
    let nouns = missing.map(StudyTableKind.noun(ofColumn:))
    let options = { (heading: String) in
      missing.map { "--column \(nearest.rawValue).\($0)=\(heading)" }.joined(separator: " ")
    }
    return LocalizedText(
      zh:
        "\(name)：没有使用。最像\(nearest.noun.zh)表，但没有认出\(nouns.map(\.zh).joined(separator: "、"))列；若是，请用 \(options("列名")) 指明",
      en:
        "\(name): not used. It looks most like a table of \(nearest.noun.en), without a column known to hold "
        + "\(nouns.map(\.en).joined(separator: ", ")); if it is one, name it: \(options("HEADING"))")
  }
}
