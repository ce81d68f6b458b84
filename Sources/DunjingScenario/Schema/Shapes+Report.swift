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
  static let estimate = RecordShape(
    "estimate",
    [
      .required(
        "key", .text, zh: "所估计的键，如 incidentKinds.dispute.exogenousPerYear。",
        en: "The key of the number, such as incidentKinds.dispute.exogenousPerYear."),
      .required(
        "value", .number(.any), zh: "估计值，单位同该键。", en: "The estimate, in the unit of the key.", unit: .asKey),
      .key(
        "standardError", .number(.nonnegative), zh: "标准误，单位同该键。",
        en: "Its standard error, in the unit of the key.", unit: .asKey,
        default: .rule(zh: "未知，不抽取", en: "not known, and the number is not drawn")),
      .required(
        "distribution", .choice(of: EstimateDistribution.self), zh: "估计值周围的分布。",
        en: "How the number may lie around the estimate."),
      .key(
        "group", .text, zh: "一起抽取的参数写同一个名称：一条曲线，或一个分布的各参数。",
        en: "One name for numbers that belong together: a profile, or the parameters of one distribution.",
        default: .rule(zh: "键", en: "the key"))
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
        default: .rule(zh: "场景文件中该键的值", en: "what the scenario gives for the key"), effect: .information),
      .key(
        "low", .number(.any), zh: "合理范围的下端；dunjing optimize 据此说明结论取决于什么。",
        en: "The lower end of the plausible range, within which dunjing optimize varies the number.",
        unit: .asKey, default: .rule(zh: "不变动", en: "not varied"), effect: .information),
      .key(
        "high", .number(.any), zh: "合理范围的上端。", en: "The upper end of the plausible range.", unit: .asKey,
        default: .rule(zh: "不变动", en: "not varied"), effect: .information),
      .key(
        "name_zh", .text, zh: "图表中的名称，中文。", en: "What the number is called in charts, in Chinese.",
        effect: .information),
      .key(
        "name_en", .text, zh: "图表中的名称，英文。", en: "What the number is called in charts, in English.",
        effect: .information),
      .key(
        "name", .localizedText, zh: "图表中的名称。", en: "What the number is called in charts.",
        default: .rule(zh: "键", en: "the key"), effect: .information)
    ])
}
