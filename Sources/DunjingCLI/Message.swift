import Dunjing
import Foundation

/// Messages to the person at the terminal, on standard error.
enum Message {
  static func write(_ text: String) {
    let text = Terminal.hasColor ? Terminal.colored(text) : text
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// A path as it can be pasted into a shell.
  static func pasted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-~".contains($0) }
    return isPlain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  /// A warning as it is shown in a language.
  static func warning(_ text: LocalizedText, in language: TextLanguage) -> String {
    (language == .zh ? "注意：" : "Warning: ") + text.text(in: language)
  }
}
