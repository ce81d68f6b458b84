import ArgumentParser
import Dunjing

/// The language of reports and messages.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case zh
  case en
  case both

  /// The languages of reports.
  var reports: [TextLanguage] {
    switch self {
    case .zh: [.zh]
    case .en: [.en]
    case .both: [.zh, .en]
    }
  }

  /// The language of messages: as asked for, otherwise that of the locale.
  var messages: TextLanguage {
    switch self {
    case .zh: .zh
    case .en: .en
    case .both: .ofLocale
    }
  }
}

/// What `--language` is, by what the command says and writes.
extension LanguageOption {
  /// Of a command that only prints.
  static var ofMessages: ArgumentHelp {
    ArgumentHelp(
      zh: "消息的语言：zh、en 或 both（按系统语言）。", en: "Language of messages: zh, en or both (= by locale).")
  }

  /// Of a command that writes reports.
  static var ofReports: ArgumentHelp {
    ArgumentHelp(zh: "报告的语言：zh、en 或 both。", en: "Language of the reports: zh, en or both.")
  }

  /// Of a command that writes pages and prints what they say.
  static var ofPages: ArgumentHelp {
    ArgumentHelp(
      zh: "页面和消息的语言：zh、en 或 both（消息按系统语言）。",
      en: "Language of the pages and messages: zh, en or both (messages by locale).")
  }

  /// Of a command that writes a study.
  static var ofComments: ArgumentHelp {
    ArgumentHelp(
      zh: "注释和消息的语言：zh、en 或 both（按系统语言）。",
      en: "Language of comments and messages: zh, en or both (= by locale).")
  }
}
