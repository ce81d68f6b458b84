/// A table of which it cannot be told what it lists.
public struct UnknownTable: Sendable, Equatable {
  /// The name it was given.
  public let name: String
  /// What it looks like most; nil where none of its columns is known.
  public let nearest: StudyTableKind?
  /// The keys of that kind of which it has no column.
  public let missing: [String]
  /// The headings of its columns.
  public let headings: [String]
  /// The line of the headings.
  private let line: Int
  /// The keys of each kind of which it has no column.
  private let lacking: [StudyTableKind: [String]]

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
    (headings, line) = (table.header.map(\.text).filter { !$0.isEmpty }, table.header[0].line)
    lacking = Dictionary(
      found.map { ($0.kind, $0.kind.missing(from: Set($0.places.keys))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// That the table is not used, what it lacks, and how to say it.
  public var text: LocalizedText {
    guard let nearest else {
      return LocalizedText(zh: "\(name)：看不出是什么表，没有使用", en: "\(name): what it lists cannot be told; not used")
    }
    let nouns = missing.map(StudyTableKind.noun(ofColumn:))
    let options = options(nearest)
    return LocalizedText(
      zh:
        "\(name)：没有使用。最像\(nearest.noun.zh)表，但没有认出\(nouns.map(\.zh).joined(separator: "、"))列；若是，请用 \(options.zh) 指明",
      en:
        "\(name): not used. It looks most like a table of \(nearest.noun.en), without a column known to hold "
        + "\(nouns.map(\.en).joined(separator: ", ")); if it is one, name it: \(options.en)")
  }

  /// The options that name the columns it lacks to be taken for a table of a kind.
  func options(_ kind: StudyTableKind) -> LocalizedText {
    func text(_ heading: String) -> String {
      (lacking[kind] ?? []).map { "--column \(kind.rawValue).\($0)=\(heading)" }.joined(separator: " ")
    }
    return LocalizedText(zh: text("列名"), en: text("HEADING"))
  }

  /// That it is not known while tables that a study needs are not there: its headings, and how to say that it is one of these.
  /// - Parameter kinds: the tables that are not there.
  func issue(lackingTablesOf kinds: [StudyTableKind]) -> ScenarioIssue {
    let most = 12
    let shown = (headings.prefix(most) + (headings.count > most ? ["…"] : [])).listed
    let ways = kinds.map { kind in
      LocalizedText(
        zh: "若是\(kind.noun.zh)表，请指明没有认出的列：\(options(kind).zh)",
        en: "if it is a table of \(kind.noun.en), name the columns that are not known: \(options(kind).en)")
    }
    return ScenarioIssue(
      file: name, line: line, column: 1, keyPath: "",
      problem: LocalizedText(
        zh: "从列名看不出 '\(name)' 是什么表；列名有 \(shown.zh)",
        en: "what '\(name)' lists cannot be told from its headings: \(shown.en)"),
      remedy: LocalizedText(
        zh: ways.map(\.zh).joined(separator: "；"), en: ways.map(\.en).joined(separator: "; ")))
  }
}
