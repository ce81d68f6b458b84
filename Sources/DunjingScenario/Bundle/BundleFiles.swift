/// Reads the files of a bundle and never any file outside of it; remembers what was read, for the hash.
final class BundleFiles {
  private let source: BundleSource
  private let log: IssueLog
  private var read: [String: [UInt8]] = [:]

  /// The largest YAML file accepted, in bytes.
  static let yamlLimit = 10_000_000
  /// The largest table accepted, in bytes.
  static let tableLimit = 200_000_000

  init(_ source: BundleSource, log: IssueLog) {
    self.source = source
    self.log = log
  }

  /// Returns the bytes of a file of the bundle, or nil after adding an issue at the place that names the file.
  func bytes(of name: String, limit: Int, at place: Place?, keyPath: String) -> [UInt8]? {
    if let known = read[name] { return known }
    guard isInside(name), source.isInside(name) else {
      log.add(.outsideBundle(name), at: place, keyPath: keyPath)
      return nil
    }
    guard let size = source.size(of: name) else {
      let fault = source.isFolder(name) ? ScenarioFault.folderAsFile(name) : .noFile(name, near: near(name))
      log.add(fault, at: place, keyPath: keyPath)
      return nil
    }
    guard size <= limit else {
      log.add(.fileTooLarge(name, bytes: size, limit: limit), at: place, keyPath: keyPath)
      return nil
    }
    guard let bytes = source.bytes(of: name), bytes.count <= limit else {
      log.add(.unreadable(name), at: place, keyPath: keyPath)
      return nil
    }
    read[name] = bytes
    return bytes
  }

  /// Returns the text of a file, or nil after adding an issue.
  /// - Parameter declared: its encoding; nil goes by the bytes.
  func text(
    of name: String, encoding declared: TextEncoding?, limit: Int, at place: Place?, keyPath: String
  ) -> String? {
    guard let bytes = bytes(of: name, limit: limit, at: place, keyPath: keyPath) else { return nil }
    if let fault = format(of: name, bytes) {
      log.add(fault, at: Place(file: log.file(name), line: 1, column: 1), keyPath: keyPath)
      return nil
    }
    let encoding = declared ?? TextEncoding.recognized(bytes)
    switch encoding.decode(bytes) {
    case .success(let text): return text
    case .failure(let failure):
      let fault = name == ScenarioBundle.fileName ? .scenarioNotUTF8 : undecodable(bytes, as: encoding)
      log.add(fault, at: Place(file: log.file(name), line: failure.line, column: 1), keyPath: keyPath)
      return nil
    }
  }

  /// What is wrong with a file that is none of text in bytes, whatever encoding is declared; nil for any other.
  private func format(of name: String, _ bytes: [UInt8]) -> ScenarioFault? {
    if TextEncoding.isArchive(bytes) {
      return name == ScenarioBundle.fileName ? .scenarioIsArchive : .workbook
    }
    return TextEncoding.isWide(bytes) ? .wideFile(name) : nil
  }

  /// What is wrong with bytes that are not in an encoding: the other one is named only where they are in that.
  private func undecodable(_ bytes: [UInt8], as encoding: TextEncoding) -> ScenarioFault {
    let other = encoding == .utf8 ? TextEncoding.gb18030 : .utf8
    if case .success = other.decode(bytes) { return .undecodable(encoding) }
    return .damaged(encoding)
  }

  /// The bytes of all files read, by name.
  var contents: [String: [UInt8]] { read }

  /// The hash of all files read: names and bytes in the order of names, then the overrides, if there are any.
  func hash(with overrides: String) -> String {
    var hash = SHA256()
    for (name, bytes) in read.sorted(by: { $0.key < $1.key }) {
      hash.update(Array("\(name)\u{0}\(bytes.count)\u{0}".utf8))
      hash.update(bytes)
    }
    if !overrides.isEmpty { hash.update(Array("\u{0}set\u{0}\(overrides)".utf8)) }
    return hash.finish()
  }

  /// Returns the file of the bundle whose name is nearest to a missing one.
  private func near(_ name: String) -> String? {
    Spelling.nearest(to: name, in: source.names.filter { $0 != ScenarioBundle.fileName && $0 != name })
  }

  /// Whether a name is that of a file in the bundle or in a folder below it.
  private func isInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.isEmpty && !name.contains("\\") && !name.contains("\u{0}")
      && parts.allSatisfy { $0 != ".." && !$0.isEmpty }
  }
}
