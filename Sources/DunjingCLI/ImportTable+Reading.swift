import Dunjing
import Foundation

extension ImportTable {
  /// Reads a file that the command line names.
  /// - Throws: A ``FileFault`` that says why it cannot be read.
  init(reading path: String) throws {
    if FileFault.isFolder(path) == true { throw FileFault(folder: path) }
    do {
      self.init(name: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      throw FileFault(path: path, operation: .read, reason: error)
    }
  }
}
