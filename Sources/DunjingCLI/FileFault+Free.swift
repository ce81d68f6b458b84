import Dunjing
import Foundation

extension FileFault {
  /// Checks that there is a folder at a path.
  /// - Parameter advice: which one to give; without it, to check the path.
  static func checkFolder(_ path: String, _ advice: LocalizedText? = nil) throws {
    let isFolder = isFolder(path)
    guard isFolder != true else { return }
    let advice = advice ?? LocalizedText(zh: "请检查路径", en: "check the path")
    throw isFolder == false
      ? CommandFault(
        zh: "\(path) 是文件，不是文件夹；\(advice.zh)。", en: "\(path) is a file, not a folder; \(advice.en).")
      : CommandFault(
        zh: "没有文件夹 \(path)；\(advice.zh)。", en: "there is no folder \(path); \(advice.en).")
  }

  /// Checks that a file can be written where `--out` says: that nothing is there, or a file that may be replaced.
  static func checkFree(_ out: String, overwrite: Bool) throws {
    let parent = URL(fileURLWithPath: out).deletingLastPathComponent().path
    guard Self.isFolder(parent) != nil else {
      throw CommandFault(
        zh: "没有文件夹 \(parent)，--out 的文件无处可写。请先建立它，或换一个 --out。",
        en: "there is no folder \(parent) for the file of --out. Make it first, or use another --out.")
    }
    try checkReplaceable(out, "--out", overwrite: overwrite)
  }

  /// Checks that nothing is where an option names a file to write, or a file that may be replaced.
  static func checkReplaceable(_ path: String, _ option: String, overwrite: Bool) throws {
    guard let isFolder = isFolder(path) else { return }
    if isFolder {
      throw CommandFault(
        zh: "\(path) 是文件夹；\(option) 应为要写入的文件。",
        en: "\(path) is a folder; \(option) has to be the file to write.")
    }
    guard overwrite else {
      throw CommandFault(
        zh: "\(path) 已存在。请换一个 \(option)，或加 --overwrite 替换。",
        en: "\(path) already exists. Use another \(option), or --overwrite to replace it.")
    }
  }
}
