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
