import ArgumentParser
import Dunjing

/// Keys of a study that a command sets on top of its files.
struct SettingOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      zh: "把研究的一个键换成另一个值，例如 community.visitHours=2；可多次给出。各键见 dunjing explain。",
      en:
        "A key of the study with another value, such as community.visitHours=2; repeatable. dunjing explain has the keys.",
      valueName: "key=value"))
  var settings: [String] = []

  /// Loads the study in a folder with the keys set.
  func load(_ path: String) throws -> ValidScenario {
    try ScenarioBundle(path: path).load(setting: try overrides())
  }

  /// Loads the study in a folder with the keys set, and all of its files, by name.
  func loadWithFiles(_ path: String) throws -> (valid: ValidScenario, files: [String: [UInt8]]) {
    try ScenarioBundle(path: path).loadWithFiles(setting: try overrides())
  }

  /// What is set.
  func overrides() throws -> [ScenarioOverride] { try Self.overrides(settings) }

  /// Reads what is set.
  static func overrides(_ texts: [String]) throws -> [ScenarioOverride] {
    try texts.map { text in
      guard let override = ScenarioOverride(text) else {
        throw CommandFault(
          zh: "--set：无法识别 \(text)；写法如 community.visitHours=2。",
          en: "--set: \(text) cannot be read; write it as in community.visitHours=2.")
      }
      return override
    }
  }

  /// What is set, as typed; nil if nothing is.
  func record() throws -> [String]? {
    settings.isEmpty ? nil : try overrides().map(\.text)
  }
}
