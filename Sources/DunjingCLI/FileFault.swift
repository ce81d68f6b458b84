import Dunjing
import Foundation

/// A file that cannot be read or written.
struct FileFault: Error {
  /// What was tried.
  enum Operation {
    case create, move, read, write
  }

  let path: String
  let operation: Operation
  let reason: LocalizedText

  init(path: String, operation: Operation, reason: LocalizedText) {
    (self.path, self.operation, self.reason) = (path, operation, reason)
  }

  init(path: String, operation: Operation, reason error: any Error) {
    self.init(
      path: path, operation: operation,
      reason: (operation == .read ? nil : Self.obstacle(on: path, isFolder: operation == .create))
        ?? Self.words(for: error))
  }

  /// A folder that stands where a file is to be read, with the file in it that may have been meant.
  init(folder path: String) {
    let file = FolderPath.joined(path, IncidentFile.name)
    let isThere = Self.isFolder(file) == false
    self.init(
      path: path, operation: .read,
      reason: LocalizedText(
        zh: "这是文件夹" + (isThere ? "；是否想写 \(file)？" : "，不是文件"),
        en: "it is a folder" + (isThere ? "; did you mean \(file)?" : ", not a file")))
  }

  var text: LocalizedText {
    let verb =
      switch operation {
      case .create: LocalizedText(zh: "创建", en: "create")
      case .move: LocalizedText(zh: "移动", en: "move")
      case .read: LocalizedText(zh: "读取", en: "read")
      case .write: LocalizedText(zh: "写入", en: "write")
      }
    return LocalizedText(
      zh: "无法\(verb.zh) \(path)：\(reason.zh)", en: "cannot \(verb.en) \(path): \(reason.en)")
  }

  /// Returns which file stands where the path needs a folder, or nil.
  /// - Parameter isFolder: whether the path itself is to be one.
  static func obstacle(on path: String, isFolder: Bool = false) -> LocalizedText? {
    if isFolder, Self.isFolder(path) == false { return inTheWay(path) }
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    while folder.path != "/" {
      if let isFolder = Self.isFolder(folder.path) {
        return isFolder ? nil : inTheWay(folder.path)
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// The words for a file that stands where a folder is needed.
  static func inTheWay(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "\(path) 是文件，不是文件夹；请换一个路径", en: "the file \(path) is in the way; use another path")
  }

  /// Whether there is a folder at a path; nil where there is nothing.
  static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
  }

  private static func words(for error: any Error) -> LocalizedText {
    SystemFault.code(of: error).map(SystemFault.text)
      ?? LocalizedText(zh: "系统拒绝了该操作", en: "the system refused it")
  }
}
