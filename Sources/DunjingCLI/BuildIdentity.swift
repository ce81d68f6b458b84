import Dunjing
import Foundation

/// Identifies the very build of the program: the beginning of the SHA-256 of its executable.
enum BuildIdentity {
  static let text: String = {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: "/proc/self/exe"), options: .mappedIfSafe)
    else {
      return "unknown"
    }
    return String(SHA256.hexadecimal(of: Array(data)).prefix(12))
  }()
}
