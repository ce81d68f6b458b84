/// What the parser of arguments says in English by itself, in Chinese: heads of the help, and arguments that it does not
/// understand.
///
/// The texts of commands and options are Chinese already (``Swift/String/init(zh:en:)``); what is left are the fixed
/// sentences of swift-argument-parser 1.8.
enum ChineseHelp {
  /// Translates what the parser wrote, and wraps it by the width of its characters.
  /// - Parameter columns: columns of the terminal.
  static func text(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { HelpLine.wrapped(line(String($0)), to: columns) }
      .joined(separator: "\n")
  }

  /// Whether a text is help or a fault, not a version, a script of completions or JSON.
  static func applies(to text: String) -> Bool {
    ["OVERVIEW: ", "USAGE: ", "Error: "].contains { text.hasPrefix($0) }
  }

  private static func line(_ line: String) -> String {
    var line = line
    for (pattern, replacement) in ParserSentence.all {
      line = line.replacing(pattern) { replacement($0.output.map { $0.substring.map(String.init) ?? "" }) }
    }
    return line
  }
}
