/// Numbers of `dunjing locate`, checked.
enum LocateNumber {
  /// Reads a number in a range.
  static func value(_ text: String, _ option: String, in range: ClosedRange<Double>) throws -> Double {
    guard let value = Double(text), range.contains(value) else {
      throw CommandFault(
        zh: "\(option) 应为 \(range.lowerBound) 到 \(range.upperBound) 的数，而不是 \(text)。",
        en: "\(option) has to be a number between \(range.lowerBound) and \(range.upperBound), not \(text).")
    }
    return value
  }

  /// Reads numbers separated by commas.
  static func list(_ text: String, _ option: String, in range: ClosedRange<Double>) throws -> [Double] {
    try text.split(separator: ",").map { try value(String($0), option, in: range) }
  }
}
