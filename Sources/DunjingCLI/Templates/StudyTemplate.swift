import Dunjing

/// A small study of a made-up place that `dunjing init` writes for a planner to edit: a commented scenario, and tables.
struct StudyTemplate {
  /// The scenario in both languages: lines that begin with `#zh` or `#en` are comments of one language only.
  let scenario: String
  /// The tables that the scenario names.
  let tables: [TemplateTable]

  /// The name of the JSON Schema in the folder, which the first line of the scenario names for editors.
  static let schemaName = "scenario.schema.json"

  /// Returns the files of the study with comments in a language, `scenario.yaml` first.
  func files(in language: TextLanguage) -> [(name: String, text: String)] {
    [(ScenarioBundle.fileName, scenario(in: language))] + tables.map { ($0.name, $0.text) }
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
