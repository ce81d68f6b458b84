import Dunjing
import Foundation

/// What a command prints, which is lost where the disk that it goes to is full.
enum StandardOutput {
  private static let path = "/dev/stdout"

  /// Writes a long text; nobody listens where the output is closed.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      guard SystemFault.code(of: error) != EBADF else { return }
      throw FileFault(path: path, operation: .write, reason: error)
    }
  }

  /// Makes sure that all that was printed has arrived, unless the output is closed.
  static func flush() throws {
    guard fflush(nil) != 0, errno != EBADF else { return }
    throw FileFault(path: path, operation: .write, reason: SystemFault.text(errno))
  }
}
