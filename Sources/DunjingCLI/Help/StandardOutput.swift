import Dunjing
import Foundation

/// What a command prints, which is lost where the disk that it goes to is full.
enum StandardOutput {
  private static let path = "/dev/stdout"

  /// Writes a long text.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }

  /// Makes sure that all that was printed has arrived.
  static func flush() throws {
    // Nobody listens where it is closed.
    guard fflush(nil) != 0, errno != EBADF else { return }
    throw FileFault(path: path, operation: .write, reason: SystemFault.text(errno))
  }
}
