import Dunjing

/// How to say with `--kinds` what recorded kinds are: such a table, with the kind that each is likely to be.
struct KindTableText {
  /// The most rows that are written out.
  private static let limit = 40

  private let names: [NamedKinds.Name]
  private let ids: [String]

  /// - Parameters:
  ///   - unmapped: recorded kinds that are none of the study.
  ///   - ids: the kinds of the study.
  init(_ unmapped: NamedKinds, ids: [String]) {
    names = unmapped.names.filter { !$0.recorded.isEmpty }
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
    let rows = names.prefix(Self.limit).map { "\(CSVQuoting.cell($0.recorded)),\($0.kind ?? any)" }
    return [head.text(in: language)] + (["recorded,kind"] + rows).map { "    " + $0 }
      + [left, levels].compactMap { $0?.text(in: language) }
  }

  /// How many rows are not written out; nil for none.
  private var left: LocalizedText? {
    let count = names.count - Self.limit
    guard count > 0 else { return nil }
    return LocalizedText(
      zh: "  另有 \(count) 类未列出，请照此补写",
      en: "  \(EnglishCount.text(count, "more kind is", "more kinds are")) not listed: add them likewise")
  }

  /// That one row may say what all of a coarser kind are, where kinds have several levels.
  private var levels: LocalizedText? {
    guard names.contains(where: { $0.recorded.contains(" / ") }) else { return nil }
    return LocalizedText(
      zh: "  recorded 一列也可只写其中一级，例如用一行对应整个上级类别",
      en: "  recorded may also be one level alone: one row for all of a coarser kind")
  }
}
