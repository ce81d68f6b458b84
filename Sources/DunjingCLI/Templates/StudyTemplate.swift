import Dunjing

/// A small study of a made-up place that `dunjing init` writes for a planner to edit: a commented scenario, and tables.
struct StudyTemplate {
  /// The scenario in both languages: lines that begin with `#zh` or `#en` are comments of one language only.
  let scenario: String
  /// The tables that the scenario names, but that of sources.
  let tables: [TemplateTable]
  /// The rows of the table of sources, without their values; none where there is no such table.
  var sources: [SourceRow] = []

  /// The name of the JSON Schema in the folder, which the first line of the scenario names for editors.
  static let schemaName = "scenario.schema.json"

  /// What a scenario with a table of sources ends with: the harm index, the experiment and the sources, in both languages.
  static func ending(replications: Int) -> String {
    """
    #zh 综合损失指数中超时到场一起的权重，只用于排序 [H]；机关延误一天的权重 delayDayPerYear 默认按居民数折算。
    #en Weight of a late arrival in the harm index, which only ranks plans [H]; delayDayPerYear, that of a day of delay at
    #en headquarters, is by default in proportion to the residents.
    harm: {lateArrival: 0.25}

    #zh 重复次数：正式研究写 30；种子相同则结果相同。[H]
    #en Replications: 30 for a study. The same seed gives the same results. [H]
    experiment: {replications: \(replications), seed: 20231222, baseline: sink00}

    #zh 来源表：每个数从哪里来、多可靠；有 low 和 high 的数，dunjing optimize 会在其间变动。
    #en Table of sources: where each number comes from; dunjing optimize varies those with low and high.
    sources: sources.csv
    """
  }

  /// Returns the files of the study with comments in a language, `scenario.yaml` first. Sources have the values of the study, so
  /// that a report can mark those that are changed later.
  func files(in language: TextLanguage) -> [(name: String, text: String)] {
    let bare = files(in: language, sources)
    guard !sources.isEmpty else { return bare }
    let files = Dictionary(bare.map { ($0.name, Array($0.text.utf8)) }) { $1 }
    guard let notes = try? ScenarioBundle(files: files).load().scenario.sources else { return bare }
    let values = Dictionary(notes.map { ($0.key, $0.value) }) { one, _ in one }
    return self.files(
      in: language,
      sources.map { row in
        var row = row
        row.value = values[row.key] ?? ""
        return row
      })
  }

  private func files(in language: TextLanguage, _ sources: [SourceRow]) -> [(name: String, text: String)] {
    let tables = tables + (sources.isEmpty ? [] : [.sources(sources)])
    return [(ScenarioBundle.fileName, scenario(in: language))] + tables.map { ($0.name, $0.text) }
      + [(Self.schemaName, ScenarioSchema.json(in: language) + "\n")]
  }

  /// Returns the scenario with the comments of a language.
  private func scenario(in language: TextLanguage) -> String {
    let lines = scenario.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      let content = line.drop { $0 == " " }
      guard content.hasPrefix("#zh ") || content.hasPrefix("#en ") else { return String(line) }
      guard content.hasPrefix("#" + language.rawValue) else { return nil }
      return line.prefix(line.count - content.count) + "# " + content.dropFirst(4)
    }
    return lines.joined(separator: "\n")
  }
}
