/// A folder with `scenario.yaml` and the tables it names, on disk or in memory.
public struct ScenarioBundle: Sendable, Equatable {
  /// The path of the folder; empty for files in memory.
  public let path: String
  private let files: [String: [UInt8]]?

  /// The name of the file that every bundle has.
  public static let fileName = "scenario.yaml"

  /// Creates a bundle; nothing is read before ``load(setting:)``. A path to the `scenario.yaml` itself means its folder.
  public init(path: String) {
    files = nil
    let suffix = "/" + Self.fileName
    if path == Self.fileName {
      self.path = "."
    } else {
      self.path = path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
    }
  }

  /// Creates a bundle of files in memory, by the names they have in a folder; nothing on disk is ever read.
  public init(files: [String: [UInt8]]) {
    path = ""
    self.files = files
  }

  /// Reads, decodes and validates the bundle.
  /// - Parameter overrides: values that take the place of those in the file, or of defaults; no key twice.
  /// - Throws: All issues at once, with file, line and column, or with the override.
  public func load(setting overrides: [ScenarioOverride] = []) throws(InvalidScenario) -> ValidScenario {
    let log = IssueLog()
    return try load(
      setting: overrides, BundleFiles(files.map(BundleSource.memory) ?? .folder(path), log: log), log)
  }

  private func load(
    setting overrides: [ScenarioOverride], _ files: BundleFiles, _ log: IssueLog
  ) throws(InvalidScenario) -> ValidScenario {
    if self.files == nil, let fault = missing { throw InvalidScenario(issues: [fault]) }
    let file = log.file(Self.fileName)
    guard
      let text = files.text(
        of: Self.fileName, encoding: .utf8, limit: BundleFiles.yamlLimit, at: nil, keyPath: "")
    else { throw InvalidScenario(issues: log.issues) }
    let writer = OverrideWriter(log: log)
    let scenario = decode(text, file: file, files: files, log: log, setting: overrides, by: writer)
    log.blameFullWidth(in: text, file: file)
    guard let scenario, log.issues.isEmpty else { throw InvalidScenario(issues: log.sortedIssues) }
    return ValidScenario(scenario, bundleHash: files.hash(with: writer.text), log: log)
  }

  /// The raw values of a `scenario.yaml`, its scenario, and all files read.
  typealias Reading = (root: RawNode, valid: ValidScenario, files: [String: [UInt8]])

  /// Reads the bundle and returns all that was read.
  func reading(setting overrides: [ScenarioOverride]) throws(InvalidScenario) -> Reading {
    let log = IssueLog()
    let files = BundleFiles(files.map(BundleSource.memory) ?? .folder(path), log: log)
    let valid = try load(setting: overrides, files, log)
    guard let bytes = files.contents[Self.fileName],
      case .success(let text) = TextEncoding.utf8.decode(bytes),
      let root = YAMLReader(file: log.file(Self.fileName), log: log).read(text)
    else { throw InvalidScenario(issues: log.sortedIssues) }
    return (root, valid, files.contents)
  }

  private func decode(
    _ text: String, file: Int, files: BundleFiles, log: IssueLog, setting overrides: [ScenarioOverride],
    by writer: OverrideWriter
  ) -> Scenario? {
    guard let read = YAMLReader(file: file, log: log).read(text) else { return nil }
    let root = writer.written(overrides, into: read)
    log.root = root
    let scenario = ScenarioDecoder(root: root, files: files, log: log, overrides: writer).decode()
    if !log.isBroken { ScenarioValidator(scenario, log: log).check() }
    return scenario
  }
}

extension IssueLog {
  /// The issues in the order of files, lines and columns.
  var sortedIssues: [ScenarioIssue] {
    issues.sorted { first, second in
      let (a, b) = (files.firstIndex(of: first.file) ?? 0, files.firstIndex(of: second.file) ?? 0)
      return (a, first.line, first.column) < (b, second.line, second.column)
    }
  }
}
