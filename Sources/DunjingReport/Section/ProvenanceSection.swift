import DunjingExperiment
import DunjingScenario
import DunjingSimulation

/// How to reproduce the report, what to beware of, and what the words mean.
enum ProvenanceSection {
  static func section(_ findings: Findings, provenance: Provenance) -> Section {
    var blocks: [Block] = [.table(table(findings, provenance))]
    if let precision = findings.result.precision { blocks.append(.caption(precision.sentence)) }
    if !findings.result.warnings.isEmpty {
      blocks += [.heading(LocalizedText(zh: "提示", en: "Warnings")), .list(findings.result.warnings)]
    }
    let indicators = findings.presentIndicators
    if !indicators.isEmpty {
      blocks += [
        .heading(LocalizedText(zh: "指标释义", en: "The indicators")),
        .definitions(indicators.map { Definition(term: $0.name.capitalized, meaning: $0.definition) })
      ]
    }
    return Section(
      id: "provenance", title: LocalizedText(zh: "复现与释义", en: "Reproduction and definitions"), blocks: blocks)
  }

  private static func table(_ findings: Findings, _ provenance: Provenance) -> DataTable {
    let result = findings.result
    let time = findings.scenario.time
    var rows: [(LocalizedText, LocalizedText)] = [
      (LocalizedText(zh: "研究", en: "Study"), result.name),
      (LocalizedText(zh: "场景散列（SHA-256）", en: "Scenario hash (SHA-256)"), LocalizedText(result.scenarioHash)),
      (LocalizedText(zh: "随机种子", en: "Seed"), LocalizedText("\(result.seed)")),
      (
        LocalizedText(zh: "每方案重复次数", en: "Replications of each treatment"),
        LocalizedText("\(result.replications)")
      ),
      (
        LocalizedText(zh: "置信水平", en: "Confidence level"),
        LocalizedText(NumberText.percent(result.confidence, decimals: 0))
      ),
      (LocalizedText(zh: "实施日", en: "Implementation day"), LocalizedText(time.start.text)),
      (
        LocalizedText(zh: "预热、过渡、测量（天）", en: "Warm-up, settling, measured (days)"),
        LocalizedText("\(time.warmUpDays) · \(time.settlingDays) · \(result.horizonDays)")
      ),
      (LocalizedText(zh: "时区", en: "Time zone"), LocalizedText(time.zone)),
      (
        LocalizedText(zh: "程序版本与构建", en: "Version and build"),
        LocalizedText("\(provenance.version) · \(provenance.build)")
      )
    ]
    if !findings.scenario.sources.isEmpty {
      rows.append(
        (
          LocalizedText(zh: "参数来源", en: "Sources of parameters"),
          SourceTable.counts(findings.scenario.sources)
        ))
    }
    if let draws = result.draws {
      rows.append(
        (
          LocalizedText(zh: "抽取的参数", en: "Drawn parameters"),
          LocalizedText(
            zh: "\(draws.numbers) 个，\(draws.draws) 组", en: "\(draws.numbers), in \(draws.draws) draws")
        ))
    }
    if !provenance.settings.isEmpty {
      rows.insert(
        (
          LocalizedText(zh: "另行设定的键", en: "Keys set on top"),
          LocalizedText(provenance.settings.joined(separator: " · "))
        ), at: 1)
    }
    if let seconds = provenance.runSeconds, seconds.isFinite {
      let text = NumberText.level(seconds, decimals: 1)
      rows.append(
        (LocalizedText(zh: "运行用时", en: "Run time"), LocalizedText(zh: "\(text) 秒", en: "\(text) s")))
    }
    if let end = provenance.finishedAt {
      rows.append((LocalizedText(zh: "运行结束", en: "Run ended"), LocalizedText(end)))
    }
    return DataTable(
      heads: [LocalizedText(zh: "项目", en: "Item"), LocalizedText(zh: "内容", en: "Value")],
      rows: rows.map { DataTable.Row(head: $0.0, cells: [DataTable.Cell($0.1, isText: true)]) })
  }
}
