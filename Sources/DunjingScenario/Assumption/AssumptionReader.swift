/// Finds the numbers that rows with a range speak of.
struct AssumptionReader {
  private let log: IssueLog
  private let base: ValidScenario
  private let paths: [String]

  /// - Parameters:
  ///   - log: of a scenario decoded with all its numbers noted.
  ///   - base: the scenario as it was read, which knows where the rows are written.
  init(_ log: IssueLog, base: ValidScenario) {
    (self.log, self.base) = (log, base)
    paths = (log.numbers ?? [:]).keys.sorted()
  }

  /// Returns the assumptions of all rows with a range.
  /// - Throws: An issue for each that names no number of the scenario.
  func assumptions(of notes: [SourceNote]) throws(InvalidScenario) -> [Assumption] {
    let varied = notes.enumerated().filter { $0.element.range != nil }
    let found = varied.compactMap { assumption($0.element) }
    guard found.count == varied.count else {
      for (row, note) in varied where assumption(note) == nil {
        log.add(base.issue(.numberNotFound(note.key), at: "sources[\(row)].key"))
      }
      throw InvalidScenario(issues: log.sortedIssues)
    }
    return found
  }

  /// Returns the assumptions of those rows that name a number of the scenario.
  func assumptions(ofKnown notes: [SourceNote]) -> [Assumption] {
    notes.compactMap { assumption($0) }
  }

  private func assumption(_ note: SourceNote) -> Assumption? {
    let parts = parts(of: note.key)
    guard let range = note.range, let first = parts.first else { return nil }
    return Assumption(
      key: note.key, name: note.title(in: base.scenario), mark: note.mark,
      isFactor: note.isFactor,
      present: note.isFactor ? 1 : first.value, range: range, parts: parts)
  }

  private func parts(of key: String) -> [Assumption.Part] {
    guard let number = NumberKey(key) else { return [] }
    let steps = KeyPathStep.steps(of: key)
    return paths.filter { names(steps, KeyPathStep.steps(of: $0)) }.map {
      Assumption.Part(
        path: $0, value: log.numbers?[$0] ?? 0, bounds: number.range, isWhole: number.isWhole)
    }
  }

  /// Whether a key path with ids and `*` names the number at a path with positions.
  private func names(_ pattern: [KeyPathStep], _ steps: [KeyPathStep]) -> Bool {
    guard pattern.count == steps.count else { return false }
    return steps.indices.reversed().allSatisfy { index in
      switch (pattern[index], steps[index]) {
      case (.key("*"), _): return true
      case (.key(let id), .index):
        let path = steps[...index].reduce("") { $1.appended(to: $0) }
        return log.node(at: path)?["id"]?.text == id
      case (let one, let other): return one == other
      }
    }
  }
}
