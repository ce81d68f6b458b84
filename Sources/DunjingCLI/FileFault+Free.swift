import Dunjing

extension FileFault {
  /// Checks that a file can be written where `--out` says: that nothing is there, or a file that may be replaced.
  static func checkFree(_ out: String, overwrite: Bool) throws {
    guard let isFolder = isFolder(out) else { return }
    if isFolder {
      throw CommandFault(
        zh: "\(out) 是文件夹；--out 应为要写入的文件。", en: "\(out) is a folder; --out has to be the file to write.")
    }
    guard overwrite else {
      throw CommandFault(
        zh: "\(out) 已存在。请换一个 --out，或加 --overwrite 替换。",
        en: "\(out) already exists. Use another --out, or --overwrite to replace it.")
    }
  }
}
