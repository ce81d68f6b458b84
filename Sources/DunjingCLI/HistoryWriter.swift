import Dunjing
import Foundation
import Synchronization

/// Appends records to the history, from any thread.
final class HistoryWriter: Sendable {
  private let handle: Mutex<FileHandle>
  private let identity: String
  private let path: String
  private let isShared: Bool
  private let fault = Mutex<(any Error)?>(nil)

  /// Opens the file of this process.
  /// - Parameter shard: which of several processes it is; what it writes is then flushed, for machines that see the same folder.
  init(_ history: History, shard: Shard?) throws {
    path = history.path(of: shard?.number)
    (identity, isShared) = (history.identity, shard != nil)
    // To append, so that lines of two processes with one number do not run into each other.
    let file = Foundation.open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw FileFault(path: path, operation: .write, reason: SystemFault.text(errno))
    }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    // A line that was cut off must not run into the next one.
    if let data = FileManager.default.contents(atPath: path), let last = data.last, last != 10 {
      try handle.write(contentsOf: Data([10]))
    }
    self.handle = Mutex(handle)
  }

  /// Writes a record; false where it cannot be written, after which the work stops.
  func append(_ record: PlanRecord) -> Bool {
    do {
      let line = try HistoryLine.data(record, identity)
      try handle.withLock {
        try $0.write(contentsOf: line)
        if isShared { try $0.synchronize() }
      }
      return true
    } catch {
      let reason = error
      fault.withLock { $0 = reason }
      return false
    }
  }

  /// Throws what went wrong.
  func check() throws {
    if let error = fault.withLock({ $0 }) { throw FileFault(path: path, operation: .write, reason: error) }
  }
}
