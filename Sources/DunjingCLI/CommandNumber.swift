import Foundation

/// Numbers of the command line, checked.
enum CommandNumber {
  /// Reads a whole number in a range.
  static func whole(_ text: String, _ option: String, in range: ClosedRange<Int>) throws -> Int {
    guard let value = Int(text), range.contains(value) else {
      throw CommandFault(
        zh: "\(option) 应为 \(range.lowerBound) 到 \(range.upperBound) 的整数，而不是 \(text)。",
        en:
          "\(option) has to be a whole number between \(range.lowerBound) and \(range.upperBound), not \(text)."
      )
    }
    return value
  }

  /// Reads a master seed.
  static func seed(_ text: String) throws -> UInt64 {
    guard let value = UInt64(text) else {
      throw CommandFault(
        zh: "--seed 应为不小于 0 的整数，而不是 \(text)。",
        en: "--seed has to be a whole number of at least 0, not \(text).")
    }
    return value
  }

  /// A number as people write it.
  static func short(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return "\(whole)" }
    guard value.magnitude < 0.001, value.magnitude >= 1e-9 else { return "\(value)" }
    let text = String(format: "%.9f", value)
    return String(text.prefix(text.count - text.reversed().prefix { $0 == "0" }.count))
  }
}
