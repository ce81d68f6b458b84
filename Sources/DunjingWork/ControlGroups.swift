/// The control groups of Linux around a process, which may limit its memory.
///
/// Every group on the way to the root counts, as each may have a limit. A container sees its own group as the root, while
/// the path it is told may be that of the host; folders that are not there are passed over.
struct ControlGroups {
  /// The files of one version of control groups.
  private struct Files {
    let root: String
    let limit: String
    let usage: String
    /// The entry of `memory.stat` for file pages that are given up first.
    let idlePages: String

    static let second = Files(
      root: "/sys/fs/cgroup", limit: "memory.max", usage: "memory.current", idlePages: "inactive_file")
    static let first = Files(
      root: "/sys/fs/cgroup/memory", limit: "memory.limit_in_bytes", usage: "memory.usage_in_bytes",
      idlePages: "total_inactive_file")
  }

  private let groups: [(files: Files, path: String)]

  /// Reads the text of `/proc/self/cgroup`: lines of a number, controllers and a path; the second version names no
  /// controller.
  init(_ text: String) {
    groups = text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      let controllers = parts[1].split(separator: ",")
      if controllers.contains("memory") { return (.first, String(parts[2])) }
      return controllers.isEmpty ? (.second, String(parts[2])) : nil
    }
  }

  /// Bytes that the tightest group leaves; nil where none has a limit.
  /// - Parameter read: the text of a file; nil where it cannot be read.
  func left(_ read: (String) -> String?) -> Int? {
    groups.flatMap { group in
      Self.ancestors(of: group.path).compactMap { left(in: group.files.root + $0, group.files, read) }
    }.min()
  }

  private func left(in folder: String, _ files: Files, _ read: (String) -> String?) -> Int? {
    // The second version says "max" where there is no limit, the first a number as large as numbers get.
    guard let limit = read("\(folder)/\(files.limit)").flatMap(Self.number), limit < Int.max / 2,
      let usage = read("\(folder)/\(files.usage)").flatMap(Self.number)
    else { return nil }
    let idle = read("\(folder)/memory.stat").flatMap { Self.entry(files.idlePages, in: $0) } ?? 0
    return limit - max(usage - idle, 0)
  }

  /// A path and those above it, each as it follows the root: "/a/b", "/a" and "".
  private static func ancestors(of path: String) -> [String] {
    let names = path.split(separator: "/")
    return (0...names.count).reversed().map { count in names.prefix(count).map { "/\($0)" }.joined() }
  }

  private static func number(_ text: String) -> Int? {
    Int(text.prefix { !$0.isWhitespace })
  }

  private static func entry(_ name: String, in text: String) -> Int? {
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("\(name) ") }
    return line.flatMap { Int($0.dropFirst(name.count + 1)) }
  }
}
