import Foundation

/// How the bytes of a table stand for characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// GB 18030, the encoding of a Chinese system.
  case gb18030 = "GB18030"
  /// GBK, a part of GB 18030 and read as such.
  case gbk = "GBK"
  /// GB 2312, a part of GB 18030 and read as such.
  case gb2312 = "GB2312"

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
      return .failure(Failure(line: firstBadLine(body)))
    case .gb18030, .gbk, .gb2312:
      guard let text = String(data: Data(bytes), encoding: Self.gb18030Encoding) else {
        return .failure(Failure(line: firstBadLine(bytes[...])))
      }
      return .success(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
    }
  }

  /// Returns the bytes of a text, or nil where the encoding has no such characters.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: Array(text.utf8)
    case .gb18030, .gbk, .gb2312: text.data(using: Self.gb18030Encoding).map { [UInt8]($0) }
    }
  }

  /// The identifier of GB 18030 in the encodings of Core Foundation, with the bit of external encodings.
  private static let gb18030Encoding = String.Encoding(rawValue: 0x8000_0632)

  /// Whether the bytes are those of a workbook or an archive: ZIP, or the older compound files of Office.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// The encoding of a file of which nothing is said: GB 18030 where the bytes are surely Chinese in it, otherwise UTF-8.
  ///
  /// Bytes of a European encoding may be characters of GB 18030 by chance, but rare ones: four in five of those beyond ASCII
  /// have to be among the 7,445 of GB 2312, which pairs of an accented letter and an ASCII one never are.
  static func recognized(_ bytes: [UInt8]) -> TextEncoding {
    guard String(validating: bytes, as: UTF8.self) == nil,
      case .success(let text) = TextEncoding.gb18030.decode(bytes)
    else { return .utf8 }
    let pairs = text.unicodeScalars.count { $0.value > 127 }
    return commonPairs(bytes) * 5 >= pairs * 4 ? .gb18030 : .utf8
  }

  /// The number of pairs of bytes in the rows of GB 2312 that hold characters: signs (1 to 9) and Chinese (16 to 87).
  private static func commonPairs(_ bytes: [UInt8]) -> Int {
    var (index, count) = (0, 0)
    while index + 1 < bytes.count {
      let (first, second) = (bytes[index], bytes[index + 1])
      let isRow = (0xA1...0xA9).contains(first) || (0xB0...0xF7).contains(first)
      if isRow && (0xA1...0xFE).contains(second) { count += 1 }
      index += first > 127 ? 2 : 1
    }
    return count
  }

  /// Returns the text of an imported table, or what is wrong with its encoding and in which line.
  func text(ofImported bytes: [UInt8]) -> Result<String, ImportFailure> {
    if Self.isWide(bytes) { return .failure(ImportFailure(fault: .wideText, line: 1)) }
    if self != .utf8, Self.isSurelyUTF8(bytes) {
      return .failure(ImportFailure(fault: .importIsUTF8(self), line: 1))
    }
    return decode(bytes).mapError { ImportFailure(fault: .importUndecodable(self), line: $0.line) }
  }

  /// What is wrong with the encoding of an imported table.
  struct ImportFailure: Error {
    var fault: ScenarioFault
    var line: Int
  }

  /// Whether the bytes are UTF-16: a byte order mark, or more than a few zero bytes, which no other text has.
  static func isWide(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let head = bytes.prefix(4_096)
    return head.count { $0 == 0 } * 50 > head.count
  }

  /// Whether bytes read as GB 18030 are UTF-8: a byte order mark, or all valid with two characters of three bytes, which pairs
  /// of GB 18030 hardly ever are by chance.
  private static func isSurelyUTF8(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.count { $0 & 0xF0 == 0xE0 } >= 2
  }

  /// Returns the line of the first bytes that do not fit; no character of these encodings has a line feed in it.
  private func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let isBad: (ArraySlice<UInt8>) -> Bool =
      switch self {
      case .utf8: { String(validating: $0, as: UTF8.self) == nil }
      case .gb18030, .gbk, .gb2312: { String(data: Data($0), encoding: Self.gb18030Encoding) == nil }
      }
    return 1 + (lines.firstIndex(where: isBad) ?? 0)
  }
}
