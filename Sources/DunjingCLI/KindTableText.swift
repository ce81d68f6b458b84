import Dunjing

/// How to say with `--kinds` what recorded kinds are: the head and first rows of such a table.
struct KindTableText {
  /// The rows that are written out.
  private static let limit = 5

  private let names: [String]
  private let ids: [String]

  /// - Parameters:
  ///   - unmapped: recorded kinds that are none of the study.
  ///   - ids: the kinds of the study.
  init(_ unmapped: NamedKinds, ids: [String]) {
    names = unmapped.names.map(\.recorded).filter { !$0.isEmpty }.prefix(Self.limit).map { $0 }
    self.ids = ids
  }

  /// The lines; none where no recorded kind has a name.
  func lines(in language: TextLanguage) -> [String] {
    guard !names.isEmpty, let any = ids.first(where: { $0 == "other" }) ?? ids.last else { return [] }
    let head = LocalizedText(
      zh: "  --kinds kinds.csv；文件如下，kind 一列按实际改写，可写：\(ids.listed.zh)",
      en:
        "  --kinds kinds.csv, a file such as this; in the column kind write what is right, of \(ids.listed.en):"
    )
    return [head.text(in: language)]
      + (["recorded,kind"] + names.map { "\(CSVQuoting.cell($0)),\(any)" }).map { "    " + $0 }
  }
}
