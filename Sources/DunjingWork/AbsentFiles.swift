import Foundation

/// Files and folders that are not there before a command writes them, so that one which fails can leave everything as it was.
public struct AbsentFiles: Sendable {
  /// Their paths, what is in a folder before the folder.
  private let paths: [String]

  /// Notes which files are not there, and which folders above them.
  /// - Parameters:
  ///   - folder: the folder that they are to be in, which may itself not be there.
  ///   - names: their paths in it.
  public init(in folder: String, _ names: [String]) {
    var found: Set<String> = []
    for name in names {
      var path = folder.isEmpty ? name : "\(folder)/\(name)"
      while !path.isEmpty, path != "/", !Self.isThere(path), found.insert(path).inserted {
        // Foundation traps where a path is a single letter.
        path = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      }
    }
    paths = found.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// Removes those that are there now; a folder in which there is something else stays.
  public func remove() {
    for path in paths { _ = Foundation.remove(path) }
  }

  /// Whether there is something at a path, be it a link to nowhere.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
