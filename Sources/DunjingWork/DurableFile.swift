import Foundation

/// A file that is there whole or not at all, also after a crash: written under another name, flushed to disk, renamed, and
/// the folder flushed.
///
/// The other name belongs to this one write, so that writers on several machines do not meet; who renames last wins.
struct DurableFile {
  /// The calls of the system it takes, to be replaced in tests.
  var calls = FileCalls()
  /// The path of the file.
  let path: String

  init(_ path: String, calls: FileCalls = FileCalls()) {
    (self.path, self.calls) = (path, calls)
  }

  /// Ends of the names of files that are not finished.
  static let unfinished = ".part"

  /// Writes the file.
  /// - Throws: a ``WorkFault`` with what the system says; the file is then as it was before.
  func write(_ data: Data) throws {
    // Not by a UUID, which is all zeros where there is no /dev.
    let draft = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 16))\(Self.unfinished)"
    do {
      try writeDraft(data, to: draft)
      try check(calls.rename(draft, path))
    } catch {
      _ = calls.remove(draft)
      throw error
    }
    try flushFolder()
  }

  private func writeDraft(_ data: Data, to draft: String) throws {
    let file = calls.create(draft)
    try check(file)
    defer { _ = calls.close(file) }
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { calls.write(file, $0) }
      try check(count)
      rest = rest.dropFirst(count)
    }
    try check(calls.flush(file))
  }

  private func flushFolder() throws {
    let folder = calls.openFolder((path as NSString).deletingLastPathComponent)
    try check(folder)
    defer { _ = calls.close(folder) }
    // Some network file systems cannot flush a folder, and need not.
    if calls.flush(folder) < 0 && errno != EINVAL && errno != ENOTSUP { try check(-1) }
  }

  private func check(_ result: some BinaryInteger) throws {
    if result < 0 { throw WorkFault.file(path: path, code: errno) }
  }
}

/// Calls of the system, each of which returns a negative number and sets `errno` where it fails.
struct FileCalls: Sendable {
  var create: @Sendable (String) -> Int32 = { open($0, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666) }
  var openFolder: @Sendable (String) -> Int32 = { open($0.isEmpty ? "." : $0, O_RDONLY | O_CLOEXEC) }
  var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int = { file, bytes in
    repeat {
      let count = Foundation.write(file, bytes.baseAddress, bytes.count)
      if count >= 0 || errno != EINTR { return count }
    } while true
  }
  var flush: @Sendable (Int32) -> Int32 = { fsync($0) }
  var close: @Sendable (Int32) -> Int32 = { Foundation.close($0) }
  var rename: @Sendable (String, String) -> Int32 = { Foundation.rename($0, $1) }
  var remove: @Sendable (String) -> Int32 = { unlink($0) }
}
