import DunjingScenario

/// The section that says how a page came about: its own rows, then the seed, the study and the program.
struct MethodSection {
  let scenario: Scenario
  let scenarioHash: String
  let provenance: Provenance

  /// A row of what was done.
  static func row(_ zh: String, _ en: String, _ value: LocalizedText) -> DataTable.Row {
    DataTable.Row(head: LocalizedText(zh: zh, en: en), cells: [.init(value, isText: true)])
  }

  func section(_ rows: [DataTable.Row]) -> Section {
    let origin = [
      Self.row("随机种子", "Seed", LocalizedText("\(scenario.experiment.seed)")),
      Self.row("场景散列", "Scenario hash", LocalizedText(NumberText.shortened(scenarioHash))),
      Self.row("程序", "Program", LocalizedText("\(provenance.version) (\(provenance.build))"))
    ]
    let heads = [LocalizedText(zh: "项目", en: "What"), LocalizedText(zh: "取值", en: "Value")]
    return Section(
      id: "method", title: LocalizedText(zh: "方法与来源", en: "Method and provenance"),
      blocks: [.table(DataTable(heads: heads, rows: rows + origin))])
  }
}
