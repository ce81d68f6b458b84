import Dunjing

/// The language of help, and of what is said of arguments that no command understands.
enum ProgramLanguage {
  /// That of `--language`, if it is among the arguments, otherwise that of the locale.
  static let current = of(CommandLine.arguments) ?? TextLanguage.ofLocale

  /// The language that arguments ask for; nil where they do not, or ask for both.
  static func of(_ arguments: [String]) -> TextLanguage? {
    for (position, argument) in arguments.enumerated() {
      if argument == "--language", position + 1 < arguments.count {
        return TextLanguage(rawValue: arguments[position + 1])
      }
      if argument.hasPrefix("--language=") {
        return TextLanguage(rawValue: String(argument.dropFirst("--language=".count)))
      }
    }
    return nil
  }
}
