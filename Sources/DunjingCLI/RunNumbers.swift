import Dunjing
import Foundation

/// The numbers of an experiment, checked.
struct RunNumbers {
  let replications: Int?
  let precision: Double?
  let seed: UInt64?

  init(replications: String?, precision: String?, seed: String?) throws {
    self.replications = try replications.map {
      try CommandNumber.whole($0, "--replications", in: 1...100_000)
    }
    self.precision = try precision.map(Self.share)
    self.seed = try seed.map(CommandNumber.seed)
    if replications != nil && precision != nil {
      throw CommandFault(
        zh: "--replications 固定重复次数，--precision 由结果决定次数；只保留一个。",
        en:
          "--replications fixes the number and --precision lets it follow from the results; keep one of them."
      )
    }
  }

  /// Reads a share such as `0.02` or `2%`.
  private static func share(_ text: String) throws -> Double {
    let isPercent = text.last == "%" || text.last == "％"
    let number = isPercent ? text.dropLast().trimmingCharacters(in: .whitespaces) : text
    guard let value = Double(number).map({ isPercent ? $0 / 100 : $0 }), value > 0 && value <= 1 else {
      throw CommandFault(
        zh: "--precision 应大于 0 且不大于 1，例如 0.02 或 2%，而不是 \(text)。",
        en: "--precision has to be more than 0 and at most 1, such as 0.02 or 2%, not \(text).")
    }
    return value
  }
}
