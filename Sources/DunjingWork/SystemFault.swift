import DunjingScenario
import Foundation

/// What the system says when it refuses an operation, in words for people.
public enum SystemFault {
  /// The error number of POSIX that is behind an error of Foundation; nil where none is known.
  public static func code(of error: any Error) -> Int32? {
    let error = error as NSError
    // On Linux the cause is a POSIXError, which is no NSError before it is made one.
    let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
    if cause.domain == NSPOSIXErrorDomain { return Int32(cause.code) }
    let known = [
      NSFileReadNoPermissionError: EACCES, NSFileWriteNoPermissionError: EACCES,
      NSFileWriteOutOfSpaceError: ENOSPC, NSFileWriteVolumeReadOnlyError: EROFS,
      NSFileReadNoSuchFileError: ENOENT, NSFileNoSuchFileError: ENOENT, NSFileWriteFileExistsError: EEXIST
    ]
    return known[error.code]
  }

  /// The words for an error number of POSIX.
  public static func text(_ code: Int32) -> LocalizedText {
    let words: [Int32: LocalizedText] = [
      ENOENT: LocalizedText(zh: "没有这个文件或文件夹", en: "there is no such file or folder"),
      EACCES: LocalizedText(zh: "没有权限", en: "permission denied"),
      EPERM: LocalizedText(zh: "没有权限", en: "permission denied"),
      ENOSPC: LocalizedText(zh: "磁盘已满", en: "the disk is full"),
      EDQUOT: LocalizedText(zh: "磁盘配额已用完", en: "the disk quota is used up"),
      EFBIG: LocalizedText(zh: "文件超过允许的大小", en: "the file is larger than allowed"),
      EIO: LocalizedText(zh: "磁盘读写出错", en: "the disk failed"),
      ESTALE: LocalizedText(zh: "网络文件夹已失联", en: "the network folder is gone"),
      EROFS: LocalizedText(zh: "文件系统只读", en: "the file system is read-only"),
      EEXIST: LocalizedText(zh: "已有同名文件", en: "the name is taken already"),
      ENOTDIR: LocalizedText(zh: "路径中有一段是文件", en: "a part of the path is a file, not a folder"),
      EISDIR: LocalizedText(zh: "这是文件夹，不是文件", en: "it is a folder, not a file"),
      ENAMETOOLONG: LocalizedText(zh: "名称过长", en: "the name is too long")
    ]
    return words[code] ?? LocalizedText(zh: "系统错误 \(code)", en: String(cString: strerror(code)))
  }
}
