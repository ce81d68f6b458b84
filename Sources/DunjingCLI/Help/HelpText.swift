import ArgumentParser
import Dunjing

// Help in the language of the program.

extension String {
  /// A text of the help.
  init(zh: String, en: String) {
    self = ProgramLanguage.current == .zh ? zh : en
  }

  /// What help says of a command, with commands that can be pasted.
  /// - Parameter examples: a command a line, without indentation.
  init(zh: String = "", en: String = "", examples: String) {
    let text = String(zh: zh, en: en)
    let lines = examples.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }
    self =
      (text.isEmpty ? "" : text + "\n\n") + String(zh: "示例：", en: "Examples:") + "\n\n"
      + lines.joined(separator: "\n")
  }
}

extension ArgumentHelp {
  /// What help says of an argument, an option or a flag.
  /// - Parameter valueName: what its value is called; the name of the option unless given.
  init(zh: String, en: String, valueName: String? = nil) {
    self.init(String(zh: zh, en: en), valueName: valueName)
  }
}
