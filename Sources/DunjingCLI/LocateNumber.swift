import Dunjing
import Foundation

/// Numbers of `dunjing locate`, checked.
enum LocateNumber {
  /// Reads a number in a range.
  static func value(_ text: String, _ option: String, in range: ClosedRange<Double>) throws -> Double {
    guard let value = Double(text), range.contains(value) else {
      let (least, most) = (CommandNumber.short(range.lowerBound), CommandNumber.short(range.upperBound))
      let found = LocalizedText(zh: text.isEmpty ? "空的" : " \(text)", en: text.isEmpty ? "empty" : text)
      throw CommandFault(
        zh: "\(option) 应为 \(least) 到 \(most) 的数，而不是\(found.zh)。",
        en: "\(option) has to be a number between \(least) and \(most), not \(found.en).")
    }
    return value
  }

  /// Reads numbers separated by commas, one at least.
  static func list(_ text: String, _ option: String, in range: ClosedRange<Double>) throws -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return try parts.map { try value($0, option, in: range) }
  }
}
