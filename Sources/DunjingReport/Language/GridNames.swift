import DunjingScenario

/// What grids are called: by the community they name, with their id where several grids name it; by their id where they
/// name none.
struct GridNames {
  private let counts: [String: Int]

  /// Counts the names of the grids of a study.
  init(_ scenario: Scenario) {
    counts = Dictionary(scenario.grids.map { ($0.community, 1) }, uniquingKeysWith: +)
  }

  /// The name of a grid.
  func callAsFunction(_ grid: Grid) -> LocalizedText {
    let (id, name) = (grid.id, grid.community)
    guard !name.isEmpty else { return LocalizedText(id) }
    return counts[name] == 1
      ? LocalizedText(name) : LocalizedText(zh: "\(name)（\(id)）", en: "\(name) (\(id))")
  }
}
