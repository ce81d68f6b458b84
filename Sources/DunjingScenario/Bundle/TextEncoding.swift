import Foundation

/// How the bytes of a table stand for characters.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case gb18030 = "GB18030"

  /// Where bytes do not fit the encoding.
  struct Failure: Error {
    var line: Int
  }

  /// Returns the text of the bytes without a byte order mark.
  func decode(_ bytes: [UInt8]) -> Result<String, Failure> {
    switch self {
    case .utf8:
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      if let text = String(validating: body, as: UTF8.self) { return .success(text) }
      return .failure(Failure(line: Self.firstBadLine(body)))
    case .gb18030:
      // The identifier of GB 18030 in the encodings of Core Foundation, with the bit of external encodings.
      let encoding = String.Encoding(rawValue: 0x8000_0632)
      guard let text = String(data: Data(bytes), encoding: encoding) else {
        return .failure(Failure(line: 1))
      }
      return .success(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
    }
  }

  private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }
}
