/// Whether the cells of a column are categories rather than free text, which could hold personal data.
enum CategoryText {
  /// The most different values, the longest value, and the digits in a row that may be a telephone number.
  private static let (mostValues, longest, digits) = (300, 60, 7)
  /// The different values beyond which they have to repeat, and the rows that each then has on average.
  private static let (fewValues, rowsPerValue) = (12, 3)
  /// The most Chinese characters of a category, and those up to which it may speak of telephones and papers: 骚扰电话.
  private static let (mostHan, shortHan) = (20, 6)
  /// Words of a narrative, and words that a short name of a category may have as well.
  private static let (narrative, ambiguous) = (["报警人", "报称", "称其"], ["电话", "身份证"])

  /// Whether all cells are short, without long numbers and words of a narrative, and few are different. Empty cells do not
  /// count.
  static func areCategories(_ cells: [String]) -> Bool {
    var values: Set<String> = []
    var filled = 0
    for cell in cells where !cell.isBlankCell {
      filled += 1
      guard values.insert(cell).inserted else { continue }
      guard values.count <= mostValues, cell.count <= longest, !hasLongNumber(cell), !isNarrative(cell)
      else { return false }
    }
    return values.count <= fewValues || filled >= rowsPerValue * values.count
  }

  /// Whether seven digits stand in a row, spaces and hyphens left out.
  private static func hasLongNumber(_ text: String) -> Bool {
    var run = 0
    for character in text.withoutSeparators {
      run = character.isPlainDigit ? run + 1 : 0
      if run >= digits { return true }
    }
    return false
  }

  private static func isNarrative(_ text: String) -> Bool {
    let han = text.unicodeScalars.count { $0.properties.isIdeographic }
    guard han > 0 else { return false }
    return han > mostHan || narrative.contains(where: text.contains)
      || (han > shortHan && ambiguous.contains(where: text.contains))
  }
}

/// Numbers by which people are known.
enum PersonalNumber {
  /// Whether a cell looks like a mobile number, 1[3-9] and nine digits, or an identity number, 17 digits and a digit or X; spaces
  /// and hyphens left out.
  static func isPersonal(_ text: String) -> Bool {
    let characters = Array(text.withoutSeparators)
    guard let first = characters.first, let last = characters.last else { return false }
    switch characters.count {
    case 11:
      return first.wholeNumberValue == 1 && (3...9).contains(characters[1].wholeNumberValue ?? 0)
        && characters.allSatisfy(\.isPlainDigit)
    case 18:
      return characters.dropLast().allSatisfy(\.isPlainDigit) && (last.isPlainDigit || "XxＸｘ".contains(last))
    default: return false
    }
  }
}

extension String {
  /// The text without spaces and dashes of any width.
  fileprivate var withoutSeparators: String {
    filter { character in
      !character.isWhitespace
        && character.unicodeScalars.first?.properties.generalCategory != .dashPunctuation
        && character != "\u{2212}"
    }
  }
}

extension Character {
  /// Whether it is a digit of ASCII or of full width; 一 is none.
  fileprivate var isPlainDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
}
