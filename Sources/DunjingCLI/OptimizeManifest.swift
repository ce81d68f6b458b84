import Dunjing

/// What a search may use again: replications of the same study, seed, build and fixed parts of the plans.
struct OptimizeManifest: HistoryManifest {
  static let fileName = "search.json"
  static let content = FolderContent.search
  static let differences = LocalizedText(
    zh: "场景、种子、基础方案或程序版本", en: "scenario, seed, base treatment or build")

  var schema = "dunjing-search/1"
  var scenarioHash: String
  var seed: UInt64
  var base: String
  var version: String
  var build: String
  /// Keys of the study that were set on top of its files; the hash of the scenario follows them.
  var settings: [String]?

  var identity: String { [scenarioHash, "\(seed)", base, version, build].joined(separator: "\n") }

  static func == (one: OptimizeManifest, other: OptimizeManifest) -> Bool {
    one.schema == other.schema && one.identity == other.identity
  }
}
