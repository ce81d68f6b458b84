import Dunjing

/// What a sweep may use again: replications of the same study, keys, seed and build, whatever the values of the keys.
struct SweepManifest: HistoryManifest {
  static let fileName = "manifest.json"
  static let content = FolderContent.sweep
  static let differences = LocalizedText(
    zh: "场景、参数、设计或程序版本", en: "scenario, keys, design or build")

  var schema = "dunjing-sweep-manifest/1"
  var scenarioHash: String
  var keys: [String]
  var design: String
  var seed: UInt64
  var version: String
  var build: String

  var identity: String {
    ([scenarioHash, "\(seed)", version, build, design] + keys).joined(separator: "\n")
  }
}
