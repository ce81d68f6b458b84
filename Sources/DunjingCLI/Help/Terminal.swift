import Foundation

/// What is known of the terminal.
enum Terminal {
  /// Columns of a line: those that `COLUMNS` or the terminal says, otherwise 80.
  static var columns: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether messages may be colored: only on a terminal, and not where `NO_COLOR` is set (https://no-color.org).
  static let hasColor: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }()

  /// A message with its first word in color, if that says what kind of message it is: errors red, warnings yellow.
  static func colored(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let match = line.firstMatch(of: /^(?:\S+: ?)?(error:|错误：)/) {
        return line.replacing(
          match.output.1, with: "\u{1B}[1;31m\(match.output.1)\u{1B}[0m", maxReplacements: 1)
      }
      if let match = line.firstMatch(of: /^(?:\S+: ?)?((?i:warning:)|注意：|警告：)/) {
        return line.replacing(
          match.output.1, with: "\u{1B}[1;33m\(match.output.1)\u{1B}[0m", maxReplacements: 1)
      }
      return line
    }.joined(separator: "\n")
  }
}
