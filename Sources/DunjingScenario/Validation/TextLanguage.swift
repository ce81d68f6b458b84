import Foundation

/// A language of the product.
public enum TextLanguage: String, Sendable, Equatable, CaseIterable, Codable {
  /// Chinese.
  case zh
  /// English.
  case en

  /// The language of the locale of the process: Chinese where its name begins with `zh`, otherwise English.
  public static let ofLocale: TextLanguage = {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }()
}

extension LocalizedText {
  /// Returns the text in a language.
  public func text(in language: TextLanguage) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// Whether both texts are empty.
  public var isEmpty: Bool { zh.isEmpty && en.isEmpty }
}
