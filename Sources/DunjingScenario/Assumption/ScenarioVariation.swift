/// A bundle that is read once and loaded many times with other values of its assumptions.
///
/// What takes long to read — the map, its roads and its sites — is read once and used again, unless a key of it is set.
public struct ScenarioVariation: Sendable {
  /// The scenario as it is.
  public let base: ValidScenario
  /// The numbers that have a range in `sources.csv`, in the order of its rows.
  public let assumptions: [Assumption]
  /// The numbers of the study by their paths, without those of the map.
  let numbers: [String: Double]
  let root: RawNode
  private let files: [String: [UInt8]]
  private let overrides: [ScenarioOverride]

  /// Reads a bundle.
  /// - Parameters:
  ///   - bundle: the files of the study.
  ///   - overrides: values that take the place of those in the file; ranges are about these then.
  ///   - suggestions: rows with a range, after those of the study: of keys that it has, and has no range for.
  /// - Throws: All issues at once, those of the ranges among them.
  public init(
    _ bundle: ScenarioBundle, setting overrides: [ScenarioOverride] = [],
    suggesting suggestions: (Scenario) -> [SourceNote] = { _ in [] }
  ) throws(InvalidScenario) {
    try self.init(bundle.reading(setting: overrides), setting: overrides, suggesting: suggestions)
  }

  /// Goes on from a bundle that was read with the same overrides.
  init(
    _ reading: ScenarioBundle.Reading, setting overrides: [ScenarioOverride],
    suggesting suggestions: (Scenario) -> [SourceNote] = { _ in [] }
  ) throws(InvalidScenario) {
    let (written, base, files) = reading
    let known = Set(base.scenario.sources.filter { $0.range != nil }.map(\.key))
    let suggested = suggestions(base.scenario).filter { !known.contains($0.key) }
    let ranges = (base.scenario.sources + suggested).filter { $0.range != nil }
    let root = Self.expanded(written, for: ranges.map(\.key) + base.scenario.estimates.map(\.key))
    (self.base, self.root, self.files, self.overrides) = (base, root, files, overrides)
    // Once more, now noting every number by its path.
    let log = IssueLog()
    log.numbers = [:]
    let scenario = Self.decode(root, files, overrides, log, reusing: base.scenario)
    guard scenario != nil, log.issues.isEmpty else {
      throw InvalidScenario(issues: log.sortedIssues)
    }
    numbers = log.numbers ?? [:]
    let reader = AssumptionReader(log, base: base)
    assumptions =
      try reader.assumptions(of: base.scenario.sources) + reader.assumptions(ofKnown: suggested)
  }

  /// Returns the scenario with other values; ``ValidScenario/valueText(at:)`` knows nothing of it.
  /// - Parameter overrides: as of ``Assumption/overrides(at:)``.
  /// - Throws: All issues at once.
  public func load(setting overrides: [ScenarioOverride]) throws(InvalidScenario) -> ValidScenario {
    let log = IssueLog()
    let scenario = Self.decode(
      root, files, self.overrides + overrides, log,
      reusing: overrides.contains(where: Self.concernsMap) ? nil : base.scenario)
    guard let scenario, log.issues.isEmpty else { throw InvalidScenario(issues: log.sortedIssues) }
    let text = overrides.map { "\($0.key)\u{0}\($0.value)\u{0}" }.sorted().joined()
    return ValidScenario(
      scenario, bundleHash: SHA256.hexadecimal(of: Array((base.bundleHash + text).utf8)), log: nil)
  }

  private static func decode(
    _ root: RawNode, _ files: [String: [UInt8]], _ overrides: [ScenarioOverride], _ log: IssueLog,
    reusing base: Scenario?
  ) -> Scenario? {
    _ = log.file(ScenarioBundle.fileName)
    let writer = OverrideWriter(log: log, replaces: true)
    let root = writer.written(overrides, into: root)
    log.root = root
    let scenario = ScenarioDecoder(
      root: root, files: BundleFiles(.memory(files), log: log), log: log, overrides: writer, reusing: base
    ).decode()
    if !log.isBroken { ScenarioValidator(scenario, log: log).check() }
    return log.isBroken ? nil : scenario
  }

  private static let mapKeys: Set<String> = [
    "grids", "counties", "roads", "facilities", "patrol", "coordinates", "sources"
  ]

  private static func concernsMap(_ override: ScenarioOverride) -> Bool {
    guard case .key(let first)? = KeyPathStep.steps(of: override.key).first else { return true }
    return mapKeys.contains(first)
  }

  /// The root with default lists written out in which a key names records.
  private static func expanded(_ root: RawNode, for keys: [String]) -> RawNode {
    keys.reduce(root) { root, key in
      let steps = KeyPathStep.steps(of: key)
      guard steps.count > 1, case .key(let list) = steps[0],
        root[list]?.elements == nil, root[list].map({ $0.text == "default" }) ?? true,
        let records = DefaultRecords.elements(of: list, at: root.place)
      else { return root }
      return root.setting(list, to: RawNode(content: .list(records), place: root.place))
    }
  }
}
