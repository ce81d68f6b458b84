import ArgumentParser
import Dunjing
import Foundation

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
    case .both: Self.ofLocale
    }
  }

  private static var ofLocale: TextLanguage {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }
}
