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

  /// Whether messages are read on a terminal.
  static let isInteractive = isatty(STDERR_FILENO) == 1

  /// Whether messages may be colored: only on a terminal, and not where `NO_COLOR` is set (https://no-color.org).
  static let hasColor: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isInteractive && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }()

  /// A message with its first word in color, if that says what kind of message it is: errors red, warnings yellow.
  static func colored(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let kind = line.firstMatch(of: /^(?:\S+: ?)??(error:|错误：|(?i:warning:)|注意：|警告：)/)?.output.1 else {
        return line
      }
      let color = ["error:", "错误："].contains(kind) ? 31 : 33
      return line.replacing(kind, with: "\u{1B}[1;\(color)m\(kind)\u{1B}[0m", maxReplacements: 1)
    }.joined(separator: "\n")
  }
}
