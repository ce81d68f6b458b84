/// Paths of folders as somebody types them, with or without a slash at the end.
package enum FolderPath {
  /// The path without slashes at its end; that of the root is one.
  package static func plain(_ typed: String) -> String {
    guard let end = typed.lastIndex(where: { $0 != "/" }) else { return typed.isEmpty ? "" : "/" }
    return String(typed[...end])
  }

  /// The path of something in a folder; in the current one, whose path is empty, its name.
  package static func joined(_ folder: String, _ name: String) -> String {
    let plain = plain(folder)
    return plain.isEmpty ? name : plain == "/" ? "/" + name : plain + "/" + name
  }
}
