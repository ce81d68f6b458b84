extension JSONScanner {
  /// Returns the text of a string in double quotes.
  mutating func string() throws(PlacedFault) -> String {
    let open = fault(.openString)
    position += 1
    var text: [UInt8] = []
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let rest = bytes[start..<position]
        position += 1
        return text.isEmpty
          ? String(decoding: rest, as: UTF8.self) : String(decoding: text + rest, as: UTF8.self)
      }
      guard byte >= 32 else { throw fault(.controlCharacter) }
      if byte == UInt8(ascii: "\\") {
        text += bytes[start..<position]
        text += String(try escape()).utf8
        start = position
      } else {
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        position += 1
      }
    }
    throw open
  }

  private mutating func escape() throws(PlacedFault) -> Character {
    let bad = fault(.escape)
    position += 2
    guard position <= bytes.count else { throw bad }
    switch bytes[position - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let scalar = unicodeScalar() else { throw bad }
      return Character(scalar)
    default: throw bad
    }
  }

  /// Returns the character of the digits after `\u`, or of a surrogate pair of two such escapes.
  private mutating func unicodeScalar() -> Unicode.Scalar? {
    guard let high = fourDigits() else { return nil }
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
    guard next == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    position += 2
    guard let low = fourDigits(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue,
        bytes[position] < 128
      else { return nil }
      value = value * 16 + UInt32(digit)
      position += 1
    }
    return value
  }

  /// Returns what a word without quotes stands for: a number, true, false or null.
  mutating func word() throws(PlacedFault) -> RawContent {
    let start = position
    while position < bytes.count, Self.isPartOfWord(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "null": return .empty
    case _ where Self.isNumber(bytes[start..<position]), "true", "false", "NaN", "Infinity", "-Infinity":
      return .scalar(text, isQuoted: false)
    default:
      position = start
      throw fault(isAtEnd ? .end : text.isEmpty ? .value : .word(text))
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether bytes are a number of JSON: no leading zeros or plus, digits on both sides of the point.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = dropDigits(&rest)
    guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard dropDigits(&rest) > 0 else { return false }
    }
    if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
      guard dropDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let count = bytes.count
    bytes = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return count - bytes.count
  }
}
