import Foundation

/// Where the files of a bundle are.
enum BundleSource: Sendable, Equatable {
  /// In a folder, by its path.
  case folder(String)
  /// In memory, by name.
  case memory([String: [UInt8]])

  /// The size of a file in bytes; nil if there is none.
  func size(of name: String) -> Int? {
    switch self {
    case .memory(let files): return files[name]?.count
    case .folder(let folder):
      guard let path = Self.path(of: name, in: folder),
        let attributes = try? FileManager.default.attributesOfItem(atPath: path),
        attributes[.type] as? FileAttributeType == .typeRegular
      else { return nil }
      return (attributes[.size] as? NSNumber)?.intValue
    }
  }

  /// The bytes of a file; nil if there is none.
  func bytes(of name: String) -> [UInt8]? {
    switch self {
    case .memory(let files): files[name]
    case .folder(let folder):
      Self.path(of: name, in: folder).flatMap(FileManager.default.contents).map { [UInt8]($0) }
    }
  }

  /// Whether a name is that of a folder in the bundle.
  func isFolder(_ name: String) -> Bool {
    guard case .folder(let folder) = self, let path = Self.path(of: name, in: folder) else { return false }
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The names of the files, sorted.
  var names: [String] {
    switch self {
    case .memory(let files): files.keys.sorted()
    case .folder(let folder): ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
  }

  /// Whether the file of a name lies in the bundle, wherever symbolic links lead.
  func isInside(_ name: String) -> Bool {
    switch self {
    case .memory: true
    case .folder(let folder): Self.path(of: name, in: folder) != nil
    }
  }

  /// Returns the real path of a name, or nil if it leads out of the folder.
  private static func path(of name: String, in folder: String) -> String? {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let path = URL(fileURLWithPath: root + "/" + name).resolvingSymlinksInPath().path
    return path.hasPrefix(root == "/" ? root : root + "/") ? path : nil
  }
}
