import Dunjing
import Foundation

/// Messages to the person at the terminal, on standard error.
enum Message {
  static func write(_ text: String) {
    let text = Terminal.hasColor ? Terminal.colored(text) : text
    print(on: .standardError, text + "\n")
  }

  /// Writes to a file that may be closed or full, in which case nobody reads it and the program goes on.
  static func print(on file: FileHandle, _ text: String) {
    try? file.write(contentsOf: Data(text.utf8))
  }

  /// A path as it can be pasted into a shell.
  static func pasted(_ path: String) -> String { ShellWord.pasted(path) }

  /// A warning as it is shown in a language.
  static func warning(_ text: LocalizedText, in language: TextLanguage) -> String {
    (language == .zh ? "注意：" : "Warning: ") + text.text(in: language)
  }
}
