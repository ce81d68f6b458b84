extension Shapes {
  static let report = RecordShape(
    "report",
    [
      .key(
        "title", .localizedText, zh: "报告标题。", en: "The title of the report.",
        default: .rule(zh: "研究的名称", en: "the name of the study"), effect: .information),
      .key(
        "documentNumber", .text, zh: "文号；空则不印。",
        en: "The number the document is filed under; not shown if empty.",
        default: .text(""), effect: .information),
      .key(
        "organization", .localizedText, zh: "制发单位；空则不印。", en: "Who issues the report; not shown if empty.",
        default: .text(""), effect: .information),
      .key(
        "classification", .localizedText, zh: "密级；空则不印。", en: "The classification; not shown if empty.",
        default: .text(""), effect: .information)
    ])
  static let source = RecordShape(
    "source",
    [
      .required(
        "key", .text, zh: "所说明的键，如 dispatch.callTakingSeconds。",
        en: "The key the note is about, such as dispatch.callTakingSeconds.", effect: .information),
      .required(
        "mark", .choice(of: SourceMark.self), zh: "可靠程度。", en: "How sure the number is.", effect: .information
      ),
      .key(
        "note_zh", .text, zh: "来源或理由，中文。", en: "The source or the reason in Chinese, for CSV tables.",
        effect: .information),
      .key(
        "note_en", .text, zh: "来源或理由，英文。", en: "The source or the reason in English, for CSV tables.",
        effect: .information),
      .key(
        "note", .localizedText, zh: "来源或理由。", en: "The source or the reason.", default: .text(""),
        effect: .information),
      .key(
        "value", .text, zh: "印出的数值。", en: "The value to print.",
        default: .rule(zh: "场景文件中该键的值", en: "what the scenario gives for the key"), effect: .information)
    ])
}
