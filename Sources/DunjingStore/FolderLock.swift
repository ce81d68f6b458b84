import Foundation

/// A lock on a folder among processes of one machine, held while a database in it is opened or replaced.
enum FolderLock {
  /// Waits for the lock and holds it while the body runs.
  ///
  /// Where the file system knows no such locks, the body runs without: the locks of the database still hold.
  static func hold<Value>(on folder: String, _ body: () throws -> Value) rethrows -> Value {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    return try body()
  }
}
