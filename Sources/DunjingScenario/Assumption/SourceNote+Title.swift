extension SourceNote {
  /// What the number is called in sentences: its name in the sources, otherwise that of its key in a study.
  public func title(in scenario: Scenario) -> LocalizedText { name ?? scenario.name(ofKey: key) }
}
