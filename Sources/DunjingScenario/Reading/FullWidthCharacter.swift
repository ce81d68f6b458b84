/// A full-width character where YAML needs a half-width one.
struct FullWidthCharacter: Equatable {
  var found: Character
  /// The character to type instead.
  var instead: String
  var line: Int
  var column: Int
  /// Whether it stands where only punctuation makes sense, such as after a key, and not at the start of a value.
  var isStructural: Bool

  /// The half-width character of a full-width one, or nil for any other character.
  static func halfWidth(of character: Character) -> String? {
    if let known = table[character] { return known }
    guard let scalar = character.unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value) else {
      return nil
    }
    return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
  }

  private static let table: [Character: String] = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "、": ",", "。": ".", "【": "[", "】": "]", "\u{3000}": " ",
    "—": "-"
  ]

  /// What the character is called.
  var name: LocalizedText {
    switch instead {
    case ":": LocalizedText(zh: "冒号", en: "colon")
    case ",": LocalizedText(zh: "逗号", en: "comma")
    case "\"", "'": LocalizedText(zh: "引号", en: "quote")
    case "(", ")", "[", "]", "{", "}": LocalizedText(zh: "括号", en: "bracket")
    case " ": LocalizedText(zh: "空格", en: "space")
    case "0"..."9": LocalizedText(zh: "数字", en: "digit")
    default: LocalizedText(zh: "字符", en: "character")
    }
  }
}
