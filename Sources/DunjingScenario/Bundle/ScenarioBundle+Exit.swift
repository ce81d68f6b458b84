import Foundation

extension ScenarioBundle {
  /// Reads the bundle as ``load(setting:)`` does; if something is wrong, prints all issues to the standard error in the language
  /// of the locale and ends the program, with the status 65 that `dunjing` has for invalid input too.
  ///
  /// For small programs; one that goes on after an error catches it.
  public func loadOrExit(setting overrides: [ScenarioOverride] = []) -> ValidScenario {
    do throws(InvalidScenario) {
      return try load(setting: overrides)
    } catch {
      try? FileHandle.standardError.write(contentsOf: Data((error.text(in: .ofLocale) + "\n").utf8))
      exit(65)
    }
  }
}
