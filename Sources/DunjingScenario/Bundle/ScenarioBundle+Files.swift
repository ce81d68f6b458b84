extension ScenarioBundle {
  /// Reads the bundle, and returns its scenario with the bytes of every file it was read from, by name.
  /// - Parameter overrides: as in ``load(setting:)``.
  /// - Throws: All issues at once.
  public func loadWithFiles(
    setting overrides: [ScenarioOverride] = []
  ) throws(InvalidScenario) -> (valid: ValidScenario, files: [String: [UInt8]]) {
    let read = try reading(setting: overrides)
    return (read.valid, read.files)
  }
}
